import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { presetKey, pythonPath, recipePath, startTalking, type Talking } from "../testing/recipes.ts";
import { type Person, startTestServer, type TestKey, type TestServer } from "../testing/test-server.ts";

// The recipe's own files under CPython, with stand-ins for what MicroPython brings: pins, the radio, its clock.
const RUN = fileURLToPath(new URL("../testing/micropython/run.py", import.meta.url));
const BARCODE = "4006381333931";

type Line =
  | "through"
  | "down"
  | "answer lost"
  | { status: number; headers?: Record<string, string>; body?: object };

let server: TestServer;
let anna: Person;
let key: TestKey;
let itemId: string;
let line: Server;
let folder: string;
let handheld: Talking | undefined;
/** What becomes of each request on its way: the first is taken for the next one; the last stays. */
let plan: Line[];

beforeAll(async () => {
  server = await startTestServer();
  anna = await server.signUp("Anna");
  key = await presetKey(anna, "scanner");
  line = await lineTo(await server.listen());
});
afterAll(async () => {
  line.close();
  await server.close();
});
beforeEach(async () => {
  plan = ["through"];
  const body = { name: "Marker", quantity: 5, barcodes: [BARCODE] };
  itemId = (await anna.ask("POST", "items", { body })).body.id;
  folder = await mkdtemp(join(tmpdir(), "stowage-scanner-"));
  await cp(recipePath("esp32-scanner"), folder, { recursive: true });
});
afterEach(async () => {
  await handheld?.stop();
  await rm(folder, { recursive: true });
  await anna.ask("DELETE", `items/${itemId}`);
});

/** A line to the server that can break. */
async function lineTo(origin: string): Promise<Server> {
  const between = createServer((asked, answer) => {
    const [now = "through"] = plan;
    if (plan.length > 1) plan.shift();
    if (now === "down") return asked.destroy();
    if (typeof now === "object")
      return answer.writeHead(now.status, now.headers).end(now.body && JSON.stringify(now.body));
    const { method, headers } = asked;
    const onward = request(`${origin}${asked.url}`, { method: method ?? "GET", headers }, (answered) => {
      if (now === "answer lost") return answered.resume().on("end", () => asked.socket.destroy());
      answer.writeHead(answered.statusCode ?? 500, answered.headers);
      return answered.pipe(answer);
    });
    return asked.pipe(onward);
  });
  await new Promise<void>((resolve) => between.listen(0, "127.0.0.1", resolve));
  return between;
}

async function switchOn(secret = key.key): Promise<Talking> {
  const { port } = line.address() as AddressInfo; // it listens on a port
  const settings = {
    WIFI_NAME: "",
    WIFI_PASSWORD: "",
    STOWAGE_URL: `http://127.0.0.1:${port}`,
    STOWAGE_API_KEY: secret,
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${JSON.stringify(value)}\n`);
  await writeFile(join(folder, "settings.py"), lines.join(""));
  handheld = startTalking(pythonPath(), ["-B", "-S", RUN, folder], { cwd: folder });
  expect(await handheld.line()).toBe("green beep");
  return handheld;
}

async function scan(code: string): Promise<string> {
  handheld?.write(`${code}\r\n`);
  return (await handheld?.line()) ?? "";
}

const quantity = async () => (await anna.ask("GET", `items/${itemId}`)).body.quantity;
const OK = "green beep";
const WAITING = "green red beep";

/** What it sent: when, by its own clock, under which name, and what. */
const sent = () =>
  Array.from(
    handheld?.errors().matchAll(/^(\d+) (\w+) (.*)$/gm) ?? [],
    ([, ms = "", name = "", body = ""]) => ({
      ms: Number(ms),
      name,
      ...(JSON.parse(body) as { code: string; action: string }),
    }),
  );

test("a scan looks up, adds and takes as the mode says, with a key of the preset Scanner", async () => {
  await switchOn();
  expect(await scan(BARCODE)).toBe(OK);
  expect(await quantity()).toBe(5);
  expect(await scan("STOWAGE-ADD")).toBe(OK);
  expect(await scan(BARCODE)).toBe(OK);
  expect(await scan(BARCODE)).toBe(OK);
  expect(await quantity()).toBe(7);
  expect(await scan("STOWAGE-REMOVE")).toBe(OK);
  expect(await scan(BARCODE)).toBe(OK);
  expect(await quantity()).toBe(6);
});

test("a code that nothing has, and stock that is not there, sound different", async () => {
  await switchOn();
  expect(await scan("5000112637922")).toBe("red beep beep");
  await anna.ask("POST", `items/${itemId}/adjust`, { body: { count: 0 } });
  await scan("STOWAGE-REMOVE");
  expect(await scan(BARCODE)).toBe("red beep beep beep");
  expect(await scan(BARCODE)).toBe("red beep beep beep");
});

test("scans wait while the server is away, over a power cut too, and count once each, in their order", async () => {
  await switchOn();
  await scan("STOWAGE-REMOVE");
  plan = ["answer lost", "down"];
  expect(await scan(BARCODE)).toBe(WAITING);
  expect(await scan("STOWAGE-ADD")).toBe(OK);
  expect(await scan(BARCODE)).toBe(WAITING);
  expect(await scan("5000112637922")).toBe(WAITING);
  expect(await quantity()).toBe(4);
  await handheld?.stop();

  await switchOn();
  plan = ["through"];
  const again = [await handheld?.line(), await handheld?.line(), await handheld?.line()];
  expect(again).toEqual([OK, OK, "red beep beep"]);
  expect(await quantity()).toBe(5);
  expect(await scan(BARCODE)).toBe(OK);
  expect(await readFile(join(folder, "waiting.jsonl"), "utf8")).toBe("");
});

test("nothing is sent before the time that a busy server asks for", async () => {
  await switchOn();
  await scan("STOWAGE-ADD");
  plan = [
    { status: 429, headers: { "retry-after": "40" }, body: { retry_after: 40 } },
    { status: 503, headers: { "Retry-After": "90" } },
    "through",
  ];
  expect(await scan(BARCODE)).toBe(WAITING);
  expect(await handheld?.line()).toBe(OK);
  const [first, second, third, ...more] = sent();
  expect(more).toEqual([]);
  expect(Number(second?.ms) - Number(first?.ms)).toBeGreaterThanOrEqual(40_000);
  expect(Number(third?.ms) - Number(second?.ms)).toBeGreaterThanOrEqual(90_000);
  expect(new Set([first?.name, second?.name, third?.name]).size).toBe(1);
  expect(await quantity()).toBe(6);
});

test("a key that is refused keeps the scans for the next one", async () => {
  const doomed = await presetKey(anna, "scanner");
  await switchOn(doomed.key);
  await anna.ask("DELETE", `api-keys/${doomed.id}`);
  await scan("STOWAGE-ADD");
  expect(await scan(BARCODE)).toBe("red beep");
  await handheld?.stop();
  await switchOn();
  expect(await handheld?.line()).toBe(OK);
  expect(await quantity()).toBe(6);
});
