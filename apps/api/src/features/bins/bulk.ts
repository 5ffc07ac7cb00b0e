import { BulkAnswer, BulkBins } from "@stowage/contract/bulk";
import { BULK_BYTES_MAX } from "@stowage/contract/limits";
import { requireScopes } from "../../gate/rights.ts";
import { binStep } from "../../inventory/bulk/bulk-bins.ts";
import { runBulk } from "../../inventory/bulk/run-bulk.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";

/**
 * Up to 500 operations on bins, in their order and in one transaction. Each ends as its single call would; atomic, they
 * are done all or none.
 * @throws insufficient_scope, role_forbidden  it deletes, and the caller may not
 * @throws not_found, conflict, version_mismatch, limit_reached  of the first operation that fails, with `failed_index`, if it is
 * atomic
 */
export const bulk = scoped("bins:write")
  .meta(rest("POST /bins/bulk", "Write many bins at once", { body_bytes: BULK_BYTES_MAX }))
  .input(BulkBins)
  .output(BulkAnswer)
  .mutation(({ ctx, input }) => {
    if (input.operations.some(({ op }) => op === "delete")) requireScopes(ctx, ["bins:delete"]);
    return runBulk(ctx, input, binStep);
  });
