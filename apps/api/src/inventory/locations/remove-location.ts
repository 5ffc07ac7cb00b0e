import type { Bin } from "@stowage/contract/bins";
import type { Item } from "@stowage/contract/items";
import type { Location, RemoveLocation } from "@stowage/contract/locations";
import type { Transaction } from "@stowage/db/prepared";
import { bins, codes, items } from "@stowage/db/schema/inventory";
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { binColumns } from "../../features/bins/store.ts";
import { itemColumns } from "../../features/items/store.ts";
import { checkNoCycle } from "../../features/locations/policy.ts";
import { conflict } from "../../problems.ts";
import { checkVersion } from "../../writes/check-version.ts";
import { nextBin } from "../bins/bin-rows.ts";
import { nextItem } from "../items/item-rows.ts";
import type { Writing } from "../writing.ts";
import { checkSiblingName, childrenOf, moveSubtree, nextLocation } from "./location-rows.ts";

/** What is directly in a place. */
export interface Contents {
  places: Location[];
  bins: Bin[];
  items: Item[];
}

/** For good; what is in it goes to `move_to`. @throws not_found, conflict, version_mismatch */
export async function removeLocation(writing: Writing, { id, move_to, if_version }: RemoveLocation) {
  const location = await writing.location(id);
  checkVersion("location", location, if_version);
  const contents = await contentsOf(writing, id);
  if (move_to === undefined) checkEmpty(location, contents);
  else await moveContents(writing, location, contents, move_to);
  writing.locations.drop(id);
  writing.count("location", -1);
  writing.meanwhile(() => forget(writing, id));
  const event_seq = writing.record({
    type: "location.deleted",
    subject_id: id,
    subject_name: location.name,
    data: {
      snapshot: location,
      ...(await losses(writing, id)),
      ...(move_to !== undefined && { moved_to: move_to, moved: idsOf(contents) }),
    },
  });
  return { id, deleted_at: writing.at, event_seq };
}

/** @throws conflict */
function checkEmpty(location: Location, { places, bins, items }: Contents): void {
  if (places.length + bins.length + items.length === 0) return;
  throw conflict(
    `${location.name} holds ${places.length} places, ${bins.length} bins and ${items.length} items. Empty it, or say move_to.`,
  );
}

async function moveContents(
  writing: Writing,
  location: Location,
  contents: Contents,
  moveTo: string,
): Promise<void> {
  const target = await writing.location(moveTo);
  checkNoCycle(location, target);
  for (const child of contents.places) {
    await moveSubtree(writing, child, target);
    const moved = { ...(writing.locations.peek(child.id) ?? child), parent_id: moveTo };
    await checkSiblingName(writing, moved);
    nextLocation(writing, moved, {});
  }
  for (const bin of contents.bins) nextBin(writing, bin, { location_id: moveTo });
  for (const item of contents.items) nextItem(writing, item, { location_id: moveTo });
}

const idsOf = ({ places, bins, items }: Contents) => ({
  locations: places.map(({ id }) => id),
  bins: bins.map(({ id }) => id),
  items: items.map(({ id }) => id),
});

/** What is directly in a place at this point of the transaction. */
export async function contentsOf(writing: Writing, id: string): Promise<Contents> {
  const { tx, by } = writing;
  const { workspace_id } = by;
  const [storedBins, storedItems] = await Promise.all([
    tx
      .select(binColumns)
      .from(bins)
      .where(and(eq(bins.workspace_id, workspace_id), eq(bins.location_id, id), isNull(bins.deleted_at))),
    tx
      .select(itemColumns)
      .from(items)
      .where(and(eq(items.workspace_id, workspace_id), eq(items.location_id, id), isNull(items.deleted_at))),
  ]);
  for (const bin of storedBins) writing.bins.learn(bin, { isReached: true });
  for (const item of storedItems) writing.items.learn(item, { isReached: true });
  const isHere = (thing: { location_id: string | null; deleted_at: string | null }) =>
    thing.location_id === id && thing.deleted_at === null;
  return {
    places: await childrenOf(writing, id),
    bins: [...writing.bins.known()].filter(isHere),
    items: [...writing.items.known()].filter(isHere),
  };
}

/** What {@link forget} takes from others, so that it can be put back: labels, and where things in the trash were. */
async function losses({ tx, by }: Writing, id: string) {
  const trashedIn = (table: typeof bins | typeof items) =>
    tx
      .select({ id: table.id })
      .from(table)
      .where(
        and(eq(table.workspace_id, by.workspace_id), eq(table.location_id, id), isNotNull(table.deleted_at)),
      );
  const [labels, trashedBins, trashedItems] = await Promise.all([
    tx
      .select({ code: codes.code })
      .from(codes)
      .where(and(eq(codes.organization_id, by.caller.organization.id), eq(codes.target_id, id))),
    trashedIn(bins),
    trashedIn(items),
  ]);
  const ids = (rows: { id: string }[]) => rows.map((row) => row.id);
  return {
    ...(labels.length > 0 && { labels: labels.map(({ code }) => code) }),
    ...(trashedBins.length + trashedItems.length > 0 && {
      trashed: { bins: ids(trashedBins), items: ids(trashedItems) },
    }),
  };
}

/** What is in the trash must not hold the place back, and its label is blank again. */
async function forget({ tx, by }: Writing, id: string): Promise<void> {
  await Promise.all([
    forgetIn(tx, bins, by.workspace_id, id),
    forgetIn(tx, items, by.workspace_id, id),
    tx
      .update(codes)
      .set({ target_type: null, target_id: null })
      .where(and(eq(codes.organization_id, by.caller.organization.id), eq(codes.target_id, id))),
  ]);
}

function forgetIn(tx: Transaction, table: typeof bins | typeof items, workspace_id: string, id: string) {
  return tx
    .update(table)
    .set({ location_id: null })
    .where(and(eq(table.workspace_id, workspace_id), eq(table.location_id, id), isNotNull(table.deleted_at)));
}
