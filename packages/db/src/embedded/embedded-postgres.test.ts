import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { silentLog } from "../log.ts";
import { openDatabase } from "../open-database.ts";
import { type ThrowAwayFolder, throwAwayFolder } from "../testing/throw-away-folder.ts";
import { installBinaries } from "./binaries.ts";
import { dataLayout } from "./data-layout.ts";
import { DatabaseLockedError, EmbeddedPostgresError } from "./errors.ts";
import { processState } from "./processes.ts";

const { binDir } = inject("testPostgres");
const isRoot = process.getuid?.() === 0;

let folder: ThrowAwayFolder;
let dataDir: string;
beforeEach(() => {
  folder = throwAwayFolder();
  dataDir = path.join(folder.path, "data");
});
afterEach(() => folder.remove());

const open = () => openDatabase({ dataDir, binDir, log: silentLog });

test("a second server on the same folder refuses, names it, and harms nothing", async () => {
  const first = await open();
  const second = open();
  await expect(second).rejects.toThrow(DatabaseLockedError);
  await expect(second).rejects.toThrow(dataDir);
  await expect(second).rejects.toThrow(`process ${process.pid}`);
  expect(await first.sql`select 1 as one`).toEqual([{ one: 1 }]);
  await first.close();
});

test("a closed database can be opened again, with everything in it", async () => {
  const first = await open();
  await first.sql`create table kept (id int)`;
  await first.close();
  await first.close();
  const second = await open();
  expect(await second.sql`select count(*)::int as rows from kept`).toEqual([{ rows: 0 }]);
  await second.close();
});

test("the server's role is no superuser, and may still create the trigram extension", async () => {
  const database = await open();
  const [role] = await database.sql<[{ rolsuper: boolean; rolcreaterole: boolean }]>`
    select rolsuper, rolcreaterole from pg_roles where rolname = current_user`;
  expect(role).toEqual({ rolsuper: false, rolcreaterole: false });
  await database.sql`create extension pg_trgm`;
  expect(await database.sql`select similarity('bolt', 'bolts') > 0.5 as alike`).toEqual([{ alike: true }]);
  await database.close();
});

test("what it acknowledges is on disk, and no port is open", async () => {
  const database = await open();
  const [{ settings }] = await database.sql<[{ settings: Record<string, string> }]>`
    select json_object_agg(name, setting) as settings from pg_settings
    where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums', 'listen_addresses')`;
  expect(settings).toEqual({
    fsync: "on",
    full_page_writes: "on",
    synchronous_commit: "on",
    data_checksums: "on",
    listen_addresses: "",
  });
  await database.close();
});

test("a cluster that was only half made is made anew", async () => {
  const { pgdataInit } = dataLayout(dataDir);
  mkdirSync(pgdataInit, { recursive: true });
  writeFileSync(path.join(pgdataInit, "PG_VERSION"), "18\n");
  const database = await open();
  expect(existsSync(pgdataInit)).toBe(false);
  await database.close();
});

test("a cluster of another major version is refused in words", async () => {
  const { pgdata } = dataLayout(dataDir);
  mkdirSync(pgdata, { recursive: true });
  writeFileSync(path.join(pgdata, "PG_VERSION"), "9\n");
  await expect(open()).rejects.toThrow(/made by PostgreSQL 9/);
});

describe("a stale postmaster.pid is no obstacle", () => {
  test.each([
    ["when a stranger has got its number", "exec sleep 60", "alive"],
    ["when its process is a zombie", "sleep 0.05 & echo $!; exec sleep 60", "zombie"],
  ] as const)("%s", async (_, script, expected) => {
    await (await open()).close();
    const { pgdata } = dataLayout(dataDir);
    const { uid, gid } = statSync(pgdata);
    const child = spawn("/bin/sh", ["-c", script], {
      stdio: ["ignore", "pipe", "ignore"],
      ...(isRoot ? { uid, gid } : {}),
    });
    const pid =
      expected === "zombie" ? Number(String((await once(child.stdout, "data"))[0])) : Number(child.pid);
    await expect.poll(() => processState(pid)).toBe(expected);
    const file = path.join(pgdata, "postmaster.pid");
    writeFileSync(
      file,
      `${pid}\n${pgdata}\n0\n5432\n${dataLayout(dataDir).socketDir}\n\n  5432001         1\nready   \n`,
    );
    chownSync(file, uid, gid);
    const database = await open();
    expect(await database.sql`select 1 as one`).toEqual([{ one: 1 }]);
    await database.close();
    child.kill("SIGKILL");
  });
});

test("a data folder with a long name gets its socket in the temporary folder", async () => {
  dataDir = path.join(folder.path, "long-".repeat(20), "data");
  mkdirSync(path.dirname(dataDir), { mode: 0o755 });
  const database = await open();
  expect(await database.sql`select 1 as one`).toEqual([{ one: 1 }]);
  await database.close();
  rmSync(dataLayout(dataDir).socketDir, { recursive: true });
});

test("a copy of the programs that a power cut left incomplete is made anew", async () => {
  const bin = installBinaries(folder.path);
  truncateSync(path.join(bin, "postgres"), 100);
  truncateSync(path.join(bin, "../share/postgresql/postgres.bki"), 0);
  mkdirSync(path.join(folder.path, "bin-0.1"));
  installBinaries(folder.path);
  expect(statSync(path.join(bin, "postgres")).size).toBeGreaterThan(1_000_000);
  expect(statSync(path.join(bin, "../share/postgresql/postgres.bki")).size).toBeGreaterThan(1_000);
  expect(existsSync(path.join(folder.path, "bin-0.1"))).toBe(false);
});

test("programs that do not run here are refused in words", async () => {
  const started = openDatabase({ dataDir, binDir: "/nowhere", log: silentLog });
  await expect(started).rejects.toThrow(EmbeddedPostgresError);
  await expect(started).rejects.toThrow(/STOWAGE_PG_BIN/);
});

describe.runIf(isRoot)("started by root", () => {
  test("PostgreSQL runs as a user of its own, who cannot replace what root runs or writes", async () => {
    const database = await open();
    expect(statSync(dataLayout(dataDir).pgdata)).toMatchObject({ uid: 26190, gid: 26190 });
    const root = statSync(dataDir);
    expect([root.uid, root.mode & 0o777]).toEqual([0, 0o710]);
    await database.close();
  });

  test("a folder that user could not reach is refused in words", async () => {
    mkdirSync(path.dirname(dataDir), { recursive: true });
    chmodSync(folder.path, 0o700);
    await expect(open()).rejects.toThrow(`may not pass through ${folder.path}`);
  });

  test("the owner of an existing folder can go on with it after root has served from it", async () => {
    mkdirSync(dataDir, { mode: 0o700 });
    chownSync(dataDir, 12345, 12345);
    const database = await open();
    expect(statSync(dataLayout(dataDir).pgdata).uid).toBe(12345);
    await database.close();
    expect(statSync(dataDir).uid).toBe(12345);
  });
});

test.skipIf(isRoot)("a folder of somebody else is refused in words", async () => {
  dataDir = "/usr/stowage-test";
  await expect(open()).rejects.toThrow(/choose another folder with DATA_DIR/);
});
