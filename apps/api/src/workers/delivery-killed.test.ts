import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { openJobs } from "@stowage/db/jobs";
import { silentLog } from "@stowage/db/log";
import { afterEach, expect, test } from "vitest";
import { begunDataFolder } from "../testing/begun-data.ts";
import { databaseOf } from "../testing/database-of.ts";
import { postmasterOf, type ServerProcess, startServerProcess } from "../testing/server-process.ts";
import { soak } from "../testing/soak.ts";
import { startWebhookReceiver, type WebhookReceiver } from "../testing/webhook-receiver.ts";

const WRITERS = 3;
/** Items that an atomic bulk makes, and takes back. */
const BULK = 10;
/** Some of the items that are kept, over as long a time as a condition has room for. */
const LOOKED_AT = Array.from({ length: 50 }, (_, n) => `Kept ${7 * n + 1}`);
const SETTINGS = { WEBHOOK_ALLOW_LOOPBACK: "true", WEBHOOK_RETRY_BASE_MS: "100", DEFAULT_PLAN: "enterprise" };

const toStop: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of toStop.splice(0).reverse()) await stop();
});

async function start(dataDir: string): Promise<ServerProcess> {
  const server = await startServerProcess(dataDir, SETTINGS);
  toStop.push(() => server.stop());
  return server;
}

async function call({ url }: ServerProcess, cookie: string, method: string, path: string, body?: unknown) {
  const response = await fetch(`${url}/api/v1/${path}`, {
    method,
    headers: { cookie, origin: url, ...(body !== undefined && { "content-type": "application/json" }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, headers: response.headers, body: JSON.parse(await response.text()) };
}

async function begin(server: ServerProcess, receiver: WebhookReceiver): Promise<string> {
  const account = { email: "anna@example.org", password: "correct horse battery", name: "Anna" };
  const signedUp = await call(server, "", "POST", "auth/sign-up", account);
  const cookie = signedUp.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const made = await call(server, cookie, "POST", "triggers", {
    name: "Tell the house",
    event_types: ["item.created"],
    actions: [{ type: "webhook", url: receiver.origin }],
  });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  const tasks = await call(server, cookie, "POST", "triggers", {
    name: "Have some looked at",
    event_types: ["item.created"],
    conditions: [{ field: "name", op: "in", value: LOOKED_AT }],
    actions: [{ type: "create_task", title_template: "Look at {{subject.name}}" }],
  });
  expect(tasks.status, JSON.stringify(tasks.body)).toBe(201);
  return cookie;
}

/** One change that is kept, or a bulk that takes itself back. */
function change(server: ServerProcess, cookie: string, n: number) {
  if (n % 3 !== 0) return call(server, cookie, "POST", "items", { name: `Kept ${n}` });
  const operations: object[] = Array.from({ length: BULK }, () => ({
    op: "create",
    data: { name: "Taken back" },
  }));
  operations.push({ op: "delete", id: "item_nowhere" });
  return call(server, cookie, "POST", "items/bulk", { atomic: true, operations });
}

interface Told {
  id: string;
  subject_name: string;
}

async function committed(server: ServerProcess, cookie: string): Promise<Told[]> {
  const told: Told[] = [];
  let cursor: string | null = null;
  do {
    const from = cursor ? `&cursor=${cursor}` : "";
    const page = await call(server, cookie, "GET", `events?type=item.created&after=0&limit=200${from}`);
    expect(page.status).toBe(200);
    told.push(...page.body.data);
    cursor = page.body.next_cursor;
  } while (cursor);
  return told;
}

/** What servers that are gone had in hand is free again, as it is half a minute after their death. */
async function theirTimeIsOver(dataDir: string): Promise<void> {
  const database = await databaseOf(dataDir);
  const jobs = await openJobs(database, silentLog);
  await database.sql`update pgboss.job set started_on = now() - interval '1 hour' where state = 'active'`;
  await database.sql`update deliveries set last_attempt_at = last_attempt_at - interval '1 hour'
    where status = 'pending' and next_attempt_at is null`;
  await jobs.expire();
  await jobs.close();
  await database.close();
}

const { limitMs, patienceMs } = soak(2);
/** Whole servers start and stop here; on a busy machine that takes its time. */
const timeout = Math.max(patienceMs, 180_000);

test("kill -9 of server or database loses no delivery, and none tells of what was rolled back", {
  timeout,
}, async () => {
  const receiver = await startWebhookReceiver((_request, response) => {
    setTimeout(() => response.writeHead(204).end(), randomInt(20)); // so that deaths come amid attempts, too
  });
  toStop.push(receiver.close);
  const data = await begunDataFolder();
  let server = await start(data.path);
  const cookie = await begin(server, receiver);
  const deadline = Date.now() + limitMs;
  let changes = 0;
  for (let kills = 0; kills < 2 || Date.now() < deadline; kills++) {
    const victim = server;
    let isOver = false;
    const before = receiver.received.length;
    const writers = Array.from({ length: WRITERS }, async () => {
      while (!isOver) await change(victim, cookie, changes++).catch(() => null);
    });
    while (receiver.received.length < before + 5) await sleep(5);
    await sleep(randomInt(150)); // anywhere between a change and its delivery
    const isServerKilled = kills % 3 > 0;
    if (kills % 3 !== 1) process.kill(postmasterOf(data.path), "SIGKILL");
    if (isServerKilled) {
      victim.child.kill("SIGKILL");
      isOver = true;
      server = await start(data.path);
    } else await expect.poll(() => lasting(victim, cookie), { timeout: 60_000 }).toBe(true);
    isOver = true;
    await Promise.all(writers);
  }

  const events = await committed(server, cookie);
  await theirTimeIsOver(data.path);
  const told = () => receiver.received.map(({ headers, body }) => [eventOf(body), headers["webhook-id"]]);
  const arrived = () => new Set(told().map(([event]) => event)).size;
  await expect.poll(arrived, { timeout: 60_000 }).toBe(events.length);
  expect(new Set(told().map(([event]) => event))).toEqual(new Set(events.map(({ id }) => id)));
  expect(events.map(({ subject_name }) => subject_name)).not.toContain("Taken back");
  expect(new Set(told().map(String)).size).toBe(events.length); // each under one id, however often
  const tasks = async () =>
    (await call(server, cookie, "GET", "tasks?limit=200")).body.data as { title: string }[];
  const titles = async () => (await tasks()).map(({ title }) => title).sort();
  const lookedAt = events.map(({ subject_name }) => subject_name).filter((name) => LOOKED_AT.includes(name));
  await expect.poll(titles, { timeout: 60_000 }).toEqual(lookedAt.map((name) => `Look at ${name}`).sort());
});

const eventOf = (body: string): string => JSON.parse(body).data.event.id;

/** Whether a change passes again. */
async function lasting(server: ServerProcess, cookie: string): Promise<boolean> {
  const made = await call(server, cookie, "POST", "items", { name: "Kept" }).catch(() => null);
  return made?.status === 201;
}
