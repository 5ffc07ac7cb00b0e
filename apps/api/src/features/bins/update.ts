import { Bin, UpdateBin } from "@stowage/contract/bins";
import { bins } from "@stowage/db/schema/inventory";
import { and, eq, sql } from "drizzle-orm";
import { requirePlace } from "../../bounds/within.ts";
import { instantNow } from "../../deps.ts";
import { recordEvent } from "../../events.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { changesOf } from "../../writes/changes.ts";
import { checkVersion } from "../../writes/check-version.ts";
import { keepLocation } from "../locations/store.ts";
import { binColumns, lockBin } from "./store.ts";

/**
 * Changes a bin; a new `location_id` moves it with everything in it. Fields that are not sent stay.
 * @throws not_found  bin or location is not in the caller's workspace or bounds
 * @throws validation_failed  a bounded key would leave it nowhere
 * @throws version_mismatch
 */
export const update = scoped("bins:write")
  .meta(rest("PATCH /bins/{id}", "Change or move a bin"))
  .input(UpdateBin)
  .output(Bin)
  .mutation(({ ctx, input }) => updateBin(ctx, input));

function updateBin(ctx: ScopedContext, { id, if_version, ...patch }: UpdateBin): Promise<Bin> {
  const { workspace_id, reach } = ctx;
  return ctx.db.transaction(async (tx) => {
    const before = await lockBin(tx, { reach, id });
    checkVersion("bin", before, if_version);
    const { values, changes, isEmpty } = changesOf(before, patch);
    if (isEmpty) return before;
    if (values.location_id !== undefined) requirePlace(reach, values.location_id, "/location_id");
    if (values.location_id) await keepLocation(tx, { reach, id: values.location_id });
    const [bin] = await tx
      .update(bins)
      .set({ ...values, version: sql`${bins.version} + 1`, updated_at: instantNow(ctx.deps) })
      .where(and(eq(bins.workspace_id, workspace_id), eq(bins.id, before.id)))
      .returning(binColumns);
    if (!bin) throw new Error("the row is locked, so it is there");
    const type = "location_id" in changes && Object.keys(changes).length === 1 ? "bin.moved" : "bin.updated";
    await recordEvent(tx, ctx, { type, subject_id: bin.id, subject_name: bin.name, changes });
    return bin;
  });
}
