import type { Changes } from "@stowage/contract/events";
import { LOCATION_DEPTH_MAX, WORKSPACE_LOCATIONS_MAX } from "@stowage/contract/limits";
import type { Location, UpdateLocation } from "@stowage/contract/locations";
import { bins, codes, items } from "@stowage/db/schema/inventory";
import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { nextBin } from "../bins/bin-rows.ts";
import { nextItem } from "../items/item-rows.ts";
import { checkSiblingName, moveSubtree, nextLocation } from "../locations/location-rows.ts";
import { contentsOf, removeLocation } from "../locations/remove-location.ts";
import { updateLocation } from "../locations/update-location.ts";
import type { Writing } from "../writing.ts";
import { type Past, requireAsLeft, reversed, snapshotIn, valuesBefore } from "./past.ts";
import { Skipped, unlessRefused } from "./skipped.ts";

/** What was in a place, as the event of its deletion lists it. */
interface Ids {
  locations: string[];
  bins: string[];
  items: string[];
}

/** Gone for good, if it is empty but for what came back with it; that goes to where it was before. */
export async function putBackLocationCreated(past: Past): Promise<Changes> {
  const { writing, later, event } = past;
  const { id } = await locationOf(past);
  later.requireUntouched(event);
  const move_to = await whereContentsGo(past);
  const { deleted_at } = await unlessRefused({ conflict: "not_empty" }, () =>
    removeLocation(writing, { id, move_to }),
  );
  return { deleted_at: { old: null, new: deleted_at } };
}

/** @throws Skipped  something else has been put there since */
async function whereContentsGo({ writing, event }: Past): Promise<string | undefined> {
  const { moved_from } = event.data;
  if (typeof moved_from !== "string") return undefined;
  const cameBack = new Set(Object.values(idsIn(event.data.moved)).flat());
  const { places, bins, items } = await contentsOf(writing, event.subject_id);
  const other = [...places, ...bins, ...items].find(({ id }) => !cameBack.has(id));
  if (other) throw new Skipped("not_empty", `${other.name} was put into ${event.subject_name} since.`);
  return moved_from;
}

/** There again, with its id, its labels, and what was moved out of it and is still where that went. */
export async function putBackLocationDeleted(past: Past): Promise<Changes> {
  const { writing, event } = past;
  const { name, kind, description, parent_id } = await recreate(past);
  const { moved_to } = event.data;
  const moved = typeof moved_to === "string" ? await bringBack(past, moved_to) : null;
  writing.meanwhile(() => remember(past));
  writing.record({
    type: "location.created",
    subject_id: event.subject_id,
    subject_name: name,
    data: { name, kind, description, parent_id, ...(moved && { moved_from: moved_to, moved }) },
  });
  return { deleted_at: { old: event.created_at, new: null } };
}

/** @throws Skipped */
async function recreate({ writing, event }: Past): Promise<Location> {
  const { version, ...values } = snapshotIn<Location>(event);
  const { id, name, parent_id } = values;
  if (await writing.locations.get(id)) throw new Skipped("changed_since", `${name} is there again.`);
  const parent = parent_id === null ? null : await unlessRefused({}, () => writing.location(parent_id));
  if ((parent?.depth ?? 0) >= LOCATION_DEPTH_MAX)
    throw new Skipped("limit_reached", `${name} would lie too deep in the tree by now.`);
  if (writing.counts.location_count >= WORKSPACE_LOCATIONS_MAX)
    throw new Skipped("limit_reached", `There are ${WORKSPACE_LOCATIONS_MAX} places already.`);
  await unlessRefused({ conflict: "name_taken" }, () => checkSiblingName(writing, values));
  const path = [...(parent?.path ?? []), id];
  const written = { version: version + 1, updated_at: writing.at };
  const location = { ...values, path, depth: path.length, ...written };
  writing.locations.put(location);
  writing.count("location", 1);
  return location;
}

