import { AdjustedItem, AdjustItem } from "@stowage/contract/items";
import { adjustItem } from "../../inventory/items/adjust-item.ts";
import { writing } from "../../inventory/writing.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";

/**
 * Adds to, takes from, or counts an item's stock, in one step that no other write can come between.
 * A count that finds what was there already records nothing.
 * @throws not_found
 * @throws insufficient_stock  less than nothing would be left
 * @throws conflict  `if_quantity` is not the quantity
 * @throws version_mismatch
 */
export const adjust = scoped("items:write")
  .meta(rest("POST /items/{id}/adjust", "Adjust an item's quantity"))
  .input(AdjustItem)
  .output(AdjustedItem)
  .mutation(({ ctx, input }) => writing(ctx, (begun) => adjustItem(begun, input)));
