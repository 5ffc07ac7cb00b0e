import { type Location, RemoveLocation } from "@stowage/contract/locations";
import { receiptOf } from "@stowage/contract/receipts";
import type { Transaction } from "@stowage/db/prepared";
import { bins, items, locations } from "@stowage/db/schema/inventory";
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { instantNow } from "../../deps.ts";
import { recordEvent } from "../../events.ts";
import { conflict } from "../../problems.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { checkVersion } from "../../writes/check-version.ts";
import { onUniqueViolation } from "../../writes/unique-violation.ts";
import { checkDepth, checkNoCycle } from "./policy.ts";
import {
  keepLocation,
  locationColumns,
  lockLocation,
  lockTree,
  rewritePaths,
  subtreeHeight,
} from "./store.ts";

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
  .mutation(({ ctx, input }) => {
    const clash = conflict("The place to move to already has one of the same name in it. Rename it first.");
    return onUniqueViolation({ locations_sibling_name: clash }, () => removeLocation(ctx, input));
  });

function removeLocation(ctx: ScopedContext, { id, move_to, if_version }: RemoveLocation) {
  const { workspace_id } = ctx;
  return ctx.db.transaction(async (tx) => {
    await lockTree(tx, workspace_id);
    const location = await lockLocation(tx, { reach: ctx.reach, id });
    checkVersion("location", location, if_version);
    if (move_to === undefined) await checkEmpty(tx, ctx, location);
    const moved = move_to === undefined ? null : await moveContents(tx, ctx, location, move_to);
    await forgetInTrash(tx, ctx, id);
    await tx.delete(locations).where(and(eq(locations.workspace_id, workspace_id), eq(locations.id, id)));
    const data = { snapshot: location, ...(moved && { moved_to: move_to, moved }) };
    await recordEvent(tx, ctx, {
      type: "location.deleted",
      subject_id: id,
      subject_name: location.name,
      data,
    });
    return { id, deleted_at: instantNow(ctx.deps) };
  });
}

async function checkEmpty(
  tx: Transaction,
  { workspace_id }: ScopedContext,
  location: Location,
): Promise<void> {
  const [held] = await tx.execute<{ places: number; bins: number; items: number }>(sql`
    select
      (select count(*)::int from locations where workspace_id = ${workspace_id} and parent_id = ${location.id}) places,
      (select count(*)::int from bins
        where workspace_id = ${workspace_id} and location_id = ${location.id} and deleted_at is null) bins,
      (select count(*)::int from items
        where workspace_id = ${workspace_id} and location_id = ${location.id} and deleted_at is null) items`);
  if (!held || held.places + held.bins + held.items === 0) return;
  throw conflict(
    `${location.name} holds ${held.places} places, ${held.bins} bins and ${held.items} items. Empty it, or say move_to.`,
  );
}

/** Puts what is directly in a place into another one. Gives the ids of what moved, for the event. */
async function moveContents(tx: Transaction, ctx: ScopedContext, location: Location, moveTo: string) {
  const { workspace_id } = ctx;
  const target = await keepLocation(tx, { reach: ctx.reach, id: moveTo });
  checkNoCycle(location, target);
  const children = await tx
    .select(locationColumns)
    .from(locations)
    .where(and(eq(locations.workspace_id, workspace_id), eq(locations.parent_id, location.id)));
  for (const child of children) {
    checkDepth(target, await subtreeHeight(tx, child, workspace_id));
    await rewritePaths(tx, { workspace_id, root: child, parentPath: target.path });
  }
  const written = { version: sql`version + 1`, updated_at: instantNow(ctx.deps) };
  await tx
    .update(locations)
    .set({ parent_id: moveTo, ...written })
    .where(and(eq(locations.workspace_id, workspace_id), eq(locations.parent_id, location.id)));
  const moveThings = async (table: typeof bins | typeof items) => {
    const rows = await tx
      .update(table)
      .set({ location_id: moveTo, ...written })
      .where(
        and(
          eq(table.workspace_id, workspace_id),
          eq(table.location_id, location.id),
          isNull(table.deleted_at),
        ),
      )
      .returning({ id: table.id });
    return rows.map(({ id }) => id);
  };
  return {
    locations: children.map(({ id }) => id),
    bins: await moveThings(bins),
    items: await moveThings(items),
  };
}

/** What is in the trash must not hold the place back; restored, it stands nowhere in particular. */
async function forgetInTrash(tx: Transaction, { workspace_id }: ScopedContext, id: string): Promise<void> {
  for (const table of [bins, items])
    await tx
      .update(table)
      .set({ location_id: null })
      .where(
        and(eq(table.workspace_id, workspace_id), eq(table.location_id, id), isNotNull(table.deleted_at)),
      );
}
