import { events } from "@stowage/db/schema/events";
import { workspaces } from "@stowage/db/schema/identity";
import { asc, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serverWithin } from "../../gate/caller.ts";
import { type Person, startTestServer, type TestServer } from "../../testing/test-server.ts";
import { createBin } from "../bins/create-bin.ts";
import { type ServerWriter, writing } from "../writing.ts";

// Writers that wait for one another share a transaction. What must hold all the same: each stands or falls alone, and
// the workspace's events and counts are without gaps.

let server: TestServer;
let anna: Person;
let by: ServerWriter;
beforeAll(async () => {
  server = await startTestServer();
  anna = await server.signUp("Anna");
  const { deps } = server;
  const [row] = await deps.database.db
    .select({ workspace_id: workspaces.id, organization_id: workspaces.organization_id })
    .from(workspaces)
    .where(eq(workspaces.environment, "live"));
  if (!row) throw new Error("Anna has a workspace");
  by = {
    deps,
    db: deps.database.db,
    cause: { trigger_id: "trg_none", trigger_depth: 1 },
    ...serverWithin(row),
  };
});
afterAll(() => server.close());

const BIN = { location_id: null, description: "", tags: [], color: null, icon: null, custom_fields: {} };
const create = (name: string) => writing(by, (begun) => createBin(begun, { ...BIN, name }));
const outcomes = async (all: Promise<unknown>[]) =>
  (await Promise.allSettled(all)).map((one) => (one.status === "fulfilled" ? "done" : String(one.reason)));

async function state() {
  const { db } = by.deps.database;
  const [workspace] = await db.select().from(workspaces).where(eq(workspaces.id, by.workspace_id));
  const told = await db
    .select({ seq: events.seq, name: events.subject_name, type: events.type })
    .from(events)
    .where(eq(events.workspace_id, by.workspace_id))
    .orderBy(asc(events.seq));
  const names = (await anna.ask("GET", "bins?limit=100&sort=name")).body.data.map(
    ({ name }: { name: string }) => name,
  );
  const created = told.filter(({ type }) => type === "bin.created");
  return { workspace, told, names, created: created.map(({ name }) => name) };
}

/** Revision, events and counts agree, whatever has happened. */
async function expectSound() {
  const { workspace, told, names, created } = await state();
  expect(told.map(({ seq }) => seq)).toEqual(told.map((_, at) => at + 1));
  expect(workspace?.revision).toBe(told.length);
  expect(workspace?.bin_count).toBe(names.length);
  expect([...created].sort()).toEqual([...names].sort());
  return names as string[];
}

test("many who write at once are all done, in the order they came", async () => {
  const all = Array.from({ length: 50 }, (_, n) => create(`many ${n}`));
  expect(new Set(await outcomes(all))).toEqual(new Set(["done"]));
  expect(await expectSound()).toHaveLength(50);
  expect((await state()).created.slice(0, 3)).toEqual(["many 0", "many 1", "many 2"]);
});

test("one that fails, by a rule or in the database, is the only one, wherever it stands among the others", async () => {
  const refused = () => writing(by, () => Promise.reject(new Error("refused")));
  const broken = (name: string) =>
    writing(by, async (begun) => {
      const bin = await createBin(begun, { ...BIN, name });
      begun.meanwhile(() => begun.tx.execute(sql`select 1 / 0`));
      return bin;
    });
  const dry = (name: string) => writing(by, (begun) => createBin(begun, { ...BIN, name }), { dry_run: true });
  for (const order of ["xabxc", "axxb", "xx", "abx", "x", "dadbx", "bdx", "yayby", "yy", "ayxdyb", "y"]) {
    const all = [...order].map((kind, at) =>
      kind === "x"
        ? refused()
        : kind === "y"
          ? broken(`${order} ${at}`)
          : kind === "d"
            ? dry(`${order} ${at}`)
            : create(`${order} ${at}`),
    );
    const told = await outcomes(all);
    for (const [at, kind] of [...order].entries())
      if (kind === "x") expect(told[at], order).toBe("Error: refused");
      else if (kind === "y") expect(told[at], order).toMatch(/division by zero|Failed query/);
      else expect(told[at], order).toBe("done");
    const names = await expectSound();
    const wanted = [...order].flatMap((kind, at) => ("abc".includes(kind) ? [`${order} ${at}`] : []));
    expect(names.filter((name) => name.startsWith(`${order} `))).toEqual(wanted.sort());
  }
});

test("when the connection is lost, all who were on it fail, and those after them do not", async () => {
  const lost = writing(by, async (begun) => {
    const bin = await createBin(begun, { ...BIN, name: "lost" });
    const [row] = await begun.tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    begun.meanwhile(() => by.deps.database.sql`select pg_terminate_backend(${row?.pid ?? 0}, 5000)`);
    return bin;
  });
  const told = await outcomes([create("lost before"), lost, create("after 1"), create("after 2")]);
  expect(told.slice(0, 2).every((one) => one !== "done")).toBe(true);
  const names = await expectSound();
  for (const [at, name] of [["lost before"], ["lost"], ["after 1"], ["after 2"]].entries())
    expect(names.includes(name[0] ?? ""), name[0]).toBe(told[at] === "done");
  expect(await outcomes([create("after all")])).toEqual(["done"]);
  await expectSound();
});

test("a label code that is taken is drawn again, and nobody hears of it", async () => {
  const organization_id = by.caller.organization.id;
  let draws = 0;
  const bin = await writing(by, async (begun) => {
    draws += 1;
    const made = await createBin(begun, { ...BIN, name: "twice" });
    // Somebody else's label, at the last moment; the second time it does not matter.
    if (draws === 1)
      await by.deps.database.sql`insert into codes (organization_id, code, created_at)
        values (${organization_id}, ${made.code}, now())`;
    return made;
  });
  expect(draws).toBe(2);
  expect(bin.name).toBe("twice");
  await expectSound();
});

test("so is one that a bin of the same workspace has, which is seen before its label is", async () => {
  const { sql: other } = by.deps.database;
  const neighbour = await create("neighbour");
  let draws = 0;
  const bin = await writing(by, async (begun) => {
    draws += 1;
    const made = await createBin(begun, { ...BIN, name: "thrice" });
    if (draws === 1) {
      await other`update bins set code = ${made.code} where id = ${neighbour.id}`;
      await other`update codes set code = ${made.code} where target_id = ${neighbour.id}`;
    }
    return made;
  });
  expect(draws).toBe(2);
  expect(bin.name).toBe("thrice");
  await expectSound();
});
