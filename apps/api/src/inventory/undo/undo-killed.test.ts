import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { begunDataFolder } from "../../testing/begun-data.ts";
import { postmasterOf, type ServerProcess, startServerProcess } from "../../testing/server-process.ts";

const started: ServerProcess[] = [];
afterAll(() => Promise.all(started.map((server) => server.stop())));

async function start(path: string): Promise<ServerProcess> {
  const server = await startServerProcess(path, { DEFAULT_PLAN: "enterprise" });
  started.push(server);
  return server;
}

type Credential = { key?: string; cookie?: string };

async function call(
  server: ServerProcess,
  method: string,
  path: string,
  { key, cookie, body }: Credential & { body?: unknown } = {},
) {
  const response = await fetch(`${server.url}/api/v1/${path}`, {
    method,
    headers: {
      ...(key !== undefined && { authorization: `Bearer ${key}` }),
      ...(cookie !== undefined && { cookie, origin: server.url }),
      ...(body !== undefined && { "content-type": "application/json" }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  // biome-ignore lint/suspicious/noExplicitAny: a test asserts on the members it names
  return { status: response.status, headers: response.headers, body: (await response.json()) as any };
}

const PARTS = 4;
const A_PART = 500;

test("an undo that is killed -9 at any point has put back all or nothing, and can be repeated", async () => {
  const data = await begunDataFolder();
  let server = await start(data.path);
  const account = { email: "ann@example.org", password: "correct horse battery", name: "Ann" };
  const { headers } = await call(server, "POST", "auth/sign-up", { body: account });
  const cookie = headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const made = await call(server, "POST", "api-keys", {
    cookie,
    body: { name: "Runaway", scopes: ["admin:*"] },
  });
  const { id: api_key_id, key } = made.body;
  for (let part = 0; part < PARTS; part++) {
    const operations = Array.from({ length: A_PART }, (_, i) => ({
      op: "create",
      data: { name: `${part} ${i}` },
    }));
    const answer = await call(server, "POST", "items/bulk", { key, body: { atomic: true, operations } });
    expect(answer.status).toBe(200);
  }
  const all = PARTS * A_PART;
  const summary = async () => {
    const { body } = await call(server, "GET", "summary", { key });
    return { items: body.items, revision: body.revision };
  };
  const before = await summary();
  expect(before.items).toBe(all);
  for (const delayMs of [60, 250]) {
    const undoing = call(server, "POST", "events/undo", { key, body: { api_key_id } }).catch(() => null);
    await sleep(delayMs);
    process.kill(postmasterOf(data.path), "SIGKILL");
    server.child.kill("SIGKILL");
    await undoing;
    server = await start(data.path);
    const after = await summary();
    if (after.items === 0) break; // it had been faster than the kill
    expect(after).toEqual(before);
  }
  await call(server, "POST", "events/undo", { key, body: { api_key_id } });
  expect((await summary()).items).toBe(0);
  const again = await call(server, "POST", "events/undo", { key, body: { api_key_id } });
  expect(again.body.undone).toEqual([]);
}, 120_000);
