import { type Event, UNDO_EVENTS_MAX, type UndoEvents } from "@stowage/contract/events";
import { events } from "@stowage/db/schema/events";
import { and, desc, eq, gte, type SQL, sql } from "drizzle-orm";
import { eventsWithinFilter } from "../../bounds/within.ts";
import { eventColumns } from "../../features/events/store.ts";
import { limitReached, notFound } from "../../problems.ts";
import type { Writing } from "../writing.ts";

/** An event as undo reads it. */
export type PastEvent = Pick<
  Event,
  "seq" | "type" | "subject_type" | "subject_id" | "subject_name" | "changes" | "data" | "created_at"
>;

/** Whose doing, or which events; how many may be named is the caller's to limit. */
export type UndoSelection = Pick<UndoEvents, "api_key_id" | "user_id" | "event_seqs" | "since">;

/**
 * The events of a selection that the caller can read, newest first.
 * @throws limit_reached  there are more than one undo looks at
 * @throws not_found  one that was named is not there
 */
export async function selectedEvents(writing: Writing, selection: UndoSelection): Promise<PastEvent[]> {
  const { api_key_id, user_id, event_seqs, since } = selection;
  const found = await readEvents(
    writing,
    and(
      api_key_id === undefined ? undefined : eq(events.api_key_id, api_key_id),
      user_id === undefined
        ? undefined
        : and(eq(events.actor_user_id, user_id), eq(events.auth_method, "session")),
      event_seqs === undefined ? undefined : oneOf(event_seqs),
      event_seqs !== undefined || since === undefined ? undefined : gte(events.created_at, since),
    ),
    event_seqs === undefined ? UNDO_EVENTS_MAX + 1 : undefined,
  );
  if (event_seqs !== undefined) return named(found, event_seqs, since);
  if (found.length > UNDO_EVENTS_MAX)
    throw limitReached(
      `That is more than ${UNDO_EVENTS_MAX} events. Say a later since, undo those, and go on from there.`,
    );
  return found;
}

/** Events that the caller can read, newest first. */
export function readEvents(
  writing: Writing,
  condition: SQL | undefined,
  limit?: number,
): Promise<PastEvent[]> {
  const { tx, by } = writing;
  const reached = eventsWithinFilter(by.reach);
  const query = tx
    .select(eventColumns)
    .from(events)
    .where(and(reached.condition(), condition))
    .orderBy(desc(events.seq));
  return (limit === undefined ? query : query.limit(limit)).execute(reached.values);
}

/** Sent as one value, however many they are. */
const oneOf = (seqs: readonly number[]): SQL =>
  sql`${events.seq} = any(string_to_array(${seqs.join(",")}, ',')::bigint[])`;

/** @throws not_found */
function named(found: PastEvent[], seqs: readonly number[], since?: string) {
  const there = new Set(found.map(({ seq }) => seq));
  const missing = seqs.find((seq) => !there.has(seq));
  if (missing !== undefined) throw notFound("event", String(missing));
  return since === undefined ? found : found.filter(({ created_at }) => created_at >= since);
}
