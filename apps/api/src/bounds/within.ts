import { events } from "@stowage/db/schema/events";
import { bins, codes, items, locations } from "@stowage/db/schema/inventory";
import { projects, tasks } from "@stowage/db/schema/projects";
import { deliveries, triggers } from "@stowage/db/schema/triggers";
import { and, eq, type Placeholder, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
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

/** A task is where the thing is that it is about. */
const taskIsAboutWithin = (limits: Limits): SQL => sql`(
  (${tasks.subject_type} = 'location' and ${tasks.subject_id} in ${placeIds(limits)})
  or (${tasks.subject_type} = 'bin' and ${tasks.subject_id} in ${binIds(limits)})
  or (${tasks.subject_type} = 'item' and ${tasks.subject_id} in ${itemIds(limits)}))`;

/** The ids of the tasks about what is there. */
const taskIds = (limits: Limits): SQL =>
  sql`(select ${tasks.id} from ${tasks} where ${tasks.workspace_id} = ${limits.workspace_id}
    and ${taskIsAboutWithin(limits)})`;

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
  // A project is in no place.
  projects: (limits) =>
    and(eq(projects.workspace_id, limits.workspace_id), limits.places === null ? undefined : sql`false`),
  tasks: (limits) =>
    and(
      eq(tasks.workspace_id, limits.workspace_id),
      limits.places === null ? undefined : taskIsAboutWithin(limits),
    ),
  // A trigger hears of every place.
  triggers: (limits) =>
    and(eq(triggers.workspace_id, limits.workspace_id), limits.places === null ? undefined : sql`false`),
  deliveries: (limits) =>
    and(eq(deliveries.workspace_id, limits.workspace_id), limits.places === null ? undefined : sql`false`),
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

/**
 * Looks for the row that a label names by its id, for each label that is asked about. `exists` would say the same, but
 * PostgreSQL may answer it from a hash of the whole table, every tenant's.
 */
const named = (table: PgTable & { id: PgColumn }, condition?: SQL): SQL =>
  sql`(select true from ${table} where ${and(eq(table.id, codes.target_id), condition)})`;

/** Whether the row that a label names is within, as a condition on `codes`; those in the trash too. */
const standsWithin = (limits: Limits): SQL => sql`(
  (${codes.target_type} = 'bin' and ${named(bins, CONDITIONS.bins(limits))})
  or (${codes.target_type} = 'item' and ${named(items, CONDITIONS.items(limits))})
  or (${codes.target_type} = 'location' and ${named(locations, CONDITIONS.locations(limits))}))`;

/** Whether a label stands on nothing: it never did, or what it stood on is gone for good. */
export const isBlankLabel: SQL = sql`(${codes.target_id} is null
  or (${codes.target_type} = 'bin' and ${named(bins)} is null)
  or (${codes.target_type} = 'item' and ${named(items)} is null)
  or (${codes.target_type} = 'location' and ${named(locations)} is null))`;

/**
 * The labels that a caller can see: blank ones, which are the whole organization's, and those on what is within reach.
 * `claimed` keeps one half of them.
 */
export function labelsWithinFilter(reach: Reach, claimed: boolean | undefined): Filter {
  const filter = filterOf(reach, (limits) => {
    if (claimed === undefined) return sql`(${isBlankLabel} or ${standsWithin(limits)})`;
    return claimed ? standsWithin(limits) : isBlankLabel;
  });
  return { ...filter, name: `${filter.name}_${claimed ?? "all"}` };
}

const isAboutWithin = (limits: Limits): SQL => sql`(
  (${events.subject_type} = 'location' and ${events.subject_id} in ${placeIds(limits)})
  or (${events.subject_type} = 'bin' and ${events.subject_id} in ${binIds(limits)})
  or (${events.subject_type} = 'item' and ${events.subject_id} in ${itemIds(limits)})
  or (${events.subject_type} = 'task' and ${events.subject_id} in ${taskIds(limits)})
  or (${events.subject_type} = 'api_key' and ${events.subject_id} = ${sql.placeholder("bound_key_id")}))`;

const OF_WORKSPACE: Limits = { workspace_id: sql.placeholder("workspace_id"), places: null };
const OF_PLACES: Limits = { ...OF_WORKSPACE, places: sql.placeholder("places") };

function filterOf({ workspace_id, location_ids }: Reach, condition: Condition): Filter {
  if (location_ids === null)
    return { name: "ws", condition: () => condition(OF_WORKSPACE), values: { workspace_id } };
  return {
    name: "bound",
    condition: () => condition(OF_PLACES),
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
