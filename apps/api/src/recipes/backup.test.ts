import { execFile, execFileSync } from "node:child_process";
import { chmod, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { presetKey, pythonPath, recipePath } from "../testing/recipes.ts";
import { type Person, startTestServer, type TestServer } from "../testing/test-server.ts";

const SCRIPT = recipePath("backup/stowage-backup.sh");
const TOOLS = "sh ls cut cat find rm mv date wc tail sort sed head sleep mktemp".split(" ");
const SCOPES_TO_RESTORE = (["locations", "bins", "items", "tasks", "projects"] as const).map(
  (noun) => `${noun}:write` as const,
);
const whereIs = (tool: string) =>
  execFileSync("sh", ["-c", `command -v ${tool} || true`], { encoding: "utf8" }).trim();
const curl = whereIs("curl");

let server: TestServer;
let anna: Person;
let origin: string;
let key: string;
let folder: string;
let programs: Record<string, string>;
let stand: Server | undefined;

beforeAll(async () => {
  server = await startTestServer();
  anna = await server.signUp("Anna");
  origin = await server.listen();
  ({ key } = await presetKey(anna, "backup"));
  const make = async (noun: string, body: object) => (await anna.ask("POST", noun, { body })).body;
  const home = await make("locations", { name: "Home" });
  const shelf = await make("locations", { name: "Shelf", parent_id: home.id });
  const bin = await make("bins", { name: "Red box", location_id: shelf.id });
  await make("items", { name: "Screws – ½″", quantity: 2.5, min_quantity: 10, bin_id: bin.id });
  await make("items", { name: "Rope", location_id: home.id });
  await make("tasks", { title: "Sweep" });
  // A machine with curl, and one without: both with the least that each has.
  programs = { python3: await programsWith("python3", pythonPath()) };
  if (curl) programs.curl = await programsWith("curl", curl);
});
afterAll(async () => {
  await server.close();
  await Promise.all(Object.values(programs).map((path) => rm(path, { recursive: true })));
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "stowage-backup-"));
  await writeFile(join(folder, "key"), `${key}\n`, { mode: 0o600 });
});
afterEach(async () => {
  stand?.close();
  await rm(folder, { recursive: true });
});

async function programsWith(name: string, path: string): Promise<string> {
  const programsFolder = await mkdtemp(join(tmpdir(), "stowage-programs-"));
  await symlink(path, join(programsFolder, name));
  for (const tool of TOOLS) await symlink(whereIs(tool), join(programsFolder, tool));
  return programsFolder;
}

interface Run {
  code: number;
  out: string;
  err: string;
}

