import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { silentLog } from "../log.ts";
import { type Database, openDatabase } from "../open-database.ts";
import { startInsertingServer } from "../testing/inserting-server.ts";
import { type ThrowAwayFolder, throwAwayFolder } from "../testing/throw-away-folder.ts";
import { dataLayout } from "./data-layout.ts";
import { processesIn } from "./processes.ts";

const { binDir } = inject("testPostgres");

let folder: ThrowAwayFolder;
let dataDir: string;
beforeEach(() => {
  folder = throwAwayFolder();
  dataDir = `${folder.path}/data`;
});
afterEach(() => folder.remove());

test("kill -9 of the whole tree loses no acknowledged row, and the next start works", async () => {
  const acknowledged: number[] = [];
  for (let round = 1; round <= 3; round++) {
    const server = await startInsertingServer(dataDir, binDir, round * 1_000_000);
    await server.until(200);
    await server.killTree();
    acknowledged.push(...server.acknowledged);
  }
  const database = await openDatabase({ dataDir, binDir, log: silentLog });
  const kept = await keptRows(database);
  await database.close();
  expect(acknowledged.length).toBeGreaterThanOrEqual(600);
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
});

test("a server killed -9 takes its PostgreSQL along, and the next start works at once", async () => {
  const server = await startInsertingServer(dataDir, binDir);
  await server.until(50);
  await server.killNode();
  const database = await openDatabase({ dataDir, binDir, log: silentLog });
  const kept = await keptRows(database);
  await database.close();
  expect(server.acknowledged.filter((id) => !kept.has(id))).toEqual([]);
});

test("nothing is left running after a server was killed -9", async () => {
  const server = await startInsertingServer(dataDir, binDir);
  await server.killNode();
  await expect.poll(() => processesIn(dataLayout(dataDir).pgdata), { timeout: 5_000 }).toEqual([]);
});

test("a PostgreSQL that lost its watchdog is asked to stop, and then the next start works", async () => {
  const server = await startInsertingServer(dataDir, binDir);
  await server.until(50);
  await server.killAllButPostgres();
  const database = await openDatabase({ dataDir, binDir, log: silentLog });
  const kept = await keptRows(database);
  await database.close();
  expect(server.acknowledged.filter((id) => !kept.has(id))).toEqual([]);
});

test("PostgreSQL killed under a living server comes back by itself", async () => {
  const database = await openDatabase({ dataDir, binDir, log: silentLog });
  const states: string[] = [];
  database.onStateChange((state) => states.push(state));
  await database.sql`create table kept (id int)`;
  await database.sql`insert into kept values (1)`;
  for (const pid of processesIn(dataLayout(dataDir).pgdata)) process.kill(pid, "SIGKILL");
  await expect.poll(() => states, { timeout: 10_000 }).toEqual(["restarting", "ready"]);
  expect(await database.sql`select id from kept`).toEqual([{ id: 1 }]);
  await database.close();
  expect(database.state()).toBe("stopped");
});

async function keptRows({ sql }: Database): Promise<Set<number>> {
  const rows = await sql<Array<{ id: number }>>`select id from kept`;
  return new Set(rows.map(({ id }) => id));
}
