import { EndedSessions } from "@stowage/contract/accounts";
import { sessionOnly } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";

/** K60: signs out all of the person's other browsers. */
export const endOthers = sessionOnly()
  .meta(rest("DELETE /auth/sessions", "End all other sessions"))
  .output(EndedSessions)
  .mutation(async ({ ctx: { deps, caller } }) => ({
    ended: await deps.sessions.endAllOfUser(caller.user.id, caller.session_id),
  }));
