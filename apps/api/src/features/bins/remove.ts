import { RemoveBin } from "@stowage/contract/bins";
import { receiptOf } from "@stowage/contract/receipts";
import { removeBin } from "../../inventory/bins/remove-bin.ts";
import { writing } from "../../inventory/writing.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";

/**
 * Puts an empty bin into the trash.
 * @throws not_found
 * @throws conflict  items are in it
 * @throws version_mismatch
 */
export const remove = scoped("bins:delete")
  .meta(rest("DELETE /bins/{id}", "Delete a bin"))
  .input(RemoveBin)
  .output(receiptOf("bin"))
  .mutation(({ ctx, input }) => writing(ctx, (begun) => removeBin(begun, input)));
