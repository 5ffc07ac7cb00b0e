import { z } from "zod";

/** Counts an object's writes from 1; on REST it is the `ETag`, `"v3"`. */
export const Version = z.int().min(1);

/**
 * The version a write expects to replace; another one is 412 `version_mismatch`. On REST, `If-Match` says the same
 * and wins over this field, which serves callers that cannot set headers (tRPC batches, assistants, bulk).
 */
export const IfVersion = Version.describe("Write only if the object still has this version.").optional();
