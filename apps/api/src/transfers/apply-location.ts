import { CreateLocation, type Location } from "@stowage/contract/locations";
import { createLocation } from "../inventory/locations/create-location.ts";
import { updateLocation } from "../inventory/locations/update-location.ts";
import { type Applying, type Outcome, rowFault } from "./applying.ts";
import { completedBy } from "./complete-row.ts";
import type { RowValues } from "./row-shapes.ts";

const completed = completedBy(CreateLocation);

/** A place with the row's id, or with its name in the same place, is that of the row; else there is a new one. */
export async function applyLocation(
  applying: Applying,
  { id, parent_path, ...fields }: RowValues<"location">,
): Promise<Outcome> {
  const { writing, ids, places } = applying;
  const values = { ...fields, ...(await parentOf(applying, fields.parent_id, parent_path)) };
  const known = id === undefined ? null : await writing.locations.get(ids.of(id));
  const before = known ?? (await namesake(applying, values));
  if (before) {
    const location = await updateLocation(writing, { ...values, id: before.id });
    ids.is(id, before.id);
    if (location === before) return "unchanged";
    await places.follow(location, before);
    return "updated";
  }
  const location = await createLocation(writing, completed(values), { id: ids.take("location", id) });
  await places.follow(location, null);
  return "created";
}

async function parentOf(
  { ids, places }: Applying,
  parent_id: string | null | undefined,
  path: readonly string[] | undefined,
): Promise<{ parent_id?: string | null }> {
  if (!parent_id)
    return path === undefined
      ? { ...(parent_id === null && { parent_id }) }
      : { parent_id: await places.at(path) };
  const id = ids.of(parent_id);
  if (path === undefined) return { parent_id: id };
  const there = await places.pathOf(id);
  if (there.length === 0) return { parent_id: await places.at(path) };
  checkSamePath("parent_path", path, there);
  return { parent_id: id };
}

/** @throws validation_failed  an id and a path beside it name different places */
export function checkSamePath(field: string, path: readonly string[], there: readonly string[]): void {
  const key = (names: readonly string[]) => JSON.stringify(names.map((name) => name.toLowerCase()));
  if (key(path) === key(there)) return;
  throw rowFault(
    field,
    "two_places",
    `It says ${path.join(" / ")}, but the id beside it is that of ${there.join(" / ")}. Empty the one that is wrong.`,
  );
}

async function namesake(
  { writing, places }: Applying,
  { parent_id = null, name }: { parent_id?: string | null; name?: string },
): Promise<Location | null> {
  if (name === undefined) return null;
  const id = await places.child(parent_id, name);
  return id === null ? null : writing.locations.get(id);
}
