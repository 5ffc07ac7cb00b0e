import { CreateItem, type Item } from "@stowage/contract/items";
import { createItem } from "../inventory/items/create-item.ts";
import { restoreItem } from "../inventory/items/restore-item.ts";
import { updateItem } from "../inventory/items/update-item.ts";
import { placeByPath, readCode } from "./apply-bin.ts";
import { checkSamePath } from "./apply-location.ts";
import { type Applying, type Outcome, rowFault } from "./applying.ts";
import { completedBy } from "./complete-row.ts";
import type { RowValues } from "./row-shapes.ts";

const completed = completedBy(CreateItem);

/** An item with the row's id, in the trash too, or with its external id is that of the row; else there is a new one. */
export async function applyItem(
  applying: Applying,
  { id, bin_code, location_path, bin_id, location_id, ...fields }: RowValues<"item">,
): Promise<Outcome> {
  const { writing, ids } = applying;
  const values = {
    ...fields,
    ...(await placeOf(applying, { bin_id, bin_code, location_id, location_path })),
  };
  const before = await itemThere(applying, id, fields.external_id);
  if (!before) {
    await createItem(writing, completed(values), { id: ids.take("item", id) });
    return "created";
  }
  ids.is(id, before.id);
  if (before.deleted_at !== null) await restoreItem(writing, { id: before.id });
  const item = await updateItem(writing, { ...values, id: before.id });
  return item === before ? "unchanged" : "updated";
}

async function itemThere(
  { writing, ids }: Applying,
  id: string | undefined,
  external_id: string | null | undefined,
): Promise<Item | null> {
  const known = id === undefined ? null : await writing.items.get(ids.of(id));
  if (known || !external_id) return known;
  const holder = await writing.externalIds.holder(external_id);
  return holder === null ? null : writing.items.get(holder);
}

type Place = Pick<RowValues<"item">, "bin_id" | "bin_code" | "location_id" | "location_path">;

/** Where a row puts its item: into a bin, into a place, nowhere, or, with nothing said, where it is. */
async function placeOf(applying: Applying, place: Place): Promise<Pick<Place, "bin_id" | "location_id">> {
  const bin_id = await binOf(applying, place);
  if (!bin_id) {
    const { location_id } = await placeByPath(applying, place.location_id, place.location_path);
    return { ...(bin_id === null && { bin_id }), ...(location_id !== undefined && { location_id }) };
  }
  if (place.location_id) throw rowFault("location_id", "two_places", "Name a bin or a place, not both.");
  await checkStandsThere(applying, bin_id, place.location_path);
  return { bin_id };
}

async function binOf(
  { ids, labels, writing }: Applying,
  { bin_id, bin_code }: Place,
): Promise<string | null | undefined> {
  const id = bin_id ? ids.of(bin_id) : bin_id;
  if (bin_code === undefined) return id;
  const code = readCode("bin_code", bin_code);
  const labelled = await labels.binOf(code);
  const named = id ? await writing.bins.get(id) : null;
  if (named && labelled !== named.id)
    throw rowFault("bin_code", "two_places", `It is not the label of the bin that bin_id names.`);
  if (named) return named.id;
  if (labelled !== null && (await writing.bins.get(labelled))) return labelled;
  throw rowFault("bin_code", "not_found", `There is no bin ${code} here.`);
}

/** Beside a bin, a path can only say where that stands. */
async function checkStandsThere(
  { writing, places }: Applying,
  bin_id: string,
  path: readonly string[] | undefined,
): Promise<void> {
  if (path === undefined) return;
  const { location_id } = await writing.bin(bin_id);
  const there = location_id === null ? [] : await places.pathOf(location_id);
  checkSamePath("location_path", path, there);
}
