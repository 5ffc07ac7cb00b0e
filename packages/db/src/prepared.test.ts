import { eq, inArray, sql } from "drizzle-orm";
import { alias, boolean, customType, date, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { executePrepared, prepared } from "./prepared.ts";
import { instant, quantity } from "./schema/columns.ts";
import { createTestDatabase, type TestDatabase } from "./testing/test-database.ts";

// Statements are read by ways of our own, so what they give is held against what Drizzle gives.

const things = pgTable("things", {
  id: text().primaryKey(),
  tags: text().array().notNull(),
  facts: jsonb().$type<Record<string, unknown>>().notNull(),
  amount: quantity().notNull(),
  is_low: boolean(),
  on: date({ mode: "string" }),
  at: instant().notNull(),
});

const elsewhere = pgTable("elsewhere", {
  facts: customType<{ data: unknown }>({ dataType: () => "jsonb" })(),
});

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.sql`create table things (id text primary key, tags text[] not null, facts jsonb not null,
    amount numeric(14,3) not null, is_low boolean, "on" date, at timestamptz(3) not null)`;
  await database.db.insert(things).values([
    { id: "a", tags: ["m3", 'a "b", {c} \\', "", "NULL"], facts: { deep: [1, null] }, amount: 12.5, is_low: true, on: "2026-02-28", at: "2026-01-02T03:04:05.678Z" }, // biome-ignore format: a row
    { id: "b", tags: [], facts: {}, amount: 0, is_low: null, on: null, at: "2026-01-02T03:04:05.000Z" },
    // lengths with bytes beyond ASCII, values beyond it, and none at all
    { id: "c".repeat(200), tags: ["d".repeat(40_000)], facts: {}, amount: 1, is_low: false, on: null, at: "2026-01-02T03:04:05.600Z" }, // biome-ignore format: a row
    { id: "é", tags: ["Schräubchen", "螺丝", "🔩"], facts: { é: "€" }, amount: 2, is_low: true, on: null, at: "2026-01-02T03:04:05.678Z" }, // biome-ignore format: a row
    {
      id: "",
      tags: [""],
      facts: {},
      amount: -3.001,
      is_low: null,
      on: "9999-12-31",
      at: "0099-01-02T03:04:05.678Z",
    },
  ]);
});
afterAll(() => database.drop());

const columns = {
  id: things.id,
  tags: things.tags,
  facts: things.facts,
  amount: things.amount,
  is_low: things.is_low,
  on: things.on,
  at: things.at,
  doubled: sql<number>`${things.amount} * 2`.mapWith(Number),
  plain: sql<string>`'x' || ${things.id}`,
};

test("a prepared statement gives the rows that Drizzle gives, of every kind of column", async () => {
  const { db } = database;
  const query = prepared(db, "things_all", (on) => on.select(columns).from(things).orderBy(things.id));
  const rows = await query.execute();
  expect(rows).toEqual(await db.select(columns).from(things).orderBy(things.id));
  expect(rows.find(({ id }) => id === "a")).toEqual({
    id: "a",
    tags: ["m3", 'a "b", {c} \\', "", "NULL"],
    facts: { deep: [1, null] },
    amount: 12.5,
    is_low: true,
    on: "2026-02-28",
    at: "2026-01-02T03:04:05.678Z",
    doubled: 25,
    plain: "xa",
  });
  expect(rows.find(({ id }) => id === "é")?.tags).toEqual(["Schräubchen", "螺丝", "🔩"]);
  expect(rows.map(({ tags }) => tags[0]?.length)).toContain(40_000);
});

test("rows are whole wherever what has come of them is cut off", async () => {
  const { db } = database;
  const asked = (first: number) =>
    prepared(db, "rows_of_all_lengths", (on) =>
      on
        .select({
          n: sql<number>`n`.mapWith(Number),
          text: sql<string>`left(repeat('0123456789é', 1 + n / 10), n)`,
          none: sql<null>`null::text`,
          at: sql<string>`'2026-01-02T03:04:05.678Z'::timestamptz(3)`.mapWith(things.at),
        })
        .from(
          sql`generate_series(${sql.placeholder("first")}::int, ${sql.placeholder("first")}::int + 2000) as n`,
        ),
    ).execute({ first });
  // Far more than a socket gives at once, and several answers behind each other.
  const answers = await Promise.all([0, 1, 7, 500].map(asked));
  for (const [at, first] of [0, 1, 7, 500].entries()) {
    const rows = answers[at] ?? [];
    expect(rows).toHaveLength(2_001);
    for (const [i, row] of rows.entries()) {
      const n = first + i;
      const text = "0123456789é".repeat(1 + n / 10).slice(0, n);
      if (row.n !== n || row.text !== text || row.none !== null || row.at !== "2026-01-02T03:04:05.678Z")
        expect(row, `row ${i}`).toEqual({ n, text, none: null, at: "2026-01-02T03:04:05.678Z" });
    }
  }
});

