import { Location, UpdateLocation } from "@stowage/contract/locations";
import type { Transaction } from "@stowage/db/prepared";
import { locations } from "@stowage/db/schema/inventory";
import { and, eq, sql } from "drizzle-orm";
import { requirePlace } from "../../bounds/within.ts";
import { instantNow } from "../../deps.ts";
import { recordEvent } from "../../events.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { changesOf } from "../../writes/changes.ts";
import { checkVersion } from "../../writes/check-version.ts";
import { onUniqueViolation } from "../../writes/unique-violation.ts";
import { checkDepth, checkNoCycle, siblingNameTaken } from "./policy.ts";
import {
  keepLocation,
  locationColumns,
  lockLocation,
  lockTree,
  rewritePaths,
  subtreeHeight,
} from "./store.ts";

/**
 * Changes a place; a new `parent_id` moves it with everything in it. Fields that are not sent stay.
 * @throws not_found  it, or the new parent, is not in the caller's workspace or bounds
 * @throws validation_failed  a bounded key would make it a library
 * @throws conflict  a sibling has the name, or the new parent lies within it
 * @throws version_mismatch
 */
export const update = scoped("locations:write")
  .meta(rest("PATCH /locations/{id}", "Change or move a location"))
  .input(UpdateLocation)
  .output(Location)
  .mutation(({ ctx, input }) =>
    onUniqueViolation({ locations_sibling_name: siblingNameTaken(input.name ?? "that") }, () =>
      updateLocation(ctx, input),
    ),
  );

function updateLocation(ctx: ScopedContext, { id, if_version, ...patch }: UpdateLocation): Promise<Location> {
  const { workspace_id, reach } = ctx;
  return ctx.db.transaction(async (tx) => {
    if (patch.parent_id !== undefined) await lockTree(tx, workspace_id);
    const before = await lockLocation(tx, { reach, id });
    checkVersion("location", before, if_version);
    const { values, changes, isEmpty } = changesOf(before, patch);
    if (isEmpty) return before;
    if (values.parent_id !== undefined) await moveSubtree(tx, ctx, before, values.parent_id);
    const [location] = await tx
      .update(locations)
      .set({ ...values, version: sql`${locations.version} + 1`, updated_at: instantNow(ctx.deps) })
      .where(and(eq(locations.workspace_id, workspace_id), eq(locations.id, id)))
      .returning(locationColumns);
    if (!location) throw new Error("the row is locked, so it is there");
    const type =
      "parent_id" in changes && Object.keys(changes).length === 1 ? "location.moved" : "location.updated";
    await recordEvent(tx, ctx, { type, subject_id: id, subject_name: location.name, changes });
    return location;
  });
}

async function moveSubtree(tx: Transaction, ctx: ScopedContext, root: Location, parentId: string | null) {
  const { workspace_id, reach } = ctx;
  requirePlace(reach, parentId, "/parent_id");
  const parent = parentId === null ? null : await keepLocation(tx, { reach, id: parentId });
  checkNoCycle(root, parent);
  checkDepth(parent, await subtreeHeight(tx, root, workspace_id));
  await rewritePaths(tx, { workspace_id, root, parentPath: parent?.path ?? [] });
}
