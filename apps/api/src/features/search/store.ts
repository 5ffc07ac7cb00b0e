import type { SearchHit } from "@stowage/contract/search";
import type { Db } from "@stowage/db/open-database";
import type { Transaction } from "@stowage/db/prepared";
import { bins, codes, items, locations, nameWords } from "@stowage/db/schema/inventory";
import { and, eq, inArray, isNull, like, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable, SelectedFields } from "drizzle-orm/pg-core";
import { within } from "../../bounds/within.ts";
import type { OrganizationId, Reach } from "../../gate/caller.ts";
import { type Asked, alikeWordsOf, LIKENESS_MIN, patternsOf, type Tier, typoPatternsOf } from "./policy.ts";

export type Kind = SearchHit["type"];

/** A row that answers, with what its hit tells and where it is: a bin, or a place. */
export interface Candidate {
  type: Kind;
  id: string;
  name: string;
  bin_id: string | null;
  location_id: string | null;
  code?: string;
  quantity?: number;
  unit?: string;
  is_low?: boolean;
}

interface Source {
  table: PgTable;
  id: PgColumn;
  name: PgColumn;
  reach: "items" | "bins" | "locations";
  columns: SelectedFields;
  kept: SQL | undefined;
  /** What else is looked into besides the name; has the trigram index, where there are many. */
  text: SQL | PgColumn;
  /** What names it as surely as its name. */
  named: (asked: Asked) => (SQL | undefined)[];
}

const nothing = sql<null>`null`;

const SOURCES: Record<Kind, Source> = {
  item: {
    table: items,
    id: items.id,
    name: items.name,
    reach: "items",
    columns: {
      id: items.id,
      name: items.name,
      bin_id: items.bin_id,
      location_id: items.location_id,
      quantity: items.quantity,
      unit: items.unit,
      is_low: items.is_low,
    },
    kept: isNull(items.deleted_at),
    text: items.search_text,
    named: ({ verbatim, text }) => [
      sql`${items.barcodes} @> array[${verbatim}]::text[]`,
      inArray(items.sku, [verbatim, text, verbatim.toUpperCase()]),
      eq(items.external_id, verbatim),
    ],
  },
  bin: {
    table: bins,
    id: bins.id,
    name: bins.name,
    reach: "bins",
    columns: {
      id: bins.id,
      name: bins.name,
      bin_id: nothing.as("bin_id"),
      location_id: bins.location_id,
      code: bins.code,
    },
    kept: isNull(bins.deleted_at),
    text: bins.search_text,
    named: ({ code }) => [code === null ? undefined : eq(bins.code, code)],
  },
  location: {
    table: locations,
    id: locations.id,
    name: locations.name,
    reach: "locations",
    columns: {
      id: locations.id,
      name: locations.name,
      bin_id: nothing.as("bin_id"),
      location_id: sql<string | null>`${locations.parent_id}`.as("location_id"),
    },
    kept: undefined,
    text: sql`lower(${locations.name} || ' ' || ${locations.description})`,
    named: () => [],
  },
};

/** Rows that a tier looks at before the shortest names are taken: enough to choose from, few enough for any word. */
const CANDIDATES = 500;
/** Names like a word with a typo in it, the likest first. */
const ALIKE_MAX = 200;

/**
 * A transaction in which every way to a row is an index. With a limit in sight the planner hopes to meet enough rows
 * early in the table; for a word that is rare it then reads all of it.
 */
export function searching<Found>(db: Db, work: (tx: Transaction) => Promise<Found>): Promise<Found> {
  return db.transaction(
    async (tx) => {
      await tx.execute(
        sql`select set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true),
          set_config('jit', 'off', true), set_config('pg_trgm.word_similarity_threshold', ${String(LIKENESS_MIN)}, true)`,
      );
      return work(tx);
    },
    { accessMode: "read only" },
  );
}

