import { z } from "zod";
import { type IdKind, id } from "./ids.ts";
import { Timestamp } from "./times.ts";

/** What a DELETE answers: the id and when. */
export const receiptOf = (kind: IdKind) => z.strictObject({ id: id(kind), deleted_at: Timestamp });
