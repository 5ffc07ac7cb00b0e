import { MovedItem, MoveItem } from "@stowage/contract/items";
import { moveItem } from "../../inventory/items/move-item.ts";
import { writing } from "../../inventory/writing.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";

/**
 * Moves an item, or splits a part of it off to another place. Moving it to where it already is records nothing.
 * @throws not_found  item, bin or location is not in the caller's workspace or bounds
 * @throws validation_failed  neither or both places are sent, or a bounded key would move it into the inbox
 * @throws insufficient_stock  less is there than shall move
 * @throws version_mismatch
 * @throws limit_reached  the part would be one item too many
 */
export const move = scoped("items:write")
  .meta(rest("POST /items/{id}/move", "Move an item, or a part of it"))
  .input(MoveItem)
  .output(MovedItem)
  .mutation(({ ctx, input }) => writing(ctx, (begun) => moveItem(begun, input)));
