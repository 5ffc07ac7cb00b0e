import type { UndoneEvents, UndoSkipReason } from "@stowage/contract/events";
import { inCatalogueOrder, type Scope } from "@stowage/contract/scopes";
import { requireScopes } from "../gate/rights.ts";
import { type Bundle, bundlesOf } from "./undo/bundles.ts";
import { type LaterEvents, laterEvents, undoneSeq } from "./undo/later-events.ts";
import { PUT_BACK } from "./undo/put-back.ts";
import { readAheadFor } from "./undo/read-ahead-for.ts";
import { type PastEvent, selectedEvents, type UndoSelection } from "./undo/selected-events.ts";
import { Skipped } from "./undo/skipped.ts";
import type { Writer, Writing } from "./writing.ts";

type Undone = Pick<UndoneEvents, "undone" | "skipped">;

/**
 * Puts back what was done, newest first, as far as it can be: each event whole or not at all, and events that only make
 * sense together likewise. What was changed since by others stays, and is said. It is made of normal events whose `data`
 * says what each `undoes`, so that it can be undone too.
 * @throws insufficient_scope, role_forbidden  before anything: naming all that the selection takes
 * @throws not_found, limit_reached
 */
export async function undoEvents(writing: Writing<Writer>, selection: UndoSelection): Promise<Undone> {
  const selected = await selectedEvents(writing, selection);
  const bundles = await bundlesOf(writing, selected);
  const past = bundles.flatMap(({ events }) => events).sort((a, b) => b.seq - a.seq);
  requireScopes(writing.by, scopesFor(writing, past));
  const [later] = await Promise.all([laterEvents(writing, past), readAheadFor(writing, past)]);
  const seqs = new Set(past.map(({ seq }) => seq));
  const result: Undone = { undone: [], skipped: [] };
  for (const bundle of bundles) {
    const events = bundle.events.filter((event) => !isPairWithin(event, later, seqs));
    if (events.length > 0) await undoBundle(writing, later, { ...bundle, events }, result);
  }
  return result;
}

/** A viewer changes nothing, were there nothing to change. */
function scopesFor({ by }: Writing<Writer>, past: readonly PastEvent[]): Scope[] {
  const scopes = past.flatMap(({ type }) => PUT_BACK[type]?.scope ?? []);
  return inCatalogueOrder(scopes.length === 0 && by.caller.role === "viewer" ? ["items:write"] : scopes);
}

/** It put back another event of the same selection: the two of them have come to nothing already. */
function isPairWithin({ seq, data }: PastEvent, later: LaterEvents, seqs: ReadonlySet<number>): boolean {
  const undoes = undoneSeq(data);
  return undoes !== null && seqs.has(undoes) && later.undoneBy(undoes) === seq;
}

async function undoBundle(
  writing: Writing<Writer>,
  later: LaterEvents,
  { events, isPartial }: Bundle,
  { undone, skipped }: Undone,
): Promise<void> {
  const open = events.filter(({ seq }) => later.undoneBy(seq) === null);
  for (const event of events)
    if (!open.includes(event)) skipped.push({ ...named(event), ...alreadyUndone(event, later) });
  try {
    const first = writing.nextSeq;
    if (isPartial) throw new Skipped("gone", "It belongs together with something that is out of reach.");
    const together = open.length > 1 ? { together: { first, count: open.length } } : {};
    const done = await writing.attempt(async () => {
      const changes: Undone["undone"] = [];
      for (const event of open) changes.push(await undoOne(writing, later, event, together));
      return changes;
    });
    for (const event of open) later.putBack(event, first);
    undone.push(...done);
  } catch (thrown) {
    if (!(thrown instanceof Skipped)) throw thrown;
    const why: { reason: UndoSkipReason; detail: string } = { reason: thrown.reason, detail: thrown.message };
    skipped.push(...open.map((event) => ({ ...named(event), ...why })));
  }
}

async function undoOne(
  writing: Writing<Writer>,
  later: LaterEvents,
  event: PastEvent,
  together: Record<string, unknown>,
): Promise<Undone["undone"][number]> {
  const kind = PUT_BACK[event.type];
  if (!kind) throw new Skipped("not_undoable", `${event.type} cannot be put back.`);
  const changes = await writing.telling({ undoes: event.seq, ...together }, () =>
    kind.putBack({ writing, later, event }),
  );
  return { ...named(event), changes };
}

const alreadyUndone = ({ seq, subject_name }: PastEvent, later: LaterEvents) => ({
  reason: "already_undone" as const,
  detail: `Event ${later.undoneBy(seq)} has put ${subject_name} back already.`,
});

const named = ({ seq, type, subject_type, subject_id, subject_name }: PastEvent) => ({
  seq,
  type,
  subject_type,
  subject_id,
  subject_name,
});
