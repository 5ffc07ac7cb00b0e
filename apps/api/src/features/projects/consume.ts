import { ConsumedItems, ConsumeItems } from "@stowage/contract/projects";
import { consumeItems } from "../../inventory/projects/consume-items.ts";
import { writing } from "../../inventory/writing.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";

/**
 * Takes what an active project reserved out of the stock: what is named, or else all that is left. All of it or none.
 * @throws not_found  the project, or it does not reserve an item that is named
 * @throws conflict  the project is not active, an item is in the trash, or more is named than is left of the reservation
 * @throws insufficient_stock  less than nothing would be left of an item
 */
export const consume = scoped(["projects:write", "items:write"])
  .meta(rest("POST /projects/{id}/consume", "Use up reserved stock"))
  .input(ConsumeItems)
  .output(ConsumedItems)
  .mutation(({ ctx, input }) => writing(ctx, (begun) => consumeItems(begun, input)));