test("connections that describe a column otherwise are each read as they say", async () => {
  const read = (path: string) =>
    database.db.transaction(async (tx) => {
      await tx.execute(sql.raw(`set local search_path to ${path}`));
      return prepared(tx, "things_elsewhere", (on) =>
        on.select({ facts: elsewhere.facts }).from(elsewhere),
      ).execute();
    });
  await database.sql`create schema one create table elsewhere (facts jsonb)`;
  await database.sql`create schema two create table elsewhere (facts text)`;
  await database.sql`insert into one.elsewhere values ('[1]')`;
  await database.sql`insert into two.elsewhere values ('[1]')`;
  expect([await read("one"), await read("two")]).toEqual([[{ facts: [1] }], [{ facts: "[1]" }]]);
});

test("its values pass through the column's encoder, and a missing one is said", async () => {
  const query = prepared(database.db, "things_by_amount", (on) =>
    on
      .select({ id: things.id })
      .from(things)
      .where(eq(things.amount, sql.placeholder("amount"))),
  );
  expect(await query.execute({ amount: 12.5 })).toEqual([{ id: "a" }]);
  expect(() => query.execute({})).toThrow("no value for the placeholder amount");
});

test("answers that follow each other on a connection have their own rows and nothing else, also past a failure", async () => {
  await database.db.transaction(async (tx) => {
    const byId = (id: string, within: typeof tx = tx) =>
      prepared(within, "things_divided", (on) =>
        on
          .select({ id: things.id, half: sql<string>`1 / (case ${things.id} when 'b' then 0 else 1 end)` })
          .from(things)
          .where(eq(things.id, sql.placeholder("id"))),
      ).execute({ id });
    const [none, one] = await Promise.all([byId("nobody"), byId("a")]);
    expect([none, one]).toEqual([[], [{ id: "a", half: 1 }]]);
    await expect(tx.transaction((savepoint) => byId("b", savepoint))).rejects.toThrow("division by zero");
    const again = await byId("nobody");
    expect(again).toEqual([]);
    expect(again).not.toBe(none);
    expect(Object.getOwnPropertyNames(again)).toEqual(["length"]);
    expect(await tx.execute(sql`update things set facts = facts where id in ('a', 'b')`)).toMatchObject({
      count: 2,
      command: "UPDATE",
    });
    expect(await byId("a")).toEqual([{ id: "a", half: 1 }]);
    expect(none).toEqual([]);
  });
});

test("in a transaction it runs on the transaction's connection", async () => {
  const find = (on: Parameters<typeof prepared>[0]) =>
    prepared(on, "things_by_id", (build) =>
      build
        .select({ id: things.id })
        .from(things)
        .where(eq(things.id, sql.placeholder("id"))),
    ).execute({ id: "c" });
  const ended = database.db.transaction(async (tx) => {
    await tx
      .insert(things)
      .values({ id: "c", tags: [], facts: {}, amount: 1, at: "2026-01-02T03:04:05.678Z" });
    expect(await find(tx)).toEqual([{ id: "c" }]);
    expect(await find(database.db)).toEqual([]);
    throw new Error("undone");
  });
  await expect(ended).rejects.toThrow("undone");
});

test("a statement is sent by its name, and stays prepared on its connection", async () => {
  await database.db.transaction(async (tx) => {
    for (const id of ["a", "b"])
      expect(
        await executePrepared(tx, "things_raw", {
          build: () => sql`select id, amount from things where id = ${sql.placeholder("id")}`,
          values: { id },
        }),
      ).toMatchObject([{ id }]);
    const rows =
      await tx.execute(sql`select from pg_prepared_statements where statement like '%id, amount from things%'
      and statement not like '%pg_prepared_statements%'`);
    expect(rows).toHaveLength(1);
  });
});

test("columns in objects of their own are read into them, but not those of an outer join", async () => {
  const { db } = database;
  const others = alias(things, "others");
  const nested = { id: things.id, more: { amount: things.amount, on: things.on } };
  const query = prepared(db, "things_nested", (on) =>
    on
      .select(nested)
      .from(things)
      .where(inArray(things.id, ["a", "b"]))
      .orderBy(things.id),
  );
  expect(await query.execute()).toEqual([
    { id: "a", more: { amount: 12.5, on: "2026-02-28" } },
    { id: "b", more: { amount: 0, on: null } },
  ]);
  expect(() =>
    prepared(db, "things_outer", (on) =>
      on
        .select({ id: things.id, other: { id: others.id } })
        .from(things)
        .leftJoin(others, eq(others.id, sql`'nobody'`)),
    ),
  ).toThrow("other.id is of an outer join");
});
