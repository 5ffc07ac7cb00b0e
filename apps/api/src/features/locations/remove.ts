import { RemoveLocation } from "@stowage/contract/locations";
import { receiptOf } from "@stowage/contract/receipts";
import { removeLocation } from "../../inventory/locations/remove-location.ts";
import { writing } from "../../inventory/writing.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";

/**
 * Deletes a place for good. What is in it goes to `move_to`; without that, only an empty place can go.
 * @throws not_found  it, or `move_to`, is not in the caller's workspace or bounds
 * @throws conflict  it is not empty, or `move_to` lies within it
 * @throws version_mismatch
 */
export const remove = scoped("locations:delete")
  .meta(rest("DELETE /locations/{id}", "Delete a location"))
  .input(RemoveLocation)
  .output(receiptOf("location"))
  .mutation(({ ctx, input }) => writing(ctx, (begun) => removeLocation(begun, input)));
