import type { TransferFormat } from "@stowage/contract/imports";
import { IMPORT_ROWS_MAX } from "@stowage/contract/limits";
import type { ReadFile } from "./file-row.ts";
import { readCsv } from "./read-csv.ts";
import { readNdjson } from "./read-ndjson.ts";
import type { RowErrors } from "./row-errors.ts";

/** Reads a whole file, and checks each row by the shapes of the API. */
export async function readFile(
  { format, content }: { format: TransferFormat; content: string },
  errors: RowErrors,
): Promise<ReadFile> {
  const file = await (format === "csv" ? readCsv(content, errors) : readNdjson(content, errors));
  if (file.total > IMPORT_ROWS_MAX)
    errors.add({
      line: 1,
      column: null,
      code: "limit_reached",
      message: `A file holds at most ${IMPORT_ROWS_MAX} rows. Split it.`,
    });
  return file;
}
