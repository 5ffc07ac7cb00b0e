import { Bin, RestoreBin } from "@stowage/contract/bins";
import { restoreBin } from "../../inventory/bins/restore-bin.ts";
import { writing } from "../../inventory/writing.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";

/**
 * Takes a bin out of the trash, to where it stood. One that is not in the trash stays as it is.
 * @throws not_found
 * @throws version_mismatch
 * @throws limit_reached  20,000 bins
 */
export const restore = scoped("bins:write")
  .meta(rest("POST /bins/{id}/restore", "Restore a bin from the trash"))
  .input(RestoreBin)
  .output(Bin)
  .mutation(({ ctx, input }) => writing(ctx, (begun) => restoreBin(begun, input)));
