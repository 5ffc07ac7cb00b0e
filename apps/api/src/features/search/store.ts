import type { SearchHit } from "@stowage/contract/search";
import type { Db } from "@stowage/db/open-database";
import { executePrepared, prepared, type Transaction } from "@stowage/db/prepared";
import { bins, codes, items, locations, nameWords } from "@stowage/db/schema/inventory";
import { and, eq, isNull, like, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable, SelectedFields } from "drizzle-orm/pg-core";
import { withinFilter } from "../../bounds/within.ts";
import type { OrganizationId, Reach } from "../../gate/caller.ts";
import type { Filter } from "../../lists/paging.ts";
import {
  type Asked,
  alikeWordsOf,
  LIKENESS_MIN,
  patternsOf,
  startOf,
  type Tier,
  typoPatternsOf,
} from "./policy.ts";

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
  named: SQL[];
}

const nothing = sql<null>`null`;
const VERBATIM = sql.placeholder("verbatim");

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
    named: [
      sql`${items.barcodes} @> array[${VERBATIM}]::text[]`,
      sql`${items.sku} = any(${sql.placeholder("spellings")}::text[])`,
      eq(items.external_id, VERBATIM),
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
    named: [eq(bins.code, sql.placeholder("code"))],
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
    named: [],
  },
};

/** Rows that a tier looks at before the shortest names are taken: enough to choose from, few enough for any word. */
const CANDIDATES = 500;
/** Names like a word with a typo in it, the likest first. */
const ALIKE_MAX = 200;

const SETTINGS = sql`select set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true),
  set_config('jit', 'off', true), set_config('pg_trgm.word_similarity_threshold', ${String(LIKENESS_MIN)}, true)`;

/**
 * A transaction in which every way to a row is an index. With a limit in sight the planner hopes to meet enough rows
 * early in the table; for a word that is rare it then reads all of it.
 */
