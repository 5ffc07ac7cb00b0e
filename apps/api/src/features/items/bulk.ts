import { BulkAnswer, BulkItems } from "@stowage/contract/bulk";
import { BULK_BYTES_MAX } from "@stowage/contract/limits";
import { requireScopes } from "../../gate/rights.ts";
import { itemStep } from "../../inventory/bulk/bulk-items.ts";
import { runBulk } from "../../inventory/bulk/run-bulk.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";

/**
 * Up to 500 operations on items, in their order and in one transaction. Each ends as its single call would; atomic, they
 * are done all or none.
 * @throws insufficient_scope, role_forbidden  it deletes, and the caller may not
 * @throws not_found, conflict, insufficient_stock, version_mismatch, limit_reached  of the first operation that fails, with
 * `failed_index`, if it is atomic
 */
export const bulk = scoped("items:write")
  .meta(rest("POST /items/bulk", "Write many items at once", { body_bytes: BULK_BYTES_MAX }))
  .input(BulkItems)
  .output(BulkAnswer)
  .mutation(({ ctx, input }) => {
    if (input.operations.some(({ op }) => op === "delete")) requireScopes(ctx, ["items:delete"]);
    return runBulk(ctx, input, itemStep);
  });
