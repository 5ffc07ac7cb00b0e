import type { Kind } from "./kinds.ts";

/** One row of a file, whose values fit the shapes of the API; what it points to was not looked up yet. */
export interface FileRow {
  /** Where it begins, from 1 on. */
  line: number;
  kind: Kind;
  values: Record<string, unknown>;
  /** What the file calls a field; null when it does not have it. */
  columnOf(field: string): string | null;
}

/** A file as it was read: what can be applied, beside what cannot. */
export interface ReadFile {
  rows: FileRow[];
  /** Rows of things, those with errors too. */
  total: number;
  /** The columns of a CSV as they were understood. */
  columns: string[];
  /** Ids of rows that could not be read: what points to them needs no error of its own. */
  unreadIds: Set<string>;
}
