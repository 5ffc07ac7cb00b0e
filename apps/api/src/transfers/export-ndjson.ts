import type { Transaction } from "@stowage/db/prepared";
import { cursorRows } from "./cursor-rows.ts";
import { EXPORT_QUERIES, type ExportScope } from "./export-queries.ts";
import { END, KINDS } from "./kinds.ts";

/** Everything, one object a line, so that each line needs only lines before it; the last one counts those before it. */
export async function* exportNdjson(tx: Transaction, scope: ExportScope): AsyncGenerator<string> {
  let count = 0;
  for (const type of KINDS)
    for await (const rows of cursorRows(tx, EXPORT_QUERIES[type](tx, scope))) {
      count += rows.length;
      yield rows.map((row) => `${JSON.stringify({ type, ...row })}\n`).join("");
    }
  yield `${JSON.stringify({ type: END, count })}\n`;
}