export interface Scope {
  tx: Transaction;
  reach: Reach;
  asked: Asked;
  /** What the label is on whose code was typed. */
  labelled: string | null;
  /** Most rows that are wanted. */
  limit: number;
}

/** The rows of a kind that answer in the way of a tier, the shortest names first. */
export async function answering(scope: Scope, kind: Kind, tier: Tier): Promise<Candidate[]> {
  const source = SOURCES[kind];
  const condition =
    tier === "exact" ? isNamed(source, scope) : matches(source, patternsOf(tier, scope.asked), tier);
  return condition ? shortest(scope, kind, condition) : [];
}

async function shortest({ tx, reach, limit }: Scope, kind: Kind, condition: SQL | undefined) {
  const source = SOURCES[kind];
  const found = tx
    .select(source.columns)
    .from(source.table)
    .where(and(within(source.reach, reach), source.kept, condition))
    .limit(CANDIDATES)
    .as("found");
  const rows = await tx
    .select()
    .from(found)
    .orderBy(sql`length(found.name)`, sql`lower(found.name)`, sql`found.id`)
    .limit(limit);
  return candidates(kind, rows);
}

function isNamed(source: Source, { asked, labelled }: Scope): SQL | undefined {
  return or(
    eq(sql`lower(${source.name})`, asked.text),
    inArray(source.id, labelled === null ? [asked.verbatim] : [asked.verbatim, labelled]),
    ...source.named(asked),
  );
}

function matches(source: Source, patterns: readonly string[], tier: Tier): SQL | undefined {
  const text = tier === "elsewhere" ? source.text : nameWords(source.name);
  return and(...patterns.map((pattern) => like(text as PgColumn, pattern))); // an expression compares as a column does
}

/** The rows of a kind whose name answers once a typo in one of the words is mended, the shortest names first. */
export async function mended(scope: Scope, kind: Kind): Promise<Candidate[]> {
  const names = nameWords(SOURCES[kind].name);
  const ways = typoPatternsOf(scope.asked).map(({ regex, patterns }) =>
    shortest(
      scope,
      kind,
      and(sql`${names} ~ ${regex}`, ...patterns.map((part) => sql`${names} like ${part}`)),
    ),
  );
  return (await Promise.all(ways)).flat();
}

/** The rows of a kind whose name holds words much like those asked for, the likest first. */
export async function alike({ tx, reach, asked }: Scope, kind: Kind): Promise<Candidate[]> {
  const source = SOURCES[kind];
  const names = nameWords(source.name);
  const words = alikeWordsOf(asked);
  if (!words) return [];
  const likeness = words.alike.map((word) => sql`word_similarity(${word}, ${names})`);
  const rows = await tx
    .select(source.columns)
    .from(source.table)
    .where(
      and(
        within(source.reach, reach),
        source.kept,
        ...words.alike.map((word) => sql`${names} %> ${word}`),
        ...words.patterns.map((part) => sql`${names} like ${part}`),
      ),
    )
    .orderBy(sql`${sql.join(likeness, sql` + `)} desc`, sql`length(${source.name})`, source.id)
    .limit(ALIKE_MAX);
  return candidates(kind, rows);
}

function candidates(type: Kind, rows: Record<string, unknown>[]): Candidate[] {
  return rows.map((row) => ({ type, ...row }) as Candidate); // as the source's columns make them
}

/** What a label is on. */
export async function targetOfLabel(
  tx: Transaction,
  organization_id: OrganizationId,
  code: string,
): Promise<string | null> {
  const [label] = await tx
    .select({ target_id: codes.target_id })
    .from(codes)
    .where(and(eq(codes.organization_id, organization_id), eq(codes.code, code)));
  return label?.target_id ?? null;
}

/** Bins by their ids, with where they stand. */
export function binsOf(db: Db, reach: Reach, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db
    .select({ id: bins.id, name: bins.name, location_id: bins.location_id })
    .from(bins)
    .where(and(within("bins", reach), inArray(bins.id, [...ids])));
}
