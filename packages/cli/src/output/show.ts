import type { Context } from "../context.ts";
import { columnsOf, membersOf, type Row, when } from "./columns.ts";
import { jsonText, printable } from "./printable.ts";
import { type Column, cellText, tableOf } from "./table.ts";

/** One object: as it is, or its members beside their names, without those that say nothing. */
export async function showOne(context: Context, value: Row): Promise<void> {
  if (context.form !== "table") return context.printJson(value);
  const members = Object.entries(value)
    .map(([name, one]) => [printable(name), cellText(name.endsWith("_at") ? when(one) : one)] as const)
    .filter(([, text]) => text !== "");
  const width = Math.max(0, ...members.map(([name]) => name.length));
  const dim = (name: string) => context.paint("dim", name.padEnd(width));
  await context.print(members.map(([name, text]) => `${dim(name)}  ${text}\n`).join(""));
}

/** Rows as a table; without columns of their own, with all members. */
export async function showTable(
  context: Context,
  rows: readonly Row[],
  columns: readonly Column<Row>[],
): Promise<void> {
  if (rows.length === 0) return context.say("Nothing found.");
  const { width, paint } = context;
  await context.print(tableOf(rows, columns.length > 0 ? columns : membersOf(rows), { width, paint }));
}

interface Listing {
  readonly group: string;
  readonly verb: string;
  readonly fields?: readonly string[];
}

/** A whole list that came at once, such as what a search finds. */
export async function showList(
  context: Context,
  page: { data: readonly Row[] },
  listing: Listing,
): Promise<void> {
  const { group, verb, fields } = listing;
  if (context.form === "json") return context.printJson(page);
  if (context.form === "ndjson") return showLines(context, page.data);
  return showTable(context, page.data, columnsOf(group, verb, fields));
}

async function showLines(context: Context, rows: readonly Row[]): Promise<void> {
  if (rows.length > 0) await context.print(rows.map((row) => `${jsonText(row)}\n`).join(""));
}

/**
 * Up to `limit` rows of a list that comes in pages. Lines are written page by page; a document and a table once all is
 * there. Says so when there are more.
 */
export async function showPages(
  context: Context,
  load: (query: { limit: number; cursor?: string }) => Promise<{ data: Row[]; next_cursor: string | null }>,
  { limit, ...listing }: Listing & { readonly limit: number },
): Promise<void> {
  const rows: Row[] = [];
  let shown = 0;
  let cursor: string | null = null;
  do {
    const page = await load({
      limit: Math.min(PAGE_ROWS, limit - shown),
      ...(cursor !== null && { cursor }),
    });
    if (context.form === "ndjson") await showLines(context, page.data);
    else rows.push(...page.data);
    shown += page.data.length;
    cursor = page.next_cursor;
  } while (cursor !== null && shown < limit);
  if (context.form !== "ndjson") await showList(context, { data: rows, ...{ next_cursor: cursor } }, listing);
  if (cursor !== null)
    await context.say(`There are more: these are the first ${shown}. Ask with --all or --limit.`);
}

/** The API's largest page. */
const PAGE_ROWS = 200;
