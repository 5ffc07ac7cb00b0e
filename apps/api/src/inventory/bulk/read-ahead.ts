import type { Writing } from "../writing.ts";

/** What an operation is going to ask the database for; what is null or absent it does not name. */
export interface Needs {
  items?: readonly string[];
  /** By id or code. */
  bins?: readonly (string | null | undefined)[];
  locations?: readonly (string | null | undefined)[];
  external_ids?: readonly (string | null | undefined)[];
  /** Bins that must be empty, by id or code. */
  contents?: readonly string[];
  /** Label codes for what it makes. */
  labels?: number;
}

/** Asks for what many operations need in a few queries; whatever is missed, the operation asks for by itself. */
export async function readAhead(writing: Writing, needs: readonly Needs[]): Promise<void> {
  const all = (kind: Exclude<keyof Needs, "labels">) =>
    needs.flatMap((one) => one[kind] ?? []).filter((named) => typeof named === "string");
  await writing.externalIds.fetch(all("external_ids"));
  const holders = await Promise.all(all("external_ids").map((one) => writing.externalIds.holder(one)));
  await writing.items.fetch([...all("items"), ...holders.filter((id) => id !== null)]);
  // What comes out of the trash looks for the bin it was in, and whether its external id is free.
  const trashed = [...writing.items.known()].filter(({ deleted_at }) => deleted_at !== null);
  await writing.externalIds.fetch(trashed.flatMap(({ external_id }) => external_id ?? []));
  await writing.fetchBins([
    ...all("bins"),
    ...all("contents"),
    ...trashed.flatMap(({ bin_id }) => bin_id ?? []),
  ]);
  await writing.locations.fetch(all("locations"));
  const emptied = await Promise.all(
    all("contents").map((ref) => writing.binOrTrashed(ref).catch(() => null)),
  );
  await writing.binContents.fetch(emptied.flatMap((bin) => bin?.id ?? []));
  await writing.labels.prepare(needs.reduce((sum, { labels = 0 }) => sum + labels, 0));
}
