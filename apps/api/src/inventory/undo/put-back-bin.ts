import type { Bin, UpdateBin } from "@stowage/contract/bins";
import type { Changes } from "@stowage/contract/events";
import { requirePlace } from "../../bounds/within.ts";
import { checkRoomForBin, nextBin } from "../bins/bin-rows.ts";
import { removeBin } from "../bins/remove-bin.ts";
import { updateBin } from "../bins/update-bin.ts";
import { PRESENCE } from "./later-events.ts";
import { type Past, requireAsLeft, reversed, snapshotIn, valuesBefore } from "./past.ts";
import { unlessRefused } from "./skipped.ts";

/** Into the trash, if it is empty. */
export async function putBackBinCreated(past: Past): Promise<Changes> {
  past.later.requireUntouched(past.event);
  return trash(past);
}

/** Into the trash again, if it is empty. */
export async function putBackBinRestored(past: Past): Promise<Changes> {
  past.later.requireUnchanged(past.event, [PRESENCE]);
  return trash(past);
}

async function trash(past: Past): Promise<Changes> {
  const { id } = await keptBin(past);
  const { deleted_at } = await unlessRefused({ conflict: "not_empty" }, () =>
    removeBin(past.writing, { id }),
  );
  return { deleted_at: { old: null, new: deleted_at } };
}

/** Out of the trash, to exactly where it stood. */
export async function putBackBinDeleted({ writing, later, event }: Past): Promise<Changes> {
  const before = await writing.bins.get(event.subject_id);
  if (!before) throw later.missing(event);
  later.requireUnchanged(event, [PRESENCE]);
  const { location_id } = snapshotIn<Bin>(event);
  const changes = { deleted_at: { old: before.deleted_at, new: null } };
  await unlessRefused({ validation_failed: "place_gone" }, async () => {
    requirePlace(writing.by.reach, location_id, "/id");
    if (location_id !== null) await writing.location(location_id);
    checkRoomForBin(writing);
    const { id: subject_id, name } = nextBin(writing, before, { location_id, deleted_at: null });
    writing.record({ type: "bin.restored", subject_id, subject_name: name, changes });
  });
  return changes;
}

/** Each changed field gets its value from before. */
export async function putBackBinChanged(past: Past): Promise<Changes> {
  const { writing, event } = past;
  const before = await keptBin(past);
  requireAsLeft(past, before);
  const patch = { ...valuesBefore(event), id: before.id } as UpdateBin; // fields of a bin, from its own event
  await unlessRefused({ validation_failed: "place_gone" }, () => updateBin(writing, patch));
  return reversed(event.changes);
}

async function keptBin({ writing, later, event }: Past): Promise<Bin> {
  const bin = await writing.bins.get(event.subject_id);
  if (!bin) throw later.missing(event);
  if (bin.deleted_at !== null) later.requireUnchanged(event, [PRESENCE]);
  return bin;
}
