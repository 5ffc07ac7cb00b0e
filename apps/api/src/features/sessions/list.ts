import { ListSessions, SessionPage } from "@stowage/contract/accounts";
import { sessionOnly } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { listSessions } from "./store.ts";

/** K60: where the person is signed in. */
export const list = sessionOnly()
  .meta(rest("GET /auth/sessions", "List one's own sessions"))
  .input(ListSessions)
  .output(SessionPage)
  .query(({ ctx, input }) => listSessions(ctx, input));
