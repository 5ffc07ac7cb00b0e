import type { RowError } from "@stowage/contract/imports";
import { IMPORT_ERRORS_MAX } from "@stowage/contract/limits";
import { cleanLine } from "@stowage/contract/text";
import { ProblemError } from "../problems.ts";
import type { FileRow } from "./file-row.ts";

/** Longest that a file's own words are repeated. */
const COLUMN_LENGTH_MAX = 100;
const MESSAGE_LENGTH_MAX = 500;

/** What is wrong with a file: all is counted, the first of it is kept, in words that can be stored and shown. */
export class RowErrors {
  readonly #kept: RowError[] = [];
  #total = 0;

  add({ line, column, code, message }: RowError): void {
    this.#total++;
    if (this.#kept.length >= IMPORT_ERRORS_MAX) return;
    this.#kept.push({
      line,
      column: column === null ? null : cleanLine(column.slice(0, COLUMN_LENGTH_MAX)),
      code,
      message: cleanLine(message.slice(0, MESSAGE_LENGTH_MAX)),
    });
  }

  get total(): number {
    return this.#total;
  }

  /** By line. */
  get list(): RowError[] {
    return this.#kept.toSorted((one, other) => one.line - other.line);
  }

  /**
   * A rule refused a row.
   * @throws whatever was thrown that is no refusal
   */
  addThrown(row: FileRow, thrown: unknown): void {
    if (!(thrown instanceof ProblemError) || thrown.status >= 500) throw thrown;
    const { errors } = thrown.extras;
    if (!errors?.[0])
      this.add({ line: row.line, column: null, code: thrown.problem, message: thrown.message });
    for (const { pointer, code, message } of errors ?? [])
      this.add({ line: row.line, column: row.columnOf(pointer.split("/")[1] ?? ""), code, message });
  }
}
