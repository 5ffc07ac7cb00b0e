import type { Item } from "@stowage/contract/items";
import type { Writing } from "../writing.ts";
import type { PastEvent } from "./selected-events.ts";

/** Reads in a few queries what thousands of events are about, and the places that it is to go back to. */
export async function readAheadFor(writing: Writing, past: readonly PastEvent[]): Promise<void> {
  const about = (subject_type: string) =>
    past.filter((event) => event.subject_type === subject_type).map(({ subject_id }) => subject_id);
  const items = about("item");
  const bins = about("bin");
  const locations = about("location");
  await Promise.all([
    inParts(items, (ids) => writing.items.fetch(ids)),
    inParts([...bins, ...valuesOf(past, "bin_id")], (ids) => writing.bins.fetch(ids)),
    inParts([...locations, ...valuesOf(past, "location_id"), ...valuesOf(past, "parent_id")], (ids) =>
      writing.locations.fetch(ids),
    ),
    inParts(about("task"), (ids) => writing.tasks.fetch(ids)),
    inParts(about("project"), (ids) => writing.projects.fetch(ids)),
    inParts(valuesOf(past, "external_id"), (ids) => writing.externalIds.fetch(ids)),
    inParts(bins, (ids) => writing.binContents.fetch(ids)),
    locations.length > 0 && writing.tree(),
  ]);
}

/** A statement takes 65,535 values at the most. */
const VALUES_MAX = 20_000;

async function inParts(values: readonly string[], read: (part: string[]) => Promise<unknown>): Promise<void> {
  const distinct = [...new Set(values)];
  for (let at = 0; at < distinct.length; at += VALUES_MAX) await read(distinct.slice(at, at + VALUES_MAX));
}

/** What a field was before, in a change or in the last state of what was deleted. */
function valuesOf(past: readonly PastEvent[], field: keyof Item | "parent_id"): string[] {
  return past.flatMap(({ changes, data }) => {
    const snapshot = (data.snapshot ?? {}) as Record<string, unknown>; // a row, or nothing
    return [changes[field]?.old, snapshot[field]].filter((value) => typeof value === "string");
  });
}
