import { z } from "zod";
import { type IdKind, id } from "./ids.ts";
import { Timestamp } from "./times.ts";

/** What a DELETE answers: the id and when, and the event by which it can be undone. */
export const receiptOf = (kind: IdKind) =>
  z.strictObject({
    id: id(kind),
    deleted_at: Timestamp,
    event_seq: z.int().min(1).describe("The event that records it; what undo asks for."),
  });
