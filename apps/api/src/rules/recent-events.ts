import { EVENT_TYPES, type EventType } from "@stowage/contract/events";
import { globMatches } from "@stowage/contract/triggers";
import type { Db } from "@stowage/db/open-database";
import type { Transaction } from "@stowage/db/prepared";
import { events } from "@stowage/db/schema/events";
import { and, between, desc, eq, inArray } from "drizzle-orm";
import { eventColumns } from "../features/events/store.ts";
import type { Facts, StoredEvent } from "./facts.ts";

/** The types that some globs name, in the order of the contract. */
export function typesOf(globs: readonly string[]): EventType[] {
  return EVENT_TYPES.filter((type) => globs.some((glob) => globMatches(glob, type)));
}

/** The newest events that some globs name, newest first. */
export async function newestEvents(
  db: Db,
  { workspace_id, globs, limit }: { workspace_id: string; globs: readonly string[]; limit: number },
): Promise<StoredEvent[]> {
  const types = typesOf(globs);
  const isAll = types.length === EVENT_TYPES.length;
  return db
    .select(eventColumns)
    .from(events)
    .where(and(eq(events.workspace_id, workspace_id), isAll ? undefined : inArray(events.type, types)))
    .orderBy(desc(events.seq))
    .limit(limit);
}

/** The event of a `seq`, or null. */
export async function eventBySeq(
  db: Db | Transaction,
  workspace_id: string,
  seq: number,
): Promise<StoredEvent | null> {
  const [event] = await eventsBetween(db, workspace_id, { first_seq: seq, last_seq: seq });
  return event ?? null;
}

/** The events of a range, oldest first. */
export async function eventsBetween(
  db: Db | Transaction,
  workspace_id: string,
  { first_seq, last_seq }: { first_seq: number; last_seq: number },
): Promise<StoredEvent[]> {
  return db
    .select(eventColumns)
    .from(events)
    .where(and(eq(events.workspace_id, workspace_id), between(events.seq, first_seq, last_seq)))
    .orderBy(events.seq);
}

/** A made-up event of the first type that some globs name, for who has none yet. */
export function sampleFacts(globs: readonly string[], at: string): Facts {
  const type = typesOf(globs)[0] ?? "item.created";
  const subject_type = type.slice(0, type.indexOf("."));
  const subject = SAMPLES[subject_type] ?? null;
  const name = subject ? String(subject.name ?? subject.title) : "Sample";
  return {
    event: {
      id: "evt_01h455vb4pex5vsknk084sn02q",
      seq: 1,
      type,
      subject_type,
      subject_id: String(subject?.id ?? "sample"),
      subject_name: name,
      actor_user_id: null,
      actor_name: "Ada",
      on_behalf_of_user_id: null,
      auth_method: "session",
      api_key_id: null,
      api_key_name: null,
      ip: null,
      request_id: null,
      endpoint: null,
      trigger_id: null,
      trigger_depth: 0,
      changes: {},
      data: SAMPLE_DATA[type] ?? {},
      created_at: at,
    },
    subject,
  };
}

const SAMPLE_DATA: Partial<Record<EventType, Record<string, unknown>>> = {
  "item.low_stock": { quantity: 1, min_quantity: 4, missing: 3 },
  "item.restocked": { quantity: 6, min_quantity: 4, missing: 0 },
  "item.expiring": { expires_on: "2027-01-09", days_left: 7, quantity: 1 },
};

const SAMPLES: Record<string, Record<string, unknown>> = {
  item: {
    id: "item_01h455vb4pex5vsknk084sn02q",
    name: "Coffee beans",
    quantity: 1,
    unit: "kg",
    min_quantity: 4,
    is_low: true,
    tags: ["pantry"],
    bin_id: null,
    location_id: null,
    location_ids: [],
    custom_fields: {},
  },
  bin: {
    id: "bin_01h455vb4pex5vsknk084sn02q",
    code: "K7M2Q4X",
    name: "Fasteners",
    tags: [],
    location_ids: [],
  },
  location: { id: "loc_01h455vb4pex5vsknk084sn02q", name: "Shelf", kind: "shelf", location_ids: [] },
  task: { id: "task_01h455vb4pex5vsknk084sn02q", title: "Buy coffee", status: "open", priority: "normal" },
  project: { id: "proj_01h455vb4pex5vsknk084sn02q", name: "Bookshelf", status: "active", tags: [] },
};
