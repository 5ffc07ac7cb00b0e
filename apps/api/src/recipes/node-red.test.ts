import crypto from "node:crypto";
import vm from "node:vm";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, expect, test } from "vitest";
import { catchPosts } from "../testing/caught-posts.ts";
import { presetKey, readRecipe } from "../testing/recipes.ts";
import { type Person, startTestServer, type TestServer } from "../testing/test-server.ts";

interface Node {
  id: string;
  type: string;
  z?: string;
  func?: string;
  libs?: { var: string; module: string }[];
  wires?: string[][];
  [more: string]: unknown;
}
// biome-ignore lint/suspicious/noExplicitAny: what flows between nodes has no shape of its own
type Message = any;

const FLOW: Node[] = JSON.parse(readRecipe("node-red/flow.json"));
const SECRET = `whsec_${Buffer.from("s".repeat(24)).toString("base64")}`;
const BARCODE = "4006381333931";

let server: TestServer;
let anna: Person;
let settings: Record<string, string>;

beforeAll(async () => {
  server = await startTestServer();
  anna = await server.signUp("Anna");
  const { key } = await presetKey(anna, "home_automation");
  settings = { STOWAGE_URL: await server.listen(), STOWAGE_API_KEY: key, STOWAGE_WEBHOOK_SECRET: SECRET };
  const home = (await anna.ask("POST", "locations", { body: { name: "Home" } })).body;
  const marker = { name: "Marker", quantity: 2, min_quantity: 5, barcodes: [BARCODE], location_id: home.id };
  await anna.ask("POST", "items", { body: marker });
});
afterAll(() => server.close());

const nodeOf = (name: string): Node => {
  const node = FLOW.find((one) => one.type === "function" && one.name === name);
  if (!node) throw new Error(`the flow has no function ${name}`);
  return node;
};

/** Runs a function node as Node-RED does: its text in a context with `msg`, and the modules that it asks for. */
function functionNode(name: string): (msg: Message) => Message {
  const { func, libs = [] } = nodeOf(name);
  const kept = new Map<string, unknown>();
  const context = vm.createContext({
    Buffer,
    env: { get: (setting: string) => settings[setting] },
    context: {
      get: (name: string) => kept.get(name),
      set: (name: string, value: unknown) => kept.set(name, value),
    },
    node: {
      error: (problem: unknown) => {
        throw new Error(String(problem));
      },
    },
    ...Object.fromEntries(libs.map((lib) => [lib.var, { crypto }[lib.module]])),
  });
  const run = vm.runInContext(`(function (msg) {\n${func}\n})`, context);
  // Out of the other context, so that its arrays and objects compare as ours.
  return (msg) => plain(run(msg));
}

const plain = (value: Message): Message =>
  Array.isArray(value) ? Array.from(value, plain) : value && typeof value === "object" ? { ...value } : value;

/** The http request node of the flow: what `msg` says is asked, and the answer parsed. */
async function httpRequest({ method, url, headers, payload }: Message): Promise<Message> {
  const response = await fetch(url, {
    method,
    headers,
    ...(method !== "GET" && { body: JSON.stringify(payload) }),
  });
  return { statusCode: response.status, payload: await response.json() };
}

const BODY = JSON.stringify({
  type: "item.low_stock",
  data: { event: { data: { missing: 3 } }, subject: { name: "Marker", quantity: 2, unit: "pcs" } },
});

function posted(id: string, { secrets = [SECRET], secondsAgo = 0, body = BODY } = {}): Message {
  const at = new Date(Date.now() - secondsAgo * 1000);
  const signatures = secrets.map((secret) => new Webhook(secret).sign(id, at, BODY));
  const headers = {
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
    "webhook-signature": signatures.join(" "),
  };
  return { req: { headers }, res: "the answer", payload: Buffer.from(body) };
}

test("the flow can be imported: ids are its own, wires lead to nodes, and each node stands on its tab", () => {
  const ids = FLOW.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { wires = [] } of FLOW) for (const id of wires.flat()) expect(ids).toContain(id);
  expect(new Set(FLOW.slice(1).map(({ z }) => z))).toEqual(new Set([FLOW[0]?.id]));
});

