import type { Import, TransferFormat } from "@stowage/contract/imports";
import { sql } from "drizzle-orm";
import { instantNow } from "../deps.ts";
import { beginRun, endRun } from "../features/imports/store.ts";
import { type Writer, type Writing, writing } from "../inventory/writing.ts";
import { ProblemError } from "../problems.ts";
import { applyFile, type Counts } from "./apply-file.ts";
import type { ReadFile } from "./file-row.ts";
import type { ImportClaim } from "./import-claim.ts";
import { readFile } from "./read-file.ts";
import { RowErrors } from "./row-errors.ts";

/** A file that is to be brought in. */
interface ImportedFile {
  format: TransferFormat;
  filename: string | null;
  content: string;
}

/**
 * Brings in a file whose import is on record: all of it in one transaction, or nothing.
 * @throws validation_failed  with the errors of its rows, which then are on record
 */
export async function runImport(
  by: Writer,
  claim: ImportClaim,
  { id, ...file }: ImportedFile & { id: string },
): Promise<Import> {
  const { db, deps, workspace_id } = by;
  const errors = new RowErrors();
  const read = await readFile(file, errors);
  const { total: rows_total, columns } = read;
  const version = await beginRun(db, {
    workspace_id,
    id,
    rows_total,
    columns,
    updated_at: instantNow(deps),
  });
  const run = { workspace_id, id, version };
  const progress = (rowsDone: number) => claim.progress(id, rowsDone, instantNow(deps));
  try {
    return await writing(by, async (begun) => {
      const first_seq = begun.nextSeq;
      const counts = await applied(begun, read, errors, progress);
      const { at } = begun;
      const last_seq = begun.record({
        type: "import.completed",
        subject_id: id,
        subject_name: file.filename ?? id,
        data: { format: file.format, rows: rows_total, ...counts },
      });
      const result = { ...counts, status: "done", rows_done: rows_total, first_seq, last_seq } as const;
      begun.meanwhile(() => endRun(begun.tx, run, { ...result, updated_at: at }));
      return { ...blank(by, file, at), id, rows_total, columns, ...result };
    });
  } catch (thrown) {
    if (thrown instanceof RefusedRows)
      await endRun(db, run, {
        status: "failed",
        errors: errors.list,
        errors_total: errors.total,
        updated_at: instantNow(deps),
      });
    throw thrown;
  }
}

/** Tells what bringing in a file would do, and does nothing. */
export async function tryImport(by: Writer, file: ImportedFile): Promise<Import> {
  const release = by.deps.importSlots.take();
  try {
    const errors = new RowErrors();
    const read = await readFile(file, errors);
    const counts = await writing(
      by,
      (begun) => applyFile(begun, read, { errors, progress: async () => {} }),
      { dry_run: true },
    );
    return {
      ...blank(by, file, instantNow(by.deps)),
      ...counts,
      dry_run: true,
      status: errors.total > 0 ? "failed" : "done",
      rows_total: read.total,
      rows_done: read.total,
      columns: read.columns,
      errors: errors.list,
      errors_total: errors.total,
    };
  } finally {
    release();
  }
}

/** An import of which nothing is known yet. */
export function blank(
  { caller }: Pick<Writer, "caller">,
  { format, filename }: Omit<ImportedFile, "content">,
  at: string,
): Import {
  return {
    id: null,
    status: "pending",
    dry_run: false,
    format,
    filename,
    rows_total: 0,
    rows_done: 0,
    created: 0,
    updated: 0,
    unchanged: 0,
    errors_total: 0,
    errors: [],
    columns: [],
    first_seq: null,
    last_seq: null,
    created_by: caller.auth_method === "session" ? caller.user.id : caller.key.created_by,
    created_at: at,
    updated_at: at,
  };
}

/** @throws RefusedRows */
async function applied(
  begun: Writing,
  read: ReadFile,
  errors: RowErrors,
  progress: (rowsDone: number) => Promise<void>,
): Promise<Counts> {
  // A full workspace takes longer to write than any other statement may.
  await begun.tx.execute(sql`set local statement_timeout = '5min'`);
  const counts = await applyFile(begun, read, { errors, progress });
  if (errors.total > 0) throw new RefusedRows(errors);
  return counts;
}

/** Rows of the file cannot be taken, so none was. */
class RefusedRows extends ProblemError {
  constructor({ list, total }: RowErrors) {
    const [first] = list;
    const where = first
      ? `: line ${first.line}${first.column ? `, ${first.column}` : ""}: ${first.message}`
      : "";
    super(
      "validation_failed",
      `Nothing was imported. ${total === 1 ? "There is an error" : `There are ${total} errors, first`}${where}`,
      {
        errors: list.map(({ line, column, code, message }) => ({
          location: "body",
          pointer: column === null ? `/lines/${line}` : `/lines/${line}/${column}`,
          code,
          message: `Line ${line}${column === null ? "" : `, ${column}`}: ${message}`,
        })),
      },
    );
  }
}
