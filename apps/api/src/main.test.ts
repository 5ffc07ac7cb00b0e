import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test, vi } from "vitest";
import { begunDataFolder } from "./testing/begun-data.ts";
import {
  dataFolder,
  postmasterOf,
  type ServerProcess,
  serverThatGivesUp,
  startServerProcess,
} from "./testing/server-process.ts";

// Each test starts whole servers with databases of their own; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const running: ServerProcess[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});

async function start(dataDir: string): Promise<ServerProcess> {
  const server = await startServerProcess(dataDir);
  running.push(server);
  return server;
}

async function call(
  server: ServerProcess,
  method: string,
  path: string,
  init: { key?: string; cookie?: string; body?: unknown } = {},
) {
  const response = await fetch(`${server.url}/api/v1/${path}`, {
    method,
    headers: {
      ...(init.key && { authorization: `Bearer ${init.key}` }),
      ...(init.cookie && { cookie: init.cookie, origin: server.url }),
      ...(init.body !== undefined && { "content-type": "application/json" }),
    },
    ...(init.body !== undefined && { body: JSON.stringify(init.body) }),
  });
  return { status: response.status, headers: response.headers, body: JSON.parse(await response.text()) };
}

async function firstKey(server: ServerProcess): Promise<string> {
  const account = { email: "anna@example.org", password: "correct horse battery", name: "Anna" };
  const signedUp = await call(server, "POST", "auth/sign-up", { body: account });
  const cookie = signedUp.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const made = await call(server, "POST", "api-keys", { cookie, body: { name: "script" } });
  expect(made.status).toBe(201);
  return made.body.key;
}

test("a server killed -9 with its whole tree, in the middle of writing, loses no bin that it acknowledged", async () => {
  const data = dataFolder();
  const first = await start(data.path);
  const key = await firstKey(first);
  const acknowledged: string[] = [];
  let isKilled = false;
  const writers = Array.from({ length: 4 }, async () => {
    while (!isKilled) {
      const made = await call(first, "POST", "bins", { key, body: { name: "Survivor" } }).catch(() => null);
      if (made?.status === 201) acknowledged.push(made.body.id);
    }
  });
  while (acknowledged.length < 100) await sleep(10);
  process.kill(postmasterOf(data.path), "SIGKILL");
  first.child.kill("SIGKILL");
  isKilled = true;
  await Promise.all(writers);

  const second = await start(data.path);
  expect(second.output()).not.toContain("make the first account");
  const kept = new Set<string>();
  let cursor: string | null = null;
  do {
    const page = await call(second, "GET", `bins?limit=200${cursor ? `&cursor=${cursor}` : ""}`, { key });
    expect(page.status).toBe(200);
    for (const bin of page.body.data) kept.add(bin.id);
    cursor = page.body.next_cursor;
  } while (cursor);
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
  const events = await call(second, "GET", "events?type=bin.created&limit=1", { key });
  expect(events.body.data[0].seq).toBeGreaterThanOrEqual(kept.size);
});

test("a second server on the same data, or on the same port, is refused with a sentence, and the first goes on", async () => {
  const own = await begunDataFolder();
  const first = await start(own.path);
  const onSameData = await serverThatGivesUp(own.path);
  expect(onSameData.code).toBe(1);
  expect(onSameData.output).toContain("Stowage cannot start");
  expect(onSameData.output).toContain(own.path);
  expect(onSameData.output).not.toMatch(/\n\s+at /);

  const { port } = new URL(first.url);
  const data = await begunDataFolder();
  const second = await serverThatGivesUp(data.path, port);
  expect(second.code).toBe(1);
  expect(second.output).toContain(`Port ${port} is taken`);
  // The database that was started for it is gone again, or this one could not say the same.
  expect(await serverThatGivesUp(data.path, port)).toMatchObject({ code: 1 });
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
});

test("while the database is down every answer is 503 and never 401; when it is back, all works by itself", async () => {
  const data = await begunDataFolder();
  const server = await start(data.path);
  const key = await firstKey(server);
  expect((await call(server, "GET", "bins", { key })).status).toBe(200);
  const cookie = "stowage_session=abcdefghijklmnopqrstuvwxyz234567abcdefgh";
  const seen = new Set<number>();
  let refusals = 0;
  let isBack = false;
  // Killed again and again, so that there is a while to look at.
  const deadline = Date.now() + 20_000;
  let kills = 0;
  while (!isBack && Date.now() < deadline) {
    if (kills < 4) {
      try {
        process.kill(postmasterOf(data.path), "SIGKILL");
        kills++;
      } catch {
        // between two lives
      }
    }
    const answers = await Promise.all([
      call(server, "GET", "bins", { key }),
      call(server, "POST", "bins", { key, body: { name: "Now or never" } }),
      call(server, "GET", "bins", { cookie }),
    ]);
    for (const { status, body, headers } of answers) {
      seen.add(status);
      if (status !== 503) continue;
      refusals++;
      expect(body.code).toBe("unavailable");
      expect(Number(headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
    }
    isBack = kills === 4 && answers[0]?.status === 200 && answers[1]?.status === 201;
  }
  expect(isBack).toBe(true);
  expect(refusals).toBeGreaterThan(0);
  expect([...seen].filter((status) => ![200, 201, 401, 503].includes(status))).toEqual([]);
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
});

test("told to stop, it answers what is under way, exits 0 and leaves no database behind", async () => {
  const data = await begunDataFolder();
  const server = await start(data.path);
  const postmaster = postmasterOf(data.path);
  const underWay = call(server, "POST", "auth/sign-up", {
    body: { email: "anna@example.org", password: "correct horse battery", name: "Anna" },
  });
  await sleep(20);
  expect(await server.stop()).toBe(0);
  expect((await underWay).status).toBe(201);
  expect(() => process.kill(postmaster, 0)).toThrow();
});

test("a busy client gets no answer of a foreign shape while it goes", async () => {
  const data = await begunDataFolder();
  const server = await start(data.path);
  const key = await firstKey(server);
  const problems: string[] = [];
  let answered = 0;
  let isGone = false;
  const clients = Array.from({ length: 4 }, async () => {
    while (!isGone) {
      const answer = await call(server, "GET", "bins", { key }).catch((error: Error) => error);
      if (answer instanceof Error) isGone ||= true;
      else if (answer.status === 200) answered++;
      else problems.push(`${answer.status} ${JSON.stringify(answer.body)}`);
    }
  });
  while (answered < 50) await sleep(5);
  expect(await server.stop()).toBe(0);
  isGone = true;
  await Promise.all(clients);
  expect(problems).toEqual([]);
});

test("killed -9 alone, it takes its database with it, and the next start works at once", async () => {
  const data = await begunDataFolder();
  const first = await start(data.path);
  first.child.kill("SIGKILL");
  await once(first.child, "exit");
  const second = await start(data.path);
  expect((await fetch(`${second.url}/readyz`)).status).toBe(200);
});
