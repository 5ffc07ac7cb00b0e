import { isDeepStrictEqual } from "node:util";
import type { Changes } from "@stowage/contract/events";
import type { Writing } from "../writing.ts";
import type { LaterEvents } from "./later-events.ts";
import type { PastEvent } from "./selected-events.ts";
import { Skipped } from "./skipped.ts";

/** An event that is to be put back, and what that takes. */
export interface Past {
  writing: Writing;
  later: LaterEvents;
  event: PastEvent;
}

/**
 * Puts one event back, whole or not at all.
 * @returns what that changed
 * @throws Skipped
 */
export type PutBack = (past: Past) => Promise<Changes>;

/** The event's changes the other way round. */
export function reversed(changes: Changes): Changes {
  return Object.fromEntries(
    Object.entries(changes).map(([field, change]) => [field, { old: change.new, new: change.old }]),
  );
}

/** The values from before the event, to be written again. */
export function valuesBefore({ changes }: PastEvent): Record<string, unknown> {
  return Object.fromEntries(Object.entries(changes).map(([field, change]) => [field, change.old]));
}

/** @throws Skipped  a field has another value than the event left, or was changed there and back */
export function requireAsLeft(
  { event, later }: Past,
  row: Record<string, unknown>,
  but: string[] = [],
): void {
  const fields = Object.keys(event.changes).filter((field) => !but.includes(field));
  later.requireUnchanged(event, fields);
  const other = fields.find((field) => !isDeepStrictEqual(row[field], event.changes[field]?.new));
  if (other !== undefined)
    throw new Skipped("changed_since", `${other} of ${event.subject_name} is another by now.`);
}

/** The thing's last state, as the event of its deletion keeps it. The server wrote it as the row that it was. */
export function snapshotIn<Row>({ data, subject_name }: PastEvent): Row {
  if (typeof data.snapshot !== "object" || data.snapshot === null)
    throw new Skipped("gone", `What ${subject_name} was is not known any more.`);
  return data.snapshot as Row;
}