/** Runs the script as cron would. */
function run(args: string[], env: Record<string, string> = {}, by = curl ? "curl" : "python3"): Promise<Run> {
  const settings = {
    PATH: programs[by] ?? "",
    STOWAGE_URL: origin,
    STOWAGE_KEY_FILE: join(folder, "key"),
    STOWAGE_BACKUP_DIR: folder,
    STOWAGE_RETRY_SECONDS: "0",
    ...env,
  };
  return new Promise((resolve) => {
    execFile("/bin/sh", [SCRIPT, ...args], { env: settings }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

/** Stands in for a server that misbehaves. @returns its origin */
async function standIn(answer: RequestListener): Promise<string> {
  const standing = createServer(answer);
  stand = standing;
  await new Promise<void>((resolve) => standing.listen(0, "127.0.0.1", resolve));
  const { port } = standing.address() as AddressInfo; // it listens on a port
  return `http://127.0.0.1:${port}`;
}

const kept = async () => (await readdir(folder)).filter((name) => name !== "key").sort();
const EMPTY = '{"type":"end","count":0}\n';

describe.each(curl ? ["curl", "python3"] : ["python3"])("with %s", (by) => {
  test("a backup is whole, readable by its owner alone, and comes back in another organization", async () => {
    const saved = await run([], {}, by);
    expect(saved).toMatchObject({ code: 0, err: "" });
    const [name = ""] = await kept();
    expect(name).toMatch(/^stowage-\d{4}-\d\d-\d\dT\d{6}Z\.ndjson$/);
    const file = join(folder, name);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readFile(file, "utf8")).toBe((await anna.ask("GET", "export")).text);
    expect(await run(["check", file], {}, by)).toMatchObject({
      code: 0,
      out: `${file} is complete: 6 things\n`,
    });

    const other = await server.signUp(`Other with ${by}`);
    const theirs = await other.key(SCOPES_TO_RESTORE);
    await writeFile(join(folder, "key"), theirs.key);
    const looked = await run(["restore", file, "--dry-run"], {}, by);
    expect(looked).toMatchObject({ code: 0, err: "", out: "6 made, 0 changed, 0 as they were\n" });
    expect((await other.ask("GET", "items")).body.data).toEqual([]);
    expect((await run(["restore", file], {}, by)).out).toBe("6 made, 0 changed, 0 as they were\n");
    const { data } = (await other.ask("GET", "items?sort=name&include=location_path,bin")).body;
    expect(data).toMatchObject([
      { name: "Rope", location_path: [{ name: "Home" }], bin: null },
      { name: "Screws – ½″", quantity: 2.5, min_quantity: 10, bin: { name: "Red box" } },
    ]);
  });

  test("the key stands in no process list", async () => {
    const seen: string[] = [];
    const url = await standIn(async ({ headers }, response) => {
      for (const id of (await readdir("/proc")).filter((one) => /^\d+$/.test(one)))
        seen.push(await readFile(`/proc/${id}/cmdline`, "utf8").catch(() => ""));
      response.end(headers.authorization === `Bearer ${key}` ? EMPTY : "");
    });
    expect(await run([], { STOWAGE_URL: url }, by)).toMatchObject({ code: 0 });
    expect(seen.join().includes(SCRIPT)).toBe(true);
    expect(seen.join().includes(key)).toBe(false);
  });

  test("an export that is cut off is not kept", async () => {
    for (const cut of [
      "",
      '{"type":"item"}\n',
      '{"type":"item"}\n{"type":"end","count":2}\n',
      '{"type":"end",',
    ]) {
      const url = await standIn((_, response) => response.end(cut));
      expect(await run([], { STOWAGE_URL: url }, by), cut).toMatchObject({ code: 3 });
      stand?.close();
    }
    const url = await standIn((_, response) => {
      response.write('{"type":"item"}\n', () => response.destroy());
    });
    expect(await run([], { STOWAGE_URL: url }, by)).toMatchObject({ code: 2 });
    expect(await kept()).toEqual([]);
  });

  test("a server that is busy is asked again, three times at the most", async () => {
    let calls = 0;
    const url = await standIn((_, response) => {
      calls += 1;
      response.writeHead(calls === 3 ? 200 : 503).end(calls === 3 ? EMPTY : "");
    });
    expect((await run([], { STOWAGE_URL: url }, by)).code).toBe(0);
    calls = 100;
    expect((await run([], { STOWAGE_URL: url }, by)).code).toBe(2);
    expect(calls).toBe(104);
  });

  test("a refusal says why, and what is kept stays", async () => {
    const { id, key: doomed } = await presetKey(anna, "backup");
    await anna.ask("DELETE", `api-keys/${id}`);
    await writeFile(join(folder, "key"), doomed);
    await writeFile(join(folder, "stowage-2026-01-01T000000Z.ndjson"), EMPTY);
    const refused = await run([], { STOWAGE_KEEP: "1" }, by);
    expect(refused.code).toBe(2);
    expect(refused.err).toMatch(/the server answered 401: .*revoked/);
    expect(await kept()).toEqual(["stowage-2026-01-01T000000Z.ndjson"]);
  });
});

test("the newest few are kept, and files of others are left alone", async () => {
  const old = ["2026-01-01", "2026-01-02", "2026-01-03"].map((day) => `stowage-${day}T000000Z.ndjson`);
  for (const name of [...old, "stowage-notes.ndjson", "other.ndjson"])
    await writeFile(join(folder, name), EMPTY);
  await run([], { STOWAGE_KEEP: "2" });
  const names = await kept();
  expect(names).toHaveLength(4);
  expect(names).toEqual(expect.arrayContaining([...old.slice(2), "stowage-notes.ndjson", "other.ndjson"]));
});

test("a key that others may read, and a setting that makes no sense, are refused before anything is asked", async () => {
  await chmod(join(folder, "key"), 0o640);
  expect(await run([])).toMatchObject({ code: 1, err: expect.stringContaining("chmod 600") });
  await chmod(join(folder, "key"), 0o600);
  expect(await run([], { STOWAGE_KEEP: "0" })).toMatchObject({ code: 1 });
  expect(await run([], { STOWAGE_BACKUP_DIR: join(folder, "none") })).toMatchObject({ code: 1 });
  expect(await run([], { STOWAGE_KEY_FILE: join(folder, "none") })).toMatchObject({ code: 1 });
  await writeFile(join(folder, "key"), 'two "keys"');
  expect(await run([])).toMatchObject({ code: 1 });
  expect(await kept()).toEqual([]);
});

test("a file that is not whole is not restored", async () => {
  const file = join(folder, "stowage-2026-01-01T000000Z.ndjson");
  await writeFile(file, '{"type":"location","name":"Half"}\n');
  expect(await run(["restore", file])).toMatchObject({ code: 3 });
  expect(await run(["check", file])).toMatchObject({ code: 3 });
});
