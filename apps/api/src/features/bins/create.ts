import { Bin, CreateBin } from "@stowage/contract/bins";
import { createBin } from "../../inventory/bins/create-bin.ts";
import { writing } from "../../inventory/writing.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";

/**
 * Creates a bin and gives it a label code.
 * @throws not_found  the location is not in the caller's workspace or bounds
 * @throws validation_failed  a bounded key names no location
 * @throws limit_reached  20,000 bins
 */
export const create = scoped("bins:write")
  .meta(rest("POST /bins", "Create a bin", { status: 201 }))
  .input(CreateBin)
  .output(Bin)
  .mutation(({ ctx, input }) => writing(ctx, (begun) => createBin(begun, input)));
