import { cleanBlock } from "@stowage/contract/text";
import { arrayContains, eq, gte, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Filter } from "./paging.ts";

/** A condition without values of its own. */
export const only = (name: string, condition: () => SQL): Filter => ({ name, condition, values: {} });

/** Rows whose column is the value; the column's name is the placeholder's. */
export function equals(column: PgColumn, value: string | undefined): Filter | null {
  if (value === undefined) return null;
  const { name } = column;
  return { name, condition: () => eq(column, sql.placeholder(name)), values: { [name]: value } };
}

/** Rows whose array holds all of the values; served by its GIN index. */
export function hasAll(column: PgColumn, values: readonly string[] | undefined): Filter | null {
  if (values === undefined) return null;
  const { name } = column;
  const condition = () => arrayContains(column, sql`${sql.placeholder(name)}::text[]`);
  return { name, condition, values: { [name]: values } };
}

/** Rows written at or after a time. */
export function writtenSince(column: PgColumn, updated_since: string | undefined): Filter | null {
  if (updated_since === undefined) return null;
  const condition = () => gte(column, sql`${sql.placeholder("updated_since")}::timestamptz`);
  return { name: "since", condition, values: { updated_since } };
}

/** What is kept, or the trash; written as the partial indexes have it. */
export function keptOrTrash(column: PgColumn, isTrash: boolean): Filter {
  return isTrash
    ? only("trash", () => sql`${column} is not null`)
    : only("kept", () => sql`${column} is null`);
}

/** `key=value` pairs, all of which a row's custom fields have. `12` and `true` mean the text as well as the value. */
export function hasCustomFields(column: PgColumn, pairs: readonly string[] | undefined): Filter | null {
  if (pairs === undefined) return null;
  const values: Record<string, string> = {};
  for (const [index, pair] of pairs.entries()) {
    const [asText, asValue] = customFieldMeanings(pair);
    values[`custom_${index}`] = asText;
    values[`custom_value_${index}`] = asValue;
  }
  const has = (name: string) => sql`${column} @> ${sql.placeholder(name)}::jsonb`;
  const hasPair = (index: number) => sql`(${has(`custom_${index}`)} or ${has(`custom_value_${index}`)})`;
  return {
    name: `custom${pairs.length}`,
    condition: () =>
      sql.join(
        pairs.map((_, index) => hasPair(index)),
        sql` and `,
      ),
    values,
  };
}

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** The two objects that `key=value` may mean, as JSON; the same one twice where the value is but a text. */
function customFieldMeanings(pair: string): [string, string] {
  const at = pair.indexOf("=");
  const text = cleanBlock(pair.slice(at + 1)); // as what is stored was
  const meaning = (value: unknown) => JSON.stringify({ [pair.slice(0, at)]: value });
  return [meaning(text), meaning(plainValue(text) ?? text)];
}

function plainValue(text: string): number | boolean | null {
  if (text === "true" || text === "false") return text === "true";
  const number = NUMBER.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(number) ? number : null;
}
