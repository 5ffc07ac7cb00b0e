import type { EventType } from "@stowage/contract/events";
import { events } from "@stowage/db/schema/events";
import { and, asc, eq, gte, sql } from "drizzle-orm";
import type { Writing } from "../writing.ts";
import type { PastEvent } from "./selected-events.ts";
import { Skipped } from "./skipped.ts";

/** What an event says of its subject. */
interface Touch {
  seq: number;
  type: EventType;
  /** The parts of the thing that it changed. */
  parts: ReadonlySet<string>;
  /** The event that it put back. */
  undoes: number | null;
  /** Who did it, in words. */
  by: string;
}

/** They follow from a change, and change nothing themselves. */
const CONSEQUENCES: ReadonlySet<EventType> = new Set(["item.low_stock", "item.restocked"]);

/** Whether a thing is there at all, as a part of it. */
export const PRESENCE = "presence";

/** So do the tasks that follow the stock: they follow it back, too. */
export const isConsequence = ({ type, data }: Pick<PastEvent, "type" | "data">): boolean =>
  CONSEQUENCES.has(type) || (type.startsWith("task.") && data.because !== undefined);

/** The part of a project that is what it reserves of an item. */
export const reservationPart = (item_id: string): string => `reservation ${item_id}`;

/** The story of some things since the first of some events: what is in effect, and what was put back. */
export class LaterEvents {
  /** By thing, oldest first. */
  readonly #touches = new Map<string, Touch[]>();
  /** What put an event back, by that event. */
  readonly #undoneBy = new Map<number, number>();

  constructor(touches: readonly (Touch & { subject_id: string })[]) {
    for (const touch of touches) {
      const those = this.#touches.get(touch.subject_id) ?? [];
      this.#touches.set(touch.subject_id, those);
      those.push(touch);
    }
    // From the newest on: what was itself put back puts back nothing.
    for (const { seq, undoes } of touches.toReversed())
      if (undoes !== null && !this.#undoneBy.has(seq)) this.#undoneBy.set(undoes, seq);
  }

  /** The event that put this one back; null while it is in effect. */
  undoneBy(seq: number): number | null {
    return this.#undoneBy.get(seq) ?? null;
  }

  /** Notes that an event is put back now; what it had put back is in effect again. */
  putBack({ seq, data }: Pick<PastEvent, "seq" | "data">, by: number): void {
    this.#undoneBy.set(seq, by);
    const undoes = undoneSeq(data);
    if (undoes !== null) this.#undoneBy.delete(undoes);
  }

  /** @throws Skipped  one of these parts of the thing was changed after the event, and not by it being put back */
  requireUnchanged(event: PastEvent, parts: Iterable<string>): void {
    const wanted = new Set(parts);
    const later = this.#lastAfter(event, (touch) => [...touch.parts].some((part) => wanted.has(part)));
    if (!later) return;
    const part = [...later.parts].find((one) => wanted.has(one)) ?? PRESENCE;
    throw changedSince(event, later, part);
  }

  /** @throws Skipped  anything at all happened to the thing after the event */
  requireUntouched(event: PastEvent): void {
    const later = this.#lastAfter(event, () => true);
    if (later) throw changedSince(event, later, [...later.parts][0] ?? PRESENCE);
  }

  /** Whether a thing beside the event's own subject was left alone after the event. */
  isUnchanged({ seq }: PastEvent, subject_id: string, parts: readonly string[]): boolean {
    return !this.#lastAfter({ seq, subject_id }, (touch) => parts.some((part) => touch.parts.has(part)));
  }

  /** Why a thing that is not there cannot be changed back. */
  missing(event: PastEvent): Skipped {
    const later = this.#lastAfter(event, ({ type }) => type.endsWith(".deleted"));
    if (later && !isTrashed(later.type)) return changedSince(event, later, PRESENCE);
    return new Skipped("gone", `${event.subject_name} is gone for good.`);
  }

  #lastAfter(
    { seq, subject_id }: Pick<PastEvent, "seq" | "subject_id">,
    isMeant: (touch: Touch) => boolean,
  ): Touch | undefined {
    return this.#touches
      .get(subject_id)
      ?.findLast(
        (touch) =>
          touch.seq > seq &&
          !this.#undoneBy.has(touch.seq) &&
          !(touch.undoes !== null && touch.undoes > seq) &&
          isMeant(touch),
      );
  }
}