export function searching<Found>(db: Db, work: (tx: Transaction) => Promise<Found>): Promise<Found> {
  return db.transaction(
    async (tx) => {
      await executePrepared(tx, "search_settings", { build: () => SETTINGS, values: {} });
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
  if (tier === "exact") return shortest(scope, kind, isNamed(source, scope));
  if (tier === "prefix") {
    const start = startOf(scope.asked);
    return start === null ? [] : shortest(scope, kind, startsWith(nameWords(source.name), start));
  }
  const patterns = patternsOf(tier, scope.asked);
  if (patterns.length === 0) return [];
  const text = tier === "elsewhere" ? source.text : nameWords(source.name);
  return shortest(scope, kind, likeAll(tier === "elsewhere" ? "text" : "name", text, patterns));
}

async function shortest({ tx, reach, limit }: Scope, kind: Kind, wanted: Filter): Promise<Candidate[]> {
  const source = SOURCES[kind];
  const reached = withinFilter(source.reach, reach);
  const query = prepared(tx, `search_${kind}_${reached.name}_${wanted.name}`, (on) => {
    const found = on
      .select(source.columns)
      .from(source.table)
      .where(and(reached.condition(), source.kept, wanted.condition()))
      .limit(CANDIDATES)
      .as("found");
    return on
      .select()
      .from(found)
      .orderBy(sql`length(found.name)`, sql`lower(found.name)`, sql`found.id`)
      .limit(sql.placeholder("limit"));
  });
  return candidates(kind, await query.execute({ ...reached.values, ...wanted.values, limit }));
}

function isNamed(source: Source, { asked: { text, verbatim, code }, labelled }: Scope): Filter {
  return {
    name: "exact",
    condition: () =>
      or(
        eq(sql`lower(${source.name})`, sql.placeholder("text")),
        sql`${source.id} = any(${sql.placeholder("ids")}::text[])`,
        ...source.named,
      ),
    values: {
      text,
      verbatim,
      code,
      ids: labelled === null ? [verbatim] : [verbatim, labelled],
      spellings: [verbatim, text, verbatim.toUpperCase()],
    },
  };
}

/** The last of all characters, which Unicode keeps for no letter. */
const LAST_CHARACTER = "\u{10ffff}";

/**
 * A text that starts so, as a range of an index by bytes: by its trigrams PostgreSQL would look at all that hold the word
 * anywhere, and find of a frequent one that few begin with it.
 */
function startsWith(text: SQL, start: string): Filter {
  return {
    name: "prefix",
    condition: () =>
      sql`${text} ~>=~ ${sql.placeholder("start")} and ${text} ~<~ ${sql.placeholder("beyond")}`,
    values: { start, beyond: start + LAST_CHARACTER },
  };
}

/** A text that is like each of the patterns. */
function likeAll(name: string, text: SQL | PgColumn, patterns: readonly string[]): Filter {
  const names = patterns.map((_, n) => `pattern_${n}`);
  return {
    name: `${name}_like_${patterns.length}`,
    // An expression compares as a column does.
    condition: () => and(...names.map((pattern) => like(text as PgColumn, sql.placeholder(pattern)))),
    values: Object.fromEntries(names.map((pattern, n) => [pattern, patterns[n]])),
  };
}

/** The rows of a kind whose name answers once a typo in one of the words is mended, the shortest names first. */
export async function mended(scope: Scope, kind: Kind): Promise<Candidate[]> {
  const names = nameWords(SOURCES[kind].name);
  const ways = typoPatternsOf(scope.asked).map(({ regex, patterns }) => {
    const others = likeAll("mended", names, patterns);
    return shortest(scope, kind, {
      name: others.name,
      condition: () => and(sql`${names} ~ ${sql.placeholder("regex")}`, others.condition()),
      values: { ...others.values, regex },
    });
  });
  return (await Promise.all(ways)).flat();
}

/** The rows of a kind whose name holds words much like those asked for, the likest first. */
export async function alike({ tx, reach, asked }: Scope, kind: Kind): Promise<Candidate[]> {
  const words = alikeWordsOf(asked);
  if (!words) return [];
  const source = SOURCES[kind];
  const names = nameWords(source.name);
  const reached = withinFilter(source.reach, reach);
  const others = likeAll("alike", names, words.patterns);
  const placeholders = words.alike.map((_, n) => sql.placeholder(`word_${n}`));
  const query = prepared(tx, `search_${kind}_${reached.name}_${others.name}_${placeholders.length}`, (on) => {
    const likeness = placeholders.map((word) => sql`word_similarity(${word}, ${names})`);
    return on
      .select(source.columns)
      .from(source.table)
      .where(
        and(
          reached.condition(),
          source.kept,
          ...placeholders.map((word) => sql`${names} %> ${word}`),
          others.condition(),
        ),
      )
      .orderBy(sql`${sql.join(likeness, sql` + `)} desc`, sql`length(${source.name})`, source.id)
      .limit(ALIKE_MAX);
  });
  const asWords = Object.fromEntries(words.alike.map((word, n) => [`word_${n}`, word]));
  return candidates(kind, await query.execute({ ...reached.values, ...others.values, ...asWords }));
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
  const query = prepared(tx, "search_label", (on) =>
    on
      .select({ target_id: codes.target_id })
      .from(codes)
      .where(
        and(
          eq(codes.organization_id, sql.placeholder("organization_id")),
          eq(codes.code, sql.placeholder("code")),
        ),
      ),
  );
  const [label] = await query.execute({ organization_id, code });
  return label?.target_id ?? null;
}

/** Bins by their ids, with where they stand. */
export async function binsOf(db: Db, reach: Reach, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const { name, condition, values } = withinFilter("bins", reach);
  const query = prepared(db, `search_bins_of_${name}`, (on) =>
    on
      .select({ id: bins.id, name: bins.name, location_id: bins.location_id })
      .from(bins)
      .where(and(condition(), sql`${bins.id} = any(${sql.placeholder("ids")}::text[])`)),
  );
  return query.execute({ ...values, ids });
}