/** Puts back what was moved out and is still there. @returns the ids of what came back */
async function bringBack({ writing, later, event }: Past, moved_to: string): Promise<Ids> {
  const { subject_id: id } = event;
  const listed = idsIn(event.data.moved);
  await Promise.all([writing.bins.fetch(listed.bins), writing.items.fetch(listed.items), writing.tree()]);
  const isLeft = ({ id: one }: { id: string }) =>
    later.isUnchanged(event, one, ["bin_id", "location_id", "parent_id"]);
  const isThere = (thing: { id: string; location_id: string | null; deleted_at: string | null }) =>
    thing.location_id === moved_to && thing.deleted_at === null && isLeft(thing);
  const places = listed.locations
    .flatMap((one) => writing.locations.peek(one) ?? [])
    .filter((place) => place.parent_id === moved_to && isLeft(place));
  const itsBins = listed.bins.flatMap((one) => writing.bins.peek(one) ?? []).filter(isThere);
  const itsItems = listed.items.flatMap((one) => writing.items.peek(one) ?? []).filter(isThere);
  for (const place of places) await bringPlaceBack(writing, place, id);
  for (const bin of itsBins) nextBin(writing, bin, { location_id: id });
  for (const item of itsItems) nextItem(writing, item, { location_id: id });
  const ids = (things: { id: string }[]) => things.map((thing) => thing.id);
  return { locations: ids(places), bins: ids(itsBins), items: ids(itsItems) };
}

async function bringPlaceBack(writing: Writing, place: Location, parent_id: string): Promise<void> {
  const parent = await writing.location(parent_id);
  await unlessRefused({ conflict: "place_gone" }, () => moveSubtree(writing, place, parent));
  nextLocation(writing, writing.locations.peek(place.id) ?? place, { parent_id });
}

/** The labels stand on it again, unless they stand elsewhere by now, and what was in its trash is found there. */
async function remember({ writing, event }: Past): Promise<void> {
  const { tx, by } = writing;
  const location_id = event.subject_id;
  const labels = stringsIn(event.data.labels);
  const trashed = idsIn(event.data.trashed);
  const putIn = (table: typeof bins | typeof items, ids: string[]) =>
    tx
      .update(table)
      .set({ location_id })
      .where(
        and(
          eq(table.workspace_id, by.workspace_id),
          inArray(table.id, ids),
          isNotNull(table.deleted_at),
          isNull(table.location_id),
        ),
      );
  await Promise.all([
    labels.length > 0 &&
      tx
        .update(codes)
        .set({ target_type: "location", target_id: location_id })
        .where(
          and(
            eq(codes.organization_id, by.caller.organization.id),
            inArray(codes.code, labels),
            isNull(codes.target_id),
          ),
        ),
    trashed.bins.length > 0 && putIn(bins, trashed.bins),
    trashed.items.length > 0 && putIn(items, trashed.items),
  ]);
}

/** Each changed field gets its value from before; with the place, all below it moves. */
export async function putBackLocationChanged(past: Past): Promise<Changes> {
  const { writing, event } = past;
  const before = await locationOf(past);
  requireAsLeft(past, before);
  const patch = { ...valuesBefore(event), id: before.id } as UpdateLocation; // fields of a place, from its own event
  const { parent_id } = patch;
  const parent = parent_id ? await unlessRefused({}, () => writing.location(parent_id)) : null;
  if (parent?.path.includes(before.id))
    throw new Skipped("place_gone", `${parent.name} lies within ${before.name} by now.`);
  await unlessRefused({ conflict: "name_taken", validation_failed: "place_gone" }, () =>
    updateLocation(writing, patch),
  );
  return reversed(event.changes);
}

async function locationOf({ writing, later, event }: Past): Promise<Location> {
  const location = await writing.locations.get(event.subject_id);
  if (!location) throw later.missing(event);
  return location;
}

/** Lists as the server wrote them into an event. */
function idsIn(written: unknown): Ids {
  const { locations, bins, items } = (
    typeof written === "object" && written !== null ? written : {}
  ) as Partial<Ids>;
  return { locations: locations ?? [], bins: bins ?? [], items: items ?? [] };
}

const stringsIn = (written: unknown): string[] => (Array.isArray(written) ? written.map(String) : []);
