import { formatCount } from "../../lib/format.ts";
import type { Outputs } from "../../lib/trpc.ts";

/** An import, at work or ended. */
export type ImportOnRecord = Outputs["imports"]["get"];

/** An import at work tells how far it is every few hundred rows; one that is silent for so long was cut off. */
const SILENT_MS = 60_000;

type State = "working" | "cut off" | "done" | "failed" | "undone";

/** Whether an import has not ended, though it may stand still. */
export const isAtWork = ({ status }: ImportOnRecord): boolean => status === "pending" || status === "running";

/** How it is with an import. */
export function stateOf({ status, updated_at }: ImportOnRecord, now: Date): State {
  if (status !== "pending" && status !== "running") return status;
  return now.getTime() - Date.parse(updated_at) > SILENT_MS ? "cut off" : "working";
}

/** What an import is called. */
export const nameOf = ({ filename, format }: Pick<ImportOnRecord, "filename" | "format">): string =>
  filename ?? (format === "csv" ? "A CSV" : "An NDJSON file");

type Counts = Pick<ImportOnRecord, "created" | "updated" | "unchanged">;

/** `12 new, 3 changed, 1 as it was`, without what there is none of. */
export function countsInWords({ created, updated, unchanged }: Counts): string {
  const parts = [
    created > 0 ? `${formatCount(created, "new", "new")}` : null,
    updated > 0 ? `${formatCount(updated, "changed", "changed")}` : null,
    unchanged > 0 ? `${formatCount(unchanged, "as it was", "as they were")}` : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? "nothing" : parts.join(", ");
}
