import type { Event } from "@stowage/contract/events";
import type { Db } from "@stowage/db/open-database";
import type { Transaction } from "@stowage/db/prepared";
import { bins, items, locations } from "@stowage/db/schema/inventory";
import { projects, tasks } from "@stowage/db/schema/projects";
import { and, eq, inArray, sql } from "drizzle-orm";
import { binColumns } from "../features/bins/store.ts";
import { itemColumns } from "../features/items/store.ts";
import { locationColumns } from "../features/locations/store.ts";
import { projectColumns } from "../features/projects/store.ts";
import { taskColumns } from "../features/tasks/store.ts";

/** An event as it is stored. */
export type StoredEvent = Omit<Event, "undone_by">;
type Subject = Record<string, unknown>;

/** What conditions and templates look into. */
export interface Facts {
  event: StoredEvent;
  /** What it happened to, as it was then as far as the event tells, else as it is; null for what is no thing of the inventory. */
  subject: Subject | null;
}

/** What stands at a path such as `subject.name`; only what is stored there, never what JavaScript adds. */
export function looked({ event, subject }: Facts, [root, ...path]: readonly string[]): unknown {
  let found: unknown =
    root === "subject" ? subject : root === "data" ? event.data : root === "event" ? event : null;
  for (const name of path) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, name)) return null;
    found = (found as Subject)[name]; // its own member, of whatever type
  }
  return found;
}

type Reader = (db: Db | Transaction, workspace_id: string, ids: string[]) => Promise<Subject[]>;

/** Every place that a thing is in, the nearest last. */
const placesOf = sql<string[]>`coalesce(${locations.path}, '{}')`.as("location_ids");

const READERS: Record<string, Reader> = {
  item: (db, workspace_id, ids) =>
    db
      .select({ ...itemColumns, location_ids: placesOf })
      .from(items)
      .leftJoin(bins, and(eq(bins.workspace_id, items.workspace_id), eq(bins.id, items.bin_id)))
      .leftJoin(
        locations,
        and(
          eq(locations.workspace_id, items.workspace_id),
          sql`${locations.id} = coalesce(${bins.location_id}, ${items.location_id})`,
        ),
      )
      .where(and(eq(items.workspace_id, workspace_id), inArray(items.id, ids))),
  bin: (db, workspace_id, ids) =>
    db
      .select({ ...binColumns, location_ids: placesOf })
      .from(bins)
      .leftJoin(
        locations,
        and(eq(locations.workspace_id, bins.workspace_id), eq(locations.id, bins.location_id)),
      )
      .where(and(eq(bins.workspace_id, workspace_id), inArray(bins.id, ids))),
  location: (db, workspace_id, ids) =>
    db
      .select({ ...locationColumns, location_ids: placesOf })
      .from(locations)
      .where(and(eq(locations.workspace_id, workspace_id), inArray(locations.id, ids))),
  task: (db, workspace_id, ids) =>
    db
      .select(taskColumns)
      .from(tasks)
      .where(and(eq(tasks.workspace_id, workspace_id), inArray(tasks.id, ids))),
  project: (db, workspace_id, ids) =>
    db
      .select(projectColumns)
      .from(projects)
      .where(and(eq(projects.workspace_id, workspace_id), inArray(projects.id, ids))),
};

/** Puts each event together with what it happened to; one query for each kind of thing. */
export async function factsOf(
  db: Db | Transaction,
  workspace_id: string,
  events: readonly StoredEvent[],
): Promise<Facts[]> {
  const subjects = new Map<string, Subject>();
  for (const [kind, read] of Object.entries(READERS)) {
    const about = events.filter(({ subject_type }) => subject_type === kind);
    const ids = [...new Set(about.map(({ subject_id }) => subject_id))];
    if (ids.length === 0) continue;
    for (const row of await read(db, workspace_id, ids)) subjects.set(String(row.id), row);
  }
  return events.map((event) => ({ event, subject: asItWas(event, subjects.get(event.subject_id) ?? null) }));
}

/** A row with what the event itself tells of it; of what is gone for good, the snapshot in the event. */
function asItWas(event: StoredEvent, row: Subject | null): Subject | null {
  if (!Object.hasOwn(READERS, event.subject_type)) return null;
  const { snapshot, ...data } = event.data;
  const told: Subject = isRow(snapshot) ? { location_ids: snapshot.path ?? [], ...snapshot } : data;
  for (const [field, change] of Object.entries(event.changes)) told[field] = change.new;
  if (row === null) return { ...told, id: event.subject_id };
  const subject = { ...row };
  for (const field of Object.keys(row))
    if (field !== "id" && Object.hasOwn(told, field)) subject[field] = told[field];
  return event.subject_type === "item" ? { ...subject, ...derived(subject) } : subject;
}

/** What follows from the quantities of that moment. */
function derived({ quantity, min_quantity, reserved }: Subject): Subject {
  const held = Number(quantity);
  return {
    is_low: typeof min_quantity === "number" && held <= min_quantity,
    available: Math.round((held - Number(reserved)) * 1_000) / 1_000,
  };
}

function isRow(value: unknown): value is Subject {
  return typeof value === "object" && value !== null;
}
