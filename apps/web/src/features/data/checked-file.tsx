import { TriangleAlert } from "lucide-react";
import { Badge } from "../../components/ui/badge.tsx";
import { formatBytes, formatCount } from "../../lib/format.ts";
import type { ChosenFile } from "./chosen-file.ts";
import { ImportCounts } from "./import-counts.tsx";
import type { ImportOnRecord } from "./import-words.ts";
import { RowErrorsTable } from "./row-errors-table.tsx";

interface CheckedFileProps {
  file: ChosenFile;
  result: ImportOnRecord;
}

const COLUMNS_SHOWN = 30;

/** What a file would do, or what keeps it from being taken. */
export function CheckedFile({ file, result }: CheckedFileProps) {
  const { rows_total, errors_total, columns } = result;
  return (
    <>
      <div role="status" className="text-ui">
        <p className="font-medium break-words text-ink">{file.name}</p>
        <p className="text-muted">
          {formatBytes(file.content.size)}
          {errors_total > 0 ? null : `, ${formatCount(rows_total, "row")}. ${whatItWould(result)}`}
        </p>
      </div>
      {columns.length > 0 ? (
        <div className="flex flex-wrap items-center gap-1.5 text-xs text-muted">
          <span>Columns, as they are understood:</span>
          {columns.slice(0, COLUMNS_SHOWN).map((name) => (
            <Badge key={name} className="font-mono">
              {name}
            </Badge>
          ))}
          {columns.length > COLUMNS_SHOWN ? <span>and {columns.length - COLUMNS_SHOWN} more</span> : null}
        </div>
      ) : null}
      {errors_total > 0 ? (
        <>
          <p
            role="alert"
            className="flex items-start gap-2 rounded-md bg-danger-soft px-3 py-2 text-ui text-danger-ink"
          >
            <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            <span>
              {formatCount(errors_total, "error")}. A file is taken whole or not at all: mend{" "}
              {errors_total === 1 ? "it" : "them"} in the file, and choose it again.
            </span>
          </p>
          <RowErrorsTable {...result} />
        </>
      ) : (
        <ImportCounts {...result} isDone={false} />
      )}
    </>
  );
}

function whatItWould({ rows_total, created, updated }: ImportOnRecord): string {
  if (rows_total === 0) return "There is nothing in it but the names of columns.";
  if (created + updated === 0) return "Nothing would change: all of it is here already.";
  return "Nothing is written yet. This is what the import would do:";
}
