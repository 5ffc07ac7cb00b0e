import { accountRouter } from "../features/account/router.ts";
import { apiKeysRouter } from "../features/api-keys/router.ts";
import { authRouter } from "../features/auth/router.ts";
import { binsRouter } from "../features/bins/router.ts";
import { codesRouter } from "../features/codes/router.ts";
import { deliveriesRouter } from "../features/deliveries/router.ts";
import { eventsRouter } from "../features/events/router.ts";
import { exportsRouter } from "../features/exports/router.ts";
import { handOversRouter } from "../features/hand-overs/router.ts";
import { importsRouter } from "../features/imports/router.ts";
import { instanceUsersRouter } from "../features/instance-users/router.ts";
import { invitationsRouter } from "../features/invitations/router.ts";
import { itemsRouter } from "../features/items/router.ts";
import { labelsRouter } from "../features/labels/router.ts";
import { leakedKeysRouter } from "../features/leaked-keys/router.ts";
import { librariesRouter } from "../features/libraries/router.ts";
import { locationsRouter } from "../features/locations/router.ts";
import { membersRouter } from "../features/members/router.ts";
import { notificationsRouter } from "../features/notifications/router.ts";
import { organizationsRouter } from "../features/organizations/router.ts";
import { projectsRouter } from "../features/projects/router.ts";
import { rateLimitRouter } from "../features/rate-limit/router.ts";
import { sandboxRouter } from "../features/sandbox/router.ts";
import { scanRouter } from "../features/scan/router.ts";
import { searchRouter } from "../features/search/router.ts";
import { sessionsRouter } from "../features/sessions/router.ts";
import { summaryRouter } from "../features/summary/router.ts";
import { tasksRouter } from "../features/tasks/router.ts";
import { triggersRouter } from "../features/triggers/router.ts";
import { twoFactorRouter } from "../features/two-factor/router.ts";
import { whoamiRouter } from "../features/whoami/router.ts";
import { router } from "./procedures.ts";

/** Every procedure there is. */
export const appRouter = router({
  auth: authRouter,
  sessions: sessionsRouter,
  account: accountRouter,
  twoFactor: twoFactorRouter,
  whoami: whoamiRouter,
  rateLimit: rateLimitRouter,
  apiKeys: apiKeysRouter,
  leakedKeys: leakedKeysRouter,
  handOvers: handOversRouter,
  organizations: organizationsRouter,
  members: membersRouter,
  invitations: invitationsRouter,
  instanceUsers: instanceUsersRouter,
  notifications: notificationsRouter,
  sandbox: sandboxRouter,
  locations: locationsRouter,
  bins: binsRouter,
  items: itemsRouter,
  events: eventsRouter,
  libraries: librariesRouter,
  scan: scanRouter,
  codes: codesRouter,
  labels: labelsRouter,
  search: searchRouter,
  summary: summaryRouter,
  tasks: tasksRouter,
  projects: projectsRouter,
  triggers: triggersRouter,
  deliveries: deliveriesRouter,
  exports: exportsRouter,
  imports: importsRouter,
});

export type AppRouter = typeof appRouter;
