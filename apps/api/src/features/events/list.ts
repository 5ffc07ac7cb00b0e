import { EventPage, ListEvents } from "@stowage/contract/events";
import { revisionsOf } from "../../lists/revision-watch.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { listEvents } from "./store.ts";

/**
 * Lists what happened, newest first; with `after`, what came after that `seq`, oldest first. With `wait`, an empty answer
 * comes only once that time is over, or the server stops.
 */
export const list = scoped("events:read")
  .meta(rest("GET /events", "List events", { revision: "day" }))
  .input(ListEvents)
  .output(EventPage)
  .query(({ ctx, input: { wait = 0, ...input } }) =>
    wait === 0 ? listEvents(ctx.db, ctx.reach, input) : firstEvents(ctx, input, wait * 1_000),
  );

/** Looks again whenever something happened: it may be something else. No connection is held meanwhile. */
async function firstEvents(
  { db, reach, workspace_id, deps }: ScopedContext,
  input: ListEvents,
  patienceMs: number,
): Promise<EventPage> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const seen = (await revisionsOf(db, [workspace_id])).get(workspace_id) ?? 0;
    const page = await listEvents(db, reach, input);
    const leftMs = deadline - performance.now();
    if (page.data.length > 0 || leftMs <= 0 || deps.revisionWatch.isClosed) return page;
    await deps.revisionWatch.changed(workspace_id, seen, leftMs);
  }
}
