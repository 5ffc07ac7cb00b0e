import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type CommandLine, commandLine, textOf } from "@stowage/cli/testing/command-line";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Person, startTestServer, type TestKey, type TestServer } from "../testing/test-server.ts";

let server: TestServer;
let origin: string;
let anna: Person;
let key: TestKey;
let stowage: CommandLine;
let binId: string;

beforeAll(async () => {
  server = await startTestServer();
  origin = await server.listen();
  anna = await server.signUp("Anna");
  key = await anna.key(["admin:*"]);
  stowage = commandLine({ STOWAGE_URL: origin, STOWAGE_API_KEY: key.key });
  const garage = (await anna.ask("POST", "locations", { body: { name: "Garage" } })).body;
  binId = (await anna.ask("POST", "bins", { body: { name: "Red box", location_id: garage.id } })).body.id;
});
afterAll(async () => {
  stowage.remove();
  await server.close();
});

describe("files", () => {
  test("an export is whole or not there, and comes back in by an import", async () => {
    const file = join(stowage.home, "all.ndjson");
    expect(await stowage.run(["export", file])).toMatchObject({ code: 0, out: "" });
    expect(textOf(file)).toMatch(/\{"type":"end","count":\d+\}\n$/);
    expect((await stowage.run(["export"])).out).toBe(textOf(file));
    expect((await stowage.run(["export", file])).code).toBe(2);
    const back = await stowage.run(["import", file, "--dry-run"]);
    expect(back.json).toMatchObject({ dry_run: true, errors_total: 0 });
    const csv = await stowage.run(["export", "--type", "bins"]);
    expect(csv.out.split("\n")[0]).toContain("name");
  });

  test("an export that breaks off leaves no file and says so", async () => {
    const file = join(stowage.home, "broken.ndjson");
    const stop = new AbortController();
    const reader = await anna.key(["items:read"]);
    expect((await stowage.run(["export", file], { env: { STOWAGE_API_KEY: reader.key } })).code).toBe(3);
    stop.abort(new Error("interrupted"));
    expect(await stowage.run(["export", file], { signal: stop.signal })).toMatchObject({
      code: 130,
      err: "",
    });
    const cut: typeof globalThis.fetch = async (input, init) => {
      const whole = await (await fetch(input, init)).text();
      return new Response(whole.slice(0, whole.lastIndexOf("\n", whole.length - 2) + 1));
    };
    for (const words of [["export", file], ["export"]]) {
      const broken = await stowage.run(words, { fetch: cut });
      expect([broken.code, broken.err]).toEqual([5, expect.stringContaining("broke off")]);
    }
    expect(readdirSync(stowage.home).filter((name) => name.startsWith("broken"))).toEqual([]);
  });

  test("an import tells the line and column of each fault and writes nothing; a right one is brought in", async () => {
    const file = join(stowage.home, "stock.csv");
    writeFileSync(file, "name,quantity\nImported one,4\nImported two,many\n");
    const faulty = await stowage.run(["import", file], { isTerminal: true });
    expect(faulty.code).toBe(1);
    expect(faulty.out + faulty.err).toMatch(/line 3, quantity/i);
    writeFileSync(file, "name,quantity\nImported one,4\nImported two,5\n");
    expect((await stowage.run(["import", file], { isTerminal: true })).out).toContain("2 created");
    expect((await stowage.run(["search", "Imported two"])).json.data[0]).toMatchObject({ quantity: 5 });
    expect(existsSync(`${file}.part`)).toBe(false);
  });
});

