import { setTimeout as sleep } from "node:timers/promises";
import { raiseKeyEpochs } from "@stowage/auth/key-store";
import { memberships } from "@stowage/db/schema/identity";
import { createTestDatabase, type TestDatabase } from "@stowage/db/testing/test-database";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dataFolder, type ServerProcess, startServerProcess } from "./testing/server-process.ts";
import { type SilentProxy, startSilentProxy } from "./testing/silent-proxy.ts";

// Three server processes on one database, each by a way of its own.

/** K41: never later, whatever happens to the notices. */
const BOUND_MS = 5_000;
const KEYS = 12;

interface Node {
  server: ServerProcess;
  proxy: SilentProxy;
}

let database: TestDatabase;
let nodes: Node[] = [];
let cookie = "";
let userId = "";
const delays = { heard: [] as number[], silent: [] as number[] };

beforeAll(async () => {
  database = await createTestDatabase();
  nodes = await Promise.all(Array.from({ length: 3 }, startNode));
  const account = { email: "anna@example.org", password: "correct horse battery", name: "Anna" };
  const signedUp = await fetch(`${first().server.url}/api/v1/auth/sign-up`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(account),
  });
  expect(signedUp.status).toBe(201);
  cookie = signedUp.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  userId = JSON.parse(await signedUp.text()).user.id;
}, 120_000);

afterAll(async () => {
  for (const [how, found] of Object.entries(delays)) {
    const sorted = found.toSorted((a, b) => a - b);
    const p99 = sorted[Math.ceil(sorted.length * 0.99) - 1] ?? 0;
    process.stdout.write(`K41: ${found.length} changes ${how}, p99 ${p99.toFixed(1)} ms\n`);
  }
  await Promise.all(nodes.map(({ server }) => server.stop()));
  await Promise.all(nodes.map(({ proxy }) => proxy.close()));
  await database.drop();
}, 60_000);

async function startNode(): Promise<Node> {
  const proxy = await startSilentProxy(database.target);
  const server = await startServerProcess(dataFolder().path, {
    DATABASE_URL: proxy.url,
    APP_SECRET: "a secret that three servers share, of 32 and more",
    DEFAULT_PLAN: "enterprise", // asked again and again, a key must not run into its limit
  });
  return { server, proxy };
}

function first(): Node {
  const [node] = nodes;
  if (!node) throw new Error("no server was started");
  return node;
}

const others = () => nodes.slice(1);

async function ask(node: Node, method: string, path: string, body?: object) {
  const response = await fetch(`${node.server.url}/api/v1/${path}`, {
    method,
    headers: {
      cookie,
      origin: node.server.url,
      ...(body && { "content-type": "application/json" }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return JSON.parse(text);
}

async function makeKey(): Promise<{ id: string; key: string }> {
  const key = await ask(first(), "POST", "api-keys", { name: "script" });
  for (const node of nodes) expect((await whoami(node, key.key)).role).toBe("owner"); // all have it cached
  return key;
}

async function whoami(node: Node, key: string) {
  const response = await fetch(`${node.server.url}/api/v1/whoami`, {
    headers: { authorization: `Bearer ${key}` },
  });
  return { status: response.status, ...JSON.parse(await response.text()) };
}

/** How long each of these servers goes on as before. */
async function heard(by: Node[], key: string, isSo: (answer: { code?: string; role?: string }) => boolean) {
  const since = performance.now();
  return Promise.all(
    by.map(async (node) => {
      while (!isSo(await whoami(node, key))) await sleep(2);
      return performance.now() - since;
    }),
  );
}

const isRefused = ({ code }: { code?: string }) => code === "key_revoked" || code === "key_rotated";

function withinBound(found: number[], how: keyof typeof delays = "heard"): void {
  delays[how].push(...found);
  expect(Math.max(...found)).toBeLessThan(BOUND_MS);
}

async function demote(): Promise<void> {
  await database.db.transaction(async (tx) => {
    await tx.update(memberships).set({ role: "viewer" }).where(eq(memberships.user_id, userId));
    await raiseKeyEpochs(tx, { actsAs: userId });
  });
}

async function promote(): Promise<void> {
  await database.db.transaction(async (tx) => {
    await tx.update(memberships).set({ role: "owner" }).where(eq(memberships.user_id, userId));
    await raiseKeyEpochs(tx, { actsAs: userId });
  });
}

describe("three servers that hear each other", () => {
  test("K40, K41: what one revokes it refuses from its answer on, and the others within the bound", async () => {
    for (let round = 0; round < KEYS; round++) {
      const { id, key } = await makeKey();
      await ask(first(), "DELETE", `api-keys/${id}`);
      expect((await whoami(first(), key)).code).toBe("key_revoked");
      withinBound(await heard(others(), key, isRefused));
    }
  });

  test("K41: a rotated-out secret is refused by all within the bound, and the new one works on all at once", async () => {
    const { id, key } = await makeKey();
    const rotated = await ask(first(), "POST", `api-keys/${id}/rotate`);
    expect((await whoami(first(), key)).code).toBe("key_rotated");
    for (const node of nodes) expect((await whoami(node, rotated.key)).status).toBe(200);
    withinBound(await heard(others(), key, isRefused));
  });

  test("K24, K41: a subject's demotion reaches their keys on all within the bound", async () => {
    const { key } = await makeKey();
    await demote();
    withinBound(await heard(nodes, key, ({ role }) => role === "viewer"));
    await promote();
    await heard(nodes, key, ({ role }) => role === "owner");
  });
});

test("K41: servers whose notices are silently held back refuse within the bound all the same", async () => {
  const [revoked, rotated, demoted] = [await makeKey(), await makeKey(), await makeKey()];
  for (const { proxy } of others()) proxy.silence();
  await ask(first(), "DELETE", `api-keys/${revoked.id}`);
  await ask(first(), "POST", `api-keys/${rotated.id}/rotate`);
  await demote();
  const found = await Promise.all([
    heard(others(), revoked.key, isRefused),
    heard(others(), rotated.key, isRefused),
    heard(others(), demoted.key, ({ role }) => role === "viewer"),
  ]);
  withinBound(found.flat(), "silent");
  // While it lasts they ask the database at each use, so that the next change is seen at once.
  await promote();
  for (const node of others()) expect((await whoami(node, demoted.key)).role).toBe("owner");
  for (const { proxy } of others()) proxy.speak();
  const late = await makeKey();
  await ask(first(), "DELETE", `api-keys/${late.id}`);
  withinBound(await heard(others(), late.key, isRefused));
});
