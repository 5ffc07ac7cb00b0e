import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { beginTransaction } from "./begin-transaction.ts";
import { driverOf } from "./prepared.ts";
import { createTestDatabase, type TestDatabase } from "./testing/test-database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ poolSize: 2 });
  await database.sql`create table notes (note text primary key)`;
});
beforeEach(() => database.sql`truncate notes`);
afterAll(() => database.drop());

const add = (note: string) => sql`insert into notes values (${note})`;
const kept = async () => (await database.sql`select note from notes order by note`).map(({ note }) => note);

test("what is sent without waiting is kept by commit, and taken back by rollback", async () => {
  const kept_one = await beginTransaction(database.db);
  await Promise.all([kept_one.tx.execute(add("a")), kept_one.tx.execute(add("b"))]);
  expect(await kept()).toEqual([]);
  await kept_one.commit();
  const lost_one = await beginTransaction(database.db);
  await lost_one.tx.execute(add("c"));
  await lost_one.rollback();
  expect(await kept()).toEqual(["a", "b"]);
});

test("back to the mark takes back what came after it, and what was before stays", async () => {
  const { tx, mark, commit } = await beginTransaction(database.db);
  for (const note of ["a", "b", "c"]) {
    const takeBack = mark();
    await tx.execute(add(note));
    if (note === "b") {
      await expect(tx.execute(add("a"))).rejects.toThrow();
      await takeBack();
    }
  }
  await commit();
  expect(await kept()).toEqual(["a", "c"]);
});

test("committing what has failed says so and keeps nothing, and the connection is good again", async () => {
  const { tx, commit } = await beginTransaction(database.db);
  const sent = [tx.execute(add("a")), tx.execute(add("a")), tx.execute(add("b"))];
  const answers = await Promise.allSettled(sent);
  expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected"]);
  await expect(commit()).rejects.toThrow("the transaction had failed and was taken back");
  expect(await kept()).toEqual([]);
});

test("a connection that is lost fails all that is sent on it, and the next transaction has another", async () => {
  const { tx, commit, rollback } = await beginTransaction(database.db);
  const [row] = await tx.execute<{ pid: number }>(
    sql`insert into notes values ('a') returning pg_backend_pid() as pid`,
  );
  await database.sql`select pg_terminate_backend(${row?.pid ?? 0})`;
  await expect(tx.execute(add("b"))).rejects.toThrow();
  await expect(tx.execute(add("c"))).rejects.toThrow();
  await expect(commit()).rejects.toThrow();
  await rollback();
  expect(await kept()).toEqual([]);
  for (let n = 0; n < 3; n++) {
    const next = await beginTransaction(database.db);
    await next.tx.execute(add(`next ${n}`));
    await next.commit();
  }
  expect(await kept()).toHaveLength(3);
});

const KINDS = ["prepared", "unnamed", "simple"] as const;

test.each(KINDS.flatMap((failing) => KINDS.map((behind) => [failing, behind] as const)))(
  "behind a %s statement that fails, a %s one fails too, and nobody waits for ever",
  async (failing, behind) => {
    const { tx, mark, commit } = await beginTransaction(database.db);
    // At once, as Drizzle would not.
    const send = (kind: (typeof KINDS)[number], note: string) => {
      const driver = driverOf(tx);
      if (kind === "prepared")
        return driver.unsafe("insert into notes values ($1)", [note], { prepare: true }).execute();
      if (kind === "unnamed") return driver.unsafe("insert into notes values ($1)", [note]).execute();
      return driver.unsafe(`insert into notes values ('${note}')`).execute();
    };
    await send("prepared", "a");
    const takeBack = mark();
    const sent = [send(failing, "a"), send(behind, "b"), send(behind, "c")];
    const answers = await Promise.allSettled(sent);
    expect(answers.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    await takeBack();
    await send("prepared", "d");
    await commit();
    expect(await kept()).toEqual(["a", "d"]);
  },
);