test("a genuine post goes on, and is answered with 204; the same once more is answered alone", () => {
  const check = functionNode("Check the signature");
  const [happened, answer] = check(posted("one"));
  expect(happened).toMatchObject({
    topic: "item.low_stock",
    payload: { data: { subject: { name: "Marker" } } },
  });
  expect(answer).toMatchObject({ statusCode: 204, res: "the answer" });
  expect(check(posted("one"))).toEqual([null, expect.objectContaining({ statusCode: 204 })]);
  const other = `whsec_${Buffer.from("o".repeat(24)).toString("base64")}`;
  expect(check(posted("two", { secrets: [other, SECRET] }))[0]).not.toBeNull();
  expect(functionNode("Say it")(happened).payload).toBe("Marker ran low: 2 pcs left, 3 missing");
});

test("what a trigger of the server posts is let in, parsed or not, and made a sentence of", async () => {
  const sink = await catchPosts();
  const actions = [{ type: "webhook", url: sink.url }];
  const trigger = { name: "Low", event_types: ["item.low_stock"], actions };
  const made = (await anna.ask("POST", "triggers", { body: trigger })).body;
  settings.STOWAGE_WEBHOOK_SECRET = made.actions[0].secret;
  const custom_fields = { size: "½″", weight: 0.1, b1: true };
  await anna.ask("POST", "items", { body: { name: "Nuts", quantity: 1.5, min_quantity: 4, custom_fields } });
  const { headers, body } = await sink.next();
  for (const payload of [Buffer.from(body), JSON.parse(body)]) {
    const [happened] = functionNode("Check the signature")({ req: { headers }, payload });
    expect(functionNode("Say it")(happened).payload).toBe("Nuts ran low: 1.5 pcs left, 2.5 missing");
  }
  settings.STOWAGE_WEBHOOK_SECRET = SECRET;
  sink.close();
  await anna.ask("DELETE", `triggers/${made.id}`);
});

test("a Node-RED that has parsed the body already can check it too", () => {
  const parsed = { ...posted("one"), payload: JSON.parse(BODY) };
  expect(functionNode("Check the signature")(parsed)[1].statusCode).toBe(204);
});

test("what was tampered with, is old, or is signed by another goes nowhere and is answered with 401", () => {
  const check = functionNode("Check the signature");
  const other = `whsec_${Buffer.from("o".repeat(24)).toString("base64")}`;
  const refused = [
    posted("body", { body: BODY.replace("3", "4") }),
    posted("old", { secondsAgo: 400 }),
    posted("future", { secondsAgo: -400 }),
    posted("other", { secrets: [other] }),
    posted("none", { secrets: [] }),
    { req: { headers: {} }, payload: Buffer.from(BODY) },
  ];
  for (const message of refused)
    expect(check(message)).toEqual([null, expect.objectContaining({ statusCode: 401 })]);
});

test("the shopping list is what is low, with its place, for a key of the preset Home automation", async () => {
  const answer = await httpRequest(functionNode("Ask what is low")({}));
  expect(functionNode("List it")(answer).payload).toContainEqual({
    name: "Marker",
    quantity: 2,
    min_quantity: 5,
    place: "Home",
  });
  settings.STOWAGE_API_KEY += "x";
  const refused = await httpRequest(functionNode("Ask what is low")({}));
  expect(() => functionNode("List it")(refused)).toThrow(/key/);
  settings.STOWAGE_API_KEY = settings.STOWAGE_API_KEY?.slice(0, -1) ?? "";
});

test("taking one counts down by one, under a key that makes a repeated request count once", async () => {
  const asked = functionNode("Take it")({ payload: BARCODE });
  expect(await httpRequest(asked)).toMatchObject({ statusCode: 200, payload: { quantity: 1 } });
  expect(await httpRequest(asked)).toMatchObject({ statusCode: 200, payload: { quantity: 1 } });
});
