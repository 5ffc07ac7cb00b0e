import { EventPage, ListEvents } from "@stowage/contract/events";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { listEvents } from "./store.ts";

/** Lists what happened, newest first; with `after`, what came after that `seq`, oldest first. */
export const list = scoped("events:read")
  .meta(rest("GET /events", "List events"))
  .input(ListEvents)
  .output(EventPage)
  .query(({ ctx, input }) => listEvents(ctx.db, ctx.reach, input));
