import { newId } from "@stowage/db/new-id";
import type { Transaction } from "@stowage/db/prepared";
import { bins, codes, items, locations } from "@stowage/db/schema/inventory";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { OrganizationId, WorkspaceId } from "../../gate/caller.ts";
import { takeNewCode } from "../../labels/take-new-code.ts";
import { lockTree } from "../locations/store.ts";
import { SAMPLE_PLACES, type SamplePlace } from "./policy.ts";

export interface Sandbox {
  organization_id: OrganizationId;
  /** The organization's test workspace. */
  workspace_id: WorkspaceId;
  /** RFC 3339; days of expiry count from it. */
  at: string;
}

interface SampleRows {
  locations: (typeof locations.$inferInsert)[];
  bins: (typeof bins.$inferInsert)[];
  items: (typeof items.$inferInsert)[];
}

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Puts the sample data into an empty test workspace. Every item has an `external_id` that is the same after each reset. */
export async function fillSandbox(tx: Transaction, sandbox: Sandbox) {
  const rows: SampleRows = { locations: [], bins: [], items: [] };
  for (const place of SAMPLE_PLACES) await addPlace(tx, sandbox, rows, place, []);
  await tx.insert(locations).values(rows.locations);
  await tx.insert(bins).values(rows.bins);
  await tx.insert(items).values(rows.items);
  return { locations: rows.locations.length, bins: rows.bins.length, items: rows.items.length };
}

/**
 * Takes everything out of a test workspace; its events stay. What others are about to put in meanwhile waits, and then
 * finds its place gone. Rows are locked in the order in which all writers lock them: tree, items, bins, places.
 */
export async function emptySandbox(
  tx: Transaction,
  { organization_id, workspace_id }: Sandbox,
): Promise<void> {
  await lockTree(tx, workspace_id);
  for (const table of [items, bins, locations])
    await tx
      .select({ id: table.id })
      .from(table)
      .where(eq(table.workspace_id, workspace_id))
      .orderBy(asc(table.id))
      .for("update");
  await tx.delete(items).where(eq(items.workspace_id, workspace_id));
  const emptied = tx.select({ id: bins.id }).from(bins).where(eq(bins.workspace_id, workspace_id));
  await tx
    .delete(codes)
    .where(and(eq(codes.organization_id, organization_id), inArray(codes.target_id, emptied)));
  await tx.delete(bins).where(eq(bins.workspace_id, workspace_id));
  await tx.delete(locations).where(eq(locations.workspace_id, workspace_id));
}

async function addPlace(
  tx: Transaction,
  sandbox: Sandbox,
  rows: SampleRows,
  place: SamplePlace,
  above: string[],
): Promise<void> {
  const { organization_id, workspace_id, at } = sandbox;
  const common = { workspace_id, created_at: at, updated_at: at };
  const id = newId("location");
  const path = [...above, id];
  const { name, kind } = place;
  rows.locations.push({ ...common, id, name, kind, parent_id: above.at(-1), path, depth: path.length });
  for (const item of place.items ?? []) rows.items.push({ ...itemRow(sandbox, item), location_id: id });
  for (const bin of place.bins ?? []) {
    const bin_id = newId("bin");
    const code = await takeNewCode(tx, { organization_id, target_id: bin_id, created_at: at });
    rows.bins.push({ ...common, id: bin_id, code, name: bin.name, location_id: id, tags: bin.tags ?? [] });
    for (const item of bin.items) rows.items.push({ ...itemRow(sandbox, item), bin_id });
  }
  for (const inner of place.inside ?? []) await addPlace(tx, sandbox, rows, inner, path);
}

type SampleItem = NonNullable<SamplePlace["items"]>[number];

function itemRow({ workspace_id, at }: Sandbox, { barcode, expires_in_days, ...item }: SampleItem) {
  const words = item.name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return {
    ...item,
    id: newId("item"),
    workspace_id,
    external_id: `sample-${words.join("-")}`,
    barcodes: barcode === undefined ? [] : [barcode],
    expires_on: expires_in_days === undefined ? null : dayAfter(at, expires_in_days),
    created_at: at,
    updated_at: at,
  };
}

function dayAfter(at: string, days: number): string {
  return new Date(Date.parse(at) + days * DAY_MS).toISOString().slice(0, 10);
}
