import { formatNumber } from "../../lib/format.ts";
import type { ImportOnRecord } from "./import-words.ts";

type ImportCountsProps = Pick<ImportOnRecord, "created" | "updated" | "unchanged"> & {
  /** Once it is done: "created" rather than "new". */
  isDone: boolean;
};

/** What an import does to what is there, in three numbers. */
export function ImportCounts({ created, updated, unchanged, isDone }: ImportCountsProps) {
  const facts = [
    { label: isDone ? "Created" : "New", count: created },
    { label: isDone ? "Changed" : "To change", count: updated },
    { label: isDone ? "As they were" : "As they are", count: unchanged },
  ];
  return (
    <dl className="grid grid-cols-3 divide-x divide-line rounded-lg border border-line">
      {facts.map(({ label, count }) => (
        <div key={label} className="flex flex-col-reverse px-3 py-2 sm:px-4">
          <dt className="text-xs text-muted">{label}</dt>
          <dd className="text-lg font-semibold tabular-nums">{formatNumber(count)}</dd>
        </div>
      ))}
    </dl>
  );
}
