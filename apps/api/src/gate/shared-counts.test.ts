import { PassThrough } from "node:stream";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Answer, type Person, startTestServer, type TestServer } from "../testing/test-server.ts";
import { startValkey, type TestValkey } from "../testing/valkey.ts";

let valkey: TestValkey;
let nodes: TestServer[];
let anna: Person;
let printed = "";

beforeAll(async () => {
  valkey = await startValkey();
  const first = await startNode();
  nodes = [first, await startNode(first), await startNode(first)];
  anna = await first.signUp("Anna");
});
afterAll(async () => {
  for (const node of nodes.reverse()) await node.close();
  await valkey.close();
});

function startNode(beside?: TestServer): Promise<TestServer> {
  const lines = new PassThrough();
  lines.on("data", (chunk: Buffer) => {
    printed += chunk.toString();
  });
  return startTestServer({
    config: { default_plan: "free", valkey_url: valkey.url },
    log: pino({ level: "info" }, lines),
    ...(beside && { database: beside.database }),
  });
}

const sharing = async (node: TestServer) =>
  (await node.ask("GET", "/readyz")).body.rate_limits as "shared" | "per_node" | "alone";

async function everyNodeSays(word: "shared" | "per_node"): Promise<void> {
  await expect
    .poll(() => Promise.all(nodes.map(sharing)), { timeout: 20_000 })
    .toEqual(nodes.map(() => word));
}

const granted = (answers: Answer[]) => answers.filter(({ status }) => status === 200).length;

test("K50: three servers grant together exactly what one would, of 600 calls at once", async () => {
  await everyNodeSays("shared");
  const { key } = await anna.key(["bins:read"]);
  const answers = await Promise.all(
    nodes.flatMap((node) => Array.from({ length: 200 }, () => node.ask("GET", "bins", { key }))),
  );
  expect(granted(answers)).toBe(100);
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(500);
  for (const { headers } of refused) expect(Number(headers["retry-after"])).toBeGreaterThanOrEqual(1);
  for (const node of nodes)
    expect((await node.ask("GET", "rate-limit", { key })).body.windows[0].remaining).toBe(0);
});

test("K50: the calls of tRPC batches on three servers share the same windows", async () => {
  const { key } = await anna.key(["bins:read"]);
  const batch = `/trpc/${Array(20).fill("bins.list").join(",")}?batch=1&input=%7B%7D`;
  const answers = await Promise.all(
    nodes.flatMap((node) => Array.from({ length: 5 }, () => node.ask("GET", batch, { key }))),
  );
  const calls = answers.flatMap(({ body }) => body as { result?: unknown }[]);
  expect(calls).toHaveLength(300);
  expect(calls.filter(({ result }) => result)).toHaveLength(100);
});

test("K50: when the store dies each server goes on alone from what it granted itself, says so once, and comes back by itself", async () => {
  const { key } = await anna.key(["bins:read"]);
  const [first, second] = nodes as [TestServer, TestServer];
  for (let call = 0; call < 60; call++) await first.ask("GET", "bins", { key });
  printed = "";
  await valkey.kill();
  await everyNodeSays("per_node");
  const alone = await Promise.all(Array.from({ length: 60 }, () => first.ask("GET", "bins", { key })));
  expect(granted(alone)).toBe(40);
  expect(
    granted(await Promise.all(Array.from({ length: 150 }, () => second.ask("GET", "bins", { key })))),
  ).toBe(100);
  expect(printed.match(/counts rate limits alone/g)).toHaveLength(nodes.length);
  await valkey.restart();
  await everyNodeSays("shared");
  expect(printed.match(/rate limits are shared/g)).toHaveLength(nodes.length);
  expect(printed.match(/counts rate limits alone/g)).toHaveLength(nodes.length);
});

test("K50: a store that hangs holds nobody up, and counts again once it answers", async () => {
  await everyNodeSays("shared");
  const { key } = await anna.key(["bins:read"]);
  valkey.freeze();
  try {
    // Only the calls that find it out wait, and for less than the store is away.
    const answers = await Promise.all(nodes.map((node) => node.ask("GET", "bins", { key })));
    expect(granted(answers)).toBe(nodes.length);
    expect(await Promise.all(nodes.map(sharing))).toEqual(nodes.map(() => "per_node"));
    // One after the other: if each waited, this would outlast the test.
    for (let call = 0; call < 90; call++)
      expect((await nodes[0]?.ask("GET", "bins", { key }))?.status).toBe(200);
  } finally {
    valkey.thaw();
  }
  await everyNodeSays("shared");
});

test("K50: a server that starts without the store starts all the same, and one without VALKEY_URL says that it is alone", async () => {
  const orphan = await startTestServer({
    config: { valkey_url: "valkey://127.0.0.1:1" },
    ...(nodes[0] && { database: nodes[0].database }),
  });
  expect(await sharing(orphan)).toBe("per_node");
  await orphan.close();
  const alone = await startTestServer(nodes[0] && { database: nodes[0].database });
  expect(await sharing(alone)).toBe("alone");
  await alone.close();
});
