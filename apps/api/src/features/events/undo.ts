import { UndoEvents, UndoneEvents } from "@stowage/contract/events";
import { undoEvents } from "../../inventory/undo-events.ts";
import { writing } from "../../inventory/writing.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { checkOneSelection } from "./policy.ts";
import { requireKnownDoer } from "./store.ts";

/**
 * Puts back what a key or a person did, or events by their `seq`, newest first and in one transaction; what others have
 * changed since stays, and is listed with the reason. It takes the scopes of what is put back: `write` of each noun, and
 * `delete` where a creation is taken back.
 * @throws validation_failed  none or several of api_key_id, user_id and event_seqs
 * @throws not_found  no such key, person or event
 * @throws limit_reached  more than 10,000 events
 */
export const undo = scoped("events:read")
  .meta(rest("POST /events/undo", "Put back what a key or a person did"))
  .input(UndoEvents)
  .output(UndoneEvents)
  .mutation(async ({ ctx, input: { dry_run, ...selection } }) => {
    checkOneSelection(selection);
    await requireKnownDoer(ctx, selection);
    return writing(ctx, async (begun) => ({ ...(await undoEvents(begun, selection)), dry_run }), { dry_run });
  });
