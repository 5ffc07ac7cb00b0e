import type { Db } from "@stowage/db/open-database";
import { locations } from "@stowage/db/schema/inventory";
import { and, arrayOverlaps, inArray } from "drizzle-orm";
import type { Reach } from "../gate/caller.ts";
import { invalidField } from "../problems.ts";
import { within } from "./within.ts";

/** Those of some places that are not there for a caller, or lie neither in nor below `inside`; null is everywhere. */
export async function strayPlaces(
  db: Pick<Db, "select">,
  reach: Reach,
  ids: readonly string[],
  inside: readonly string[] | null,
): Promise<string[]> {
  const found = await db
    .select({ id: locations.id })
    .from(locations)
    .where(
      and(
        within("locations", reach),
        inArray(locations.id, [...ids]),
        inside === null ? undefined : arrayOverlaps(locations.path, [...inside]),
      ),
    );
  const there = new Set(found.map(({ id }) => id));
  return ids.filter((id) => !there.has(id));
}

/**
 * The places that a key shall be bound to are there, for whoever says so.
 * @throws validation_failed  naming the first that is not
 */
export async function checkPlaces(
  db: Pick<Db, "select">,
  reach: Reach,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const [stray] = await strayPlaces(db, reach, ids, null);
  if (stray === undefined) return;
  throw invalidField(
    `/location_ids/${ids.indexOf(stray)}`,
    "not_found",
    `There is no location ${stray} in this environment.`,
  );
}
