import { events } from "@stowage/db/schema/events";
import { bins, items, locations } from "@stowage/db/schema/inventory";
import { and, eq, type Placeholder, type SQL, sql } from "drizzle-orm";
import type { Reach } from "../gate/caller.ts";
import type { Filter } from "../lists/paging.ts";
import { invalidField } from "../problems.ts";

/** Whose rows a condition keeps: the workspace's, and of those only what lies in the places; null for all. */
interface Limits {
  workspace_id: string | Placeholder;
  /** Ids joined by commas, as one value of a statement. */
  places: string | Placeholder | null;
}

type Condition = (limits: Limits) => SQL | undefined;

/** The ids of the places that a caller is bound to, and of all below them. */
const placeIds = ({ workspace_id, places }: Limits): SQL =>
  sql`(select ${locations.id} from ${locations} where ${locations.workspace_id} = ${workspace_id}
    and ${locations.path} && string_to_array(${places}, ','))`;

/** The ids of the bins there. A bin in the trash counts by where it stood. */
const binIds = (limits: Limits): SQL =>
  sql`(select ${bins.id} from ${bins} where ${bins.workspace_id} = ${limits.workspace_id}
    and ${bins.location_id} in ${placeIds(limits)})`;

/** The ids of the items there, or in a bin there; those in the trash count by where they lay. Each half has its index. */
const itemIds = (limits: Limits): SQL =>
  sql`(select ${items.id} from ${items} where ${items.workspace_id} = ${limits.workspace_id}
      and ${items.location_id} in ${placeIds(limits)}
    union all select ${items.id} from ${items} where ${items.workspace_id} = ${limits.workspace_id}
      and ${items.bin_id} in ${binIds(limits)})`;

/** K26, for each kind of thing. What lies nowhere (the inbox) is within no place. */
const CONDITIONS = {
  locations: (limits) =>
    and(
      eq(locations.workspace_id, limits.workspace_id),
      limits.places === null ? undefined : sql`${locations.path} && string_to_array(${limits.places}, ',')`,
    ),
  bins: (limits) =>
    and(
      eq(bins.workspace_id, limits.workspace_id),
      limits.places === null ? undefined : sql`${bins.location_id} in ${placeIds(limits)}`,
    ),
  items: (limits) =>
    and(
      eq(items.workspace_id, limits.workspace_id),
      limits.places === null
        ? undefined
        : sql`(${items.location_id} in ${placeIds(limits)} or ${items.bin_id} in ${binIds(limits)})`,
    ),
} satisfies Record<string, Condition>;

type Kind = keyof typeof CONDITIONS;

/** The rows of a kind that a caller can reach, as a condition with its values in it. */
export function within(kind: Kind, { workspace_id, location_ids }: Reach): SQL | undefined {
  return CONDITIONS[kind]({ workspace_id, places: location_ids && joined(location_ids) });
}

/** The same as the first filter of a prepared statement; bounded callers have statements of their own. */
export function withinFilter(kind: Kind, reach: Reach): Filter {
  return filterOf(reach, CONDITIONS[kind]);
}

/**
 * The events that a caller can read: all of the workspace, or for a bounded key those about what is within its places
 * at the time of asking, and those about itself.
 */
export function eventsWithinFilter(reach: Reach): Filter {
  const filter = filterOf(reach, (limits) =>
    and(
      eq(events.workspace_id, limits.workspace_id),
      limits.places === null ? undefined : isAboutWithin(limits),
    ),
  );
  return { ...filter, values: { ...filter.values, bound_key_id: reach.api_key_id } };
}

const isAboutWithin = (limits: Limits): SQL => sql`(
  (${events.subject_type} = 'location' and ${events.subject_id} in ${placeIds(limits)})
  or (${events.subject_type} = 'bin' and ${events.subject_id} in ${binIds(limits)})
  or (${events.subject_type} = 'item' and ${events.subject_id} in ${itemIds(limits)})
  or (${events.subject_type} = 'api_key' and ${events.subject_id} = ${sql.placeholder("bound_key_id")}))`;

function filterOf({ workspace_id, location_ids }: Reach, condition: Condition): Filter {
  const limits = { workspace_id: sql.placeholder("workspace_id") };
  if (location_ids === null)
    return { name: "ws", condition: condition({ ...limits, places: null }), values: { workspace_id } };
  return {
    name: "bound",
    condition: condition({ ...limits, places: sql.placeholder("places") }),
    values: { workspace_id, places: joined(location_ids) },
  };
}

const joined = (ids: readonly string[]): string => ids.join(",");

/**
 * What a bounded key makes or moves must have a place, since nothing else is within its bounds. That the place itself
 * is within them is seen when it is looked up.
 * @throws validation_failed  naming the field
 */
export function requirePlace(reach: Reach, place: string | null | undefined, pointer: string): void {
  if (reach.location_ids === null || place) return;
  throw invalidField(
    pointer,
    "outside_bounds",
    "This key is bound to places, so say one of them, or one within them.",
  );
}
