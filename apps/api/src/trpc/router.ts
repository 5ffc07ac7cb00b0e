import { apiKeysRouter } from "../features/api-keys/router.ts";
import { authRouter } from "../features/auth/router.ts";
import { binsRouter } from "../features/bins/router.ts";
import { eventsRouter } from "../features/events/router.ts";
import { itemsRouter } from "../features/items/router.ts";
import { locationsRouter } from "../features/locations/router.ts";
import { rateLimitRouter } from "../features/rate-limit/router.ts";
import { sessionsRouter } from "../features/sessions/router.ts";
import { whoamiRouter } from "../features/whoami/router.ts";
import { router } from "./procedures.ts";

/** Every procedure there is. */
export const appRouter = router({
  auth: authRouter,
  sessions: sessionsRouter,
  whoami: whoamiRouter,
  rateLimit: rateLimitRouter,
  apiKeys: apiKeysRouter,
  locations: locationsRouter,
  bins: binsRouter,
  items: itemsRouter,
  events: eventsRouter,
});

export type AppRouter = typeof appRouter;
