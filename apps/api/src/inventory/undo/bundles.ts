import { events } from "@stowage/db/schema/events";
import { between, or } from "drizzle-orm";
import type { Writing } from "../writing.ts";
import { isConsequence } from "./later-events.ts";
import { type PastEvent, readEvents } from "./selected-events.ts";

/** Events that only make sense together, newest first: they are put back together or not at all. */
export interface Bundle {
  events: PastEvent[];
  /** Some of what belongs together is out of the caller's reach. */
  isPartial: boolean;
}

/** What an event belongs to, and where the rest of that is found. */
interface Belonging {
  key: string;
  /** How many events there are of it in all. */
  size: number;
  /** The `seq`s among which they are. */
  range: readonly [number, number];
}

/** A change and the low stock that follows from it: nothing else comes between the events of one bundle. */
const EVENTS_A_CHANGE = 2;
/** Most things that a project consumes at once, see PROJECT_RESERVATIONS_MAX. */
const CONSUMED_MAX = 1_000;

/** The bundles of some events, newest first, made whole with what belongs to them. */
export async function bundlesOf(writing: Writing, selected: readonly PastEvent[]): Promise<Bundle[]> {
  const bundles = gathered(selected);
  const lacking = bundles.filter(({ isPartial }) => isPartial);
  if (lacking.length === 0) return bundles;
  const ranges = lacking.flatMap(({ events: [newest] }) => (newest ? [belongingOf(newest, null).range] : []));
  const around = await readEvents(writing, or(...merged(ranges).map(([a, b]) => between(events.seq, a, b))));
  const wanted = new Set(selected.map(({ seq }) => seq));
  const all = [...selected, ...around.filter(({ seq }) => !wanted.has(seq))].sort((a, b) => b.seq - a.seq);
  return gathered(all).filter((bundle) => bundle.events.some(({ seq }) => wanted.has(seq)));
}

function gathered(newestFirst: readonly PastEvent[]): Bundle[] {
  const bundles = new Map<string, Bundle & { size: number }>();
  const consumptions = new Map<string, PastEvent>();
  for (const event of newestFirst) {
    if (isConsequence(event)) continue;
    if (event.type === "project.consumed") consumptions.set(event.subject_id, event);
    const { project_id } = event.data;
    const consumption = typeof project_id === "string" ? (consumptions.get(project_id) ?? null) : null;
    const { key, size } = belongingOf(event, consumption);
    const bundle = bundles.get(key) ?? { events: [], size, isPartial: true };
    bundle.events.push(event);
    bundle.isPartial = bundle.events.length < size;
    bundles.set(key, bundle);
  }
  return [...bundles.values()];
}

function belongingOf(event: PastEvent, consumption: PastEvent | null): Belonging {
  const { seq, type, data, subject_id } = event;
  const together = togetherIn(data);
  if (together)
    return {
      key: `together ${together.first}`,
      size: together.count,
      range: [together.first, together.first + together.count * EVENTS_A_CHANGE],
    };
  if (data.undoes !== undefined) return alone(event);
  const nearby: [number, number] = [seq - EVENTS_A_CHANGE, seq + EVENTS_A_CHANGE];
  if (type === "item.created" && data.split_from !== undefined)
    return { key: `split ${subject_id}`, size: 2, range: nearby };
  if (type === "item.quantity_changed" && data.split_into !== undefined)
    return { key: `split ${String(data.split_into)}`, size: 2, range: nearby };
  if (type === "code.claimed" && data.target_type === "bin")
    return { key: `claim ${subject_id}`, size: 2, range: nearby };
  if (type === "bin.updated" && isGoingBy(event))
    return { key: `claim ${String(event.changes.code?.new)}`, size: 2, range: nearby };
  if (type === "project.consumed") return consumedAt(event);
  if (type !== "item.quantity_changed" || data.project_id === undefined) return alone(event);
  if (consumption) return consumedAt(consumption);
  const reach = CONSUMED_MAX * EVENTS_A_CHANGE;
  return { key: `consumed ${seq}`, size: Number.POSITIVE_INFINITY, range: [seq - reach, seq + reach] };
}

/** A bin goes by its newest label: its code changes with a claim, and never otherwise. */
const isGoingBy = ({ changes }: PastEvent): boolean => "code" in changes;

const alone = ({ seq }: PastEvent): Belonging => ({ key: `alone ${seq}`, size: 1, range: [seq, seq] });

function consumedAt({ seq, data }: PastEvent): Belonging {
  const count = Array.isArray(data.items) ? data.items.length : 0;
  return { key: `consumed ${seq}`, size: count + 1, range: [seq - count * EVENTS_A_CHANGE, seq] };
}

/** How the events of an undone bundle name each other. */
export interface Together {
  /** The first one's `seq`. */
  first: number;
  count: number;
}

function togetherIn({ together }: PastEvent["data"]): Together | null {
  if (typeof together !== "object" || together === null) return null;
  const { first, count } = together as Partial<Together>; // as undo itself wrote it
  return typeof first === "number" && typeof count === "number" ? { first, count } : null;
}

/** Ranges that overlap or touch, as one. */
function merged(ranges: (readonly [number, number])[]): [number, number][] {
  const whole: [number, number][] = [];
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = whole.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else whole.push([from, to]);
  }
  return whole;
}