const isTrashed = (type: EventType): boolean => type === "item.deleted" || type === "bin.deleted";

/** The event that an event put back. */
export function undoneSeq(data: Record<string, unknown>): number | null {
  return typeof data.undoes === "number" ? data.undoes : null;
}

function changedSince({ subject_name }: PastEvent, { seq, type, by }: Touch, part: string): Skipped {
  const verb = type.split(".")[1];
  const what =
    part === PRESENCE
      ? `${subject_name} was ${verb === "deleted" || verb === "restored" ? verb : "used"}`
      : `${part.startsWith("reservation ") ? "What is reserved" : part} of ${subject_name} was changed`;
  return new Skipped("changed_since", `${what} since by ${by} (event ${seq}).`);
}

/** Reads the story of all that the events are about, in one query; others' doings count, seen by the caller or not. */
export async function laterEvents(writing: Writing, past: readonly PastEvent[]): Promise<LaterEvents> {
  const first = past.at(-1);
  if (!first) return new LaterEvents([]);
  const subjects = [...new Set(past.flatMap((event) => [event.subject_id, ...movedWith(event)]))].join(",");
  const rows = await writing.tx
    .select({
      seq: events.seq,
      type: events.type,
      subject_id: events.subject_id,
      actor_name: events.actor_name,
      api_key_name: events.api_key_name,
      fields: sql<string[]>`array(select jsonb_object_keys(${events.changes}))`,
      undoes: sql<string | null>`${events.data} ->> 'undoes'`,
      reserved: sql<string[]>`array(select jsonb_array_elements_text(
        jsonb_path_query_array(${events.data}, '$.item_id') || jsonb_path_query_array(${events.data}, '$.items[*].item_id')))`,
    })
    .from(events)
    .where(
      and(
        eq(events.workspace_id, writing.by.workspace_id),
        gte(events.seq, first.seq),
        sql`${events.subject_id} = any(string_to_array(${subjects}, ','))`,
      ),
    )
    .orderBy(asc(events.seq));
  return new LaterEvents(
    rows
      .filter(({ type }) => !CONSEQUENCES.has(type))
      .map(({ seq, type, subject_id, fields, undoes, reserved, actor_name, api_key_name }) => ({
        seq,
        type,
        subject_id,
        parts: partsOf(type, fields, reserved),
        undoes: undoes === null ? null : Number(undoes),
        by: whoIn(actor_name, api_key_name),
      })),
  );
}

/** What an event moved beside its own subject: all that was in a deleted place. */
function movedWith({ data: { moved } }: PastEvent): string[] {
  if (typeof moved !== "object" || moved === null) return [];
  return Object.values(moved)
    .flat()
    .filter((id) => typeof id === "string");
}

function whoIn(actor_name: string | null, api_key_name: string | null): string {
  if (actor_name === null) return "the server";
  return api_key_name === null ? actor_name : `${actor_name} with the key ${api_key_name}`;
}

const RESERVING: ReadonlySet<EventType> = new Set([
  "project.reserved",
  "project.released",
  "project.consumed",
]);

function partsOf(type: EventType, fields: readonly string[], reserved: readonly string[]): Set<string> {
  if (RESERVING.has(type)) return new Set(reserved.map(reservationPart));
  const isPresence = [".created", ".deleted", ".restored"].some((verb) => type.endsWith(verb));
  return new Set([...(isPresence ? [PRESENCE] : []), ...fields]);
}
