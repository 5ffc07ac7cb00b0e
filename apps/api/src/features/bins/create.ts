import { Bin, CreateBin } from "@stowage/contract/bins";
import { WORKSPACE_BINS_MAX } from "@stowage/contract/limits";
import { newId } from "@stowage/db/new-id";
import { bins } from "@stowage/db/schema/inventory";
import { requirePlace } from "../../bounds/within.ts";
import { instantNow } from "../../deps.ts";
import { recordEvent } from "../../events.ts";
import { takeNewCode } from "../../labels/take-new-code.ts";
import { limitReached } from "../../problems.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { keepLocation } from "../locations/store.ts";
import { binColumns, countBins } from "./store.ts";

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
  .mutation(({ ctx, input }) => createBin(ctx, input));

function createBin(ctx: ScopedContext, input: CreateBin): Promise<Bin> {
  const { workspace_id, reach, caller } = ctx;
  requirePlace(reach, input.location_id, "/location_id");
  return ctx.db.transaction(async (tx) => {
    if (input.location_id !== null) await keepLocation(tx, { reach, id: input.location_id });
    if ((await countBins(tx, workspace_id)) >= WORKSPACE_BINS_MAX)
      throw limitReached(`A workspace holds at most ${WORKSPACE_BINS_MAX} bins.`);
    const id = newId("bin");
    const created_at = instantNow(ctx.deps);
    const code = await takeNewCode(tx, {
      organization_id: caller.organization.id,
      target_id: id,
      created_at,
    });
    const [bin] = await tx
      .insert(bins)
      .values({ ...input, id, workspace_id, code, created_at, updated_at: created_at })
      .returning(binColumns);
    if (!bin) throw new Error("an insert returns its row");
    await recordEvent(tx, ctx, {
      type: "bin.created",
      subject_id: id,
      subject_name: input.name,
      data: input,
    });
    return bin;
  });
}