describe("events, keys and everything else", () => {
  test("events are followed as they happen, until Ctrl-C", async () => {
    const stop = new AbortController();
    const seen: string[] = [];
    const following = stowage.run(["events", "follow", "--type", "item.created", "--after", "0"], {
      signal: stop.signal,
      onOutput: (text) => {
        seen.push(text);
        stop.abort(new Error("interrupted"));
      },
    });
    expect(await following).toMatchObject({ code: 130, err: "" });
    expect(JSON.parse(seen[0]?.split("\n")[0] ?? "")).toMatchObject({ type: "item.created" });
  });

  test("a new key's secret stands alone on standard output, once", async () => {
    const made = await stowage.run(["keys", "create", "Printer", "--scope", "bins:read,items:read"], {
      isTerminal: true,
    });
    expect(made.out).toMatch(/^sk_stowage_\w+\n$/);
    expect(made.err).not.toContain(made.out.trim());
    const secret = made.out.trim();
    expect((await stowage.run(["bins", "list"], { env: { STOWAGE_API_KEY: secret } })).code).toBe(0);
    expect((await stowage.run(["keys", "get", "Printer"])).out).not.toContain(secret);
    expect((await stowage.run(["keys", "revoke", "Printer", "--yes"])).code).toBe(0);
    expect((await stowage.run(["bins", "list"], { env: { STOWAGE_API_KEY: secret } })).code).toBe(3);
  });

  test("any route can be called, and the key goes to no other server", async () => {
    const made = await stowage.run([
      "api",
      "post",
      "/api/v1/items",
      "-f",
      "name=By hand",
      "-f",
      "quantity:=3",
      "-f",
      "tags[]=a",
    ]);
    expect(made.json).toMatchObject({ name: "By hand", quantity: 3, tags: ["a"] });
    const found = await stowage.run(["api", "GET", "items?limit=1", "-q", "q=By hand"]);
    expect(found.json.data).toHaveLength(1);
    const svg = await stowage.run(["api", "GET", `/bins/${binId}/label.svg`]);
    expect(svg.out).toContain("<svg");
    for (const path of [
      "https://evil.example/bins",
      "//evil.example/bins",
      "/../../metrics",
      "/%2e%2e/x",
      "@evil.example",
    ])
      expect([path, (await stowage.run(["api", "GET", path])).code === 0]).toEqual([path, false]);
  });
});

describe("what went wrong", () => {
  test("is one sentence with its code, the request and a remedy; with --json the problem itself", async () => {
    const reader = await anna.key(["items:read"]);
    const env = { STOWAGE_API_KEY: reader.key };
    const told = await stowage.run(["bins", "create", "No"], { env });
    expect(told).toMatchObject({ code: 3, out: "" });
    expect(told.err).toMatch(/^Error: .+ \(insufficient_scope, request [\w-]+\)\n/);
    expect(told.err).toContain("bins:write");
    const { err } = await stowage.run(["bins", "create", "No", "--json"], { env });
    expect(JSON.parse(err)).toMatchObject({
      code: "insufficient_scope",
      status: 403,
      missing_scopes: ["bins:write"],
    });
    const wrong = await stowage.run(["items", "create", "x", "--quantity", "-1"]);
    expect(wrong.err).toMatch(/body \/quantity: /);
  });

  test("the exit code says whose turn it is", async () => {
    const codeOf = async (words: string[], env = {}) => (await stowage.run(words, { env })).code;
    expect(await codeOf(["items", "list"])).toBe(0);
    expect(await codeOf(["items", "get", "item_01h455vb4pex5vsknk084sn02q"])).toBe(1);
    expect(await codeOf(["items", "lst"])).toBe(2);
    expect(await codeOf(["items", "list", "--sort", "colour"])).toBe(2);
    expect(await codeOf([])).toBe(2);
    expect(await codeOf(["items", "list"], { STOWAGE_API_KEY: `${key.key.slice(0, -1)}!` })).toBe(3);
    expect(await codeOf(["items", "list"], { STOWAGE_API_KEY: undefined, STOWAGE_URL: undefined })).toBe(3);
    const answering =
      (status: number, headers = {}) =>
      async () =>
        new Response(JSON.stringify({ code: "any", detail: "Any.", status }), { status, headers });
    const codeWhen = async (fetch: typeof globalThis.fetch) =>
      (await stowage.run(["items", "create", "x"], { fetch })).code;
    expect(await codeWhen(answering(429, { "retry-after": "3000" }))).toBe(4);
    expect(await codeWhen(answering(500))).toBe(5);
    expect(await codeWhen(async () => new Response("<html>", { status: 200 }))).toBe(5);
  });

  test("no secret is printed, whatever goes wrong", async () => {
    for (const words of [
      ["whoami"],
      ["whoami", "--json"],
      ["items", "get", "nothing"],
      ["api", "GET", "/nowhere"],
    ]) {
      const { out, err } = await stowage.run(words);
      expect(out + err).not.toContain(key.key.slice(-32));
    }
  });
});
