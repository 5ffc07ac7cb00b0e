import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { begunDataFolder } from "../testing/begun-data.ts";
import { postmasterOf, type ServerProcess, startServerProcess } from "../testing/server-process.ts";
import { soak } from "../testing/soak.ts";

/** Items that one bulk makes; each bulk also counts itself on one item that all share. */
const BATCH = 60;
const WRITERS = 3;

const running: ServerProcess[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});

async function start(dataDir: string): Promise<ServerProcess> {
  const server = await startServerProcess(dataDir, { DEFAULT_PLAN: "enterprise" });
  running.push(server);
  return server;
}

interface Init {
  key?: string;
  cookie?: string;
  body?: unknown;
}

async function call({ url }: ServerProcess, method: string, path: string, { key, cookie, body }: Init) {
  const response = await fetch(`${url}/api/v1/${path}`, {
    method,
    headers: {
      ...(key && { authorization: `Bearer ${key}` }),
      ...(cookie && { cookie, origin: url }),
      ...(body !== undefined && { "content-type": "application/json" }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, headers: response.headers, body: JSON.parse(await response.text()) };
}

async function begin(server: ServerProcess) {
  const account = { email: "anna@example.org", password: "correct horse battery", name: "Anna" };
  const signedUp = await call(server, "POST", "auth/sign-up", { body: account });
  const cookie = signedUp.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const { key } = (await call(server, "POST", "api-keys", { cookie, body: { name: "script" } })).body;
  const counter = await call(server, "POST", "items", { key, body: { name: "Counter", quantity: 0 } });
  expect(counter.status).toBe(201);
  return { key: key as string, counter: counter.body.id as string };
}

/** A bulk of its own; every other one is atomic, and the rest has operations that fail. */
function bulkOf(batch: number, counter: string) {
  const atomic = batch % 2 === 0;
  const operations: object[] = Array.from({ length: BATCH }, (_, n) => ({
    op: "create",
    data: {
      name: "Part",
      quantity: 0,
      min_quantity: 1,
      tags: [`batch-${batch}`],
      external_id: `${batch}-${n}`,
    },
  }));
  operations.splice(BATCH / 2, 0, { op: "adjust", id: counter, data: { delta: 1 } });
  if (!atomic) operations.splice(BATCH / 3, 0, { op: "delete", id: "item_nowhere" });
  return { atomic, operations };
}

async function all(server: ServerProcess, key: string, path: string): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  let cursor: string | null = null;
  do {
    const page = await call(server, "GET", `${path}&limit=200${cursor ? `&cursor=${cursor}` : ""}`, { key });
    expect(page.status).toBe(200);
    rows.push(...page.body.data);
    cursor = page.body.next_cursor;
  } while (cursor);
  return rows;
}

const { limitMs, patienceMs } = soak(2);
/** Whole servers start and stop here; on a busy machine that takes its time. */
const timeout = Math.max(patienceMs, 180_000);

test("kill -9 at any point of a bulk leaves the whole of it, with all its events, or nothing", {
  timeout,
}, async () => {
  const data = await begunDataFolder();
  let server = await start(data.path);
  const { key, counter } = await begin(server);
  const acknowledged = new Set<number>();
  const deadline = Date.now() + limitMs;
  let batches = 0;
  for (let kills = 0; kills < 2 || Date.now() < deadline; kills++) {
    const victim = server;
    let isKilled = false;
    const acknowledgedBefore = acknowledged.size;
    const writers = Array.from({ length: WRITERS }, async () => {
      while (!isKilled) {
        const batch = batches++;
        const body = bulkOf(batch, counter);
        const answer = await call(victim, "POST", "items/bulk", { key, body }).catch(() => null);
        if (answer?.status === 200) acknowledged.add(batch);
      }
    });
    while (acknowledged.size < acknowledgedBefore + 2) await sleep(5);
    await sleep(randomInt(200)); // anywhere within a bulk
    if (kills % 2 === 0) process.kill(postmasterOf(data.path), "SIGKILL");
    victim.child.kill("SIGKILL");
    isKilled = true;
    await Promise.all(writers);
    server = await start(data.path);
    await check(server, { key, counter, batches, acknowledged });
  }
});

async function check(
  server: ServerProcess,
  {
    key,
    counter,
    batches,
    acknowledged,
  }: { key: string; counter: string; batches: number; acknowledged: Set<number> },
): Promise<void> {
  const made = new Map<string, string>();
  for (const { id, tags } of await all(server, key, "items?sort=name&q=part"))
    made.set(String(id), String(tags));
  const sizes = new Map<string, number>();
  for (const batch of made.values()) sizes.set(batch, (sizes.get(batch) ?? 0) + 1);
  expect([...sizes.values()].every((size) => size === BATCH)).toBe(true);
  for (const batch of acknowledged)
    expect(sizes.has(`batch-${batch}`), `${batch} was acknowledged`).toBe(true);
  expect(sizes.size).toBeLessThanOrEqual(batches);
  expect((await call(server, "GET", `items/${counter}`, { key })).body.quantity).toBe(sizes.size);

  const events = await all(server, key, "events?after=0");
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  const told = (type: string) =>
    events.filter((event) => event.type === type && made.has(String(event.subject_id)));
  expect([told("item.created").length, told("item.low_stock").length]).toEqual([made.size, made.size]);
  expect(events.filter(({ type }) => type === "item.quantity_changed")).toHaveLength(sizes.size);
}
