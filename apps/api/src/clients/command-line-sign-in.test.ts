import { chmodSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { type CommandLine, commandLine, textOf } from "@stowage/cli/testing/command-line";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Person, startTestServer, type TestServer } from "../testing/test-server.ts";

let server: TestServer;
let origin: string;
let anna: Person;
let stowage: CommandLine;

beforeAll(async () => {
  server = await startTestServer();
  origin = await server.listen();
  anna = await server.signUp("Anna");
});
afterAll(() => server.close());
beforeEach(() => {
  stowage = commandLine();
});
afterEach(() => stowage.remove());

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);
const login = (key: string, ...words: string[]) =>
  stowage.run(["login", "--url", origin, "--with-key", ...words], { stdin: `${key}\n` });

describe("signing in with a key", () => {
  test("keeps it where nobody else can read it, and says who one is", async () => {
    const { key } = await anna.key(["bins:read"]);
    const { code, out, err } = await login(key);
    expect(code).toBe(0);
    expect(out + err).not.toContain(key.slice(-32));
    expect([modeOf(stowage.credentials), modeOf(dirname(stowage.credentials))]).toEqual(["600", "700"]);
    expect(readdirSync(dirname(stowage.credentials))).toEqual(["credentials.json"]);
    const who = await stowage.run(["whoami"]);
    expect(who.json).toMatchObject({ url: origin, profile: "default", scopes: ["bins:read"] });
  });

  test("keeps none that does not work, and takes none as an argument", async () => {
    const { key, id } = await anna.key(["bins:read"]);
    await anna.ask("DELETE", `api-keys/${id}`);
    expect((await login(key)).code).toBe(3);
    expect((await login("hunter2")).code).toBe(2);
    const { code, err } = await stowage.run(["login", "--url", origin, "--with-key", key]);
    expect(code).toBe(2);
    expect(err).not.toContain(key.slice(-32));
    expect(() => statSync(stowage.credentials)).toThrow();
  });

  test("several profiles, of which the option and the variable choose", async () => {
    const [reader, writer] = [await anna.key(["bins:read"]), await anna.key(["bins:read", "bins:write"])];
    await login(reader.key);
    await login(writer.key, "--profile", "writer");
    const scopes = async (words: string[], env = {}) =>
      (await stowage.run(["whoami", ...words], { env })).json.scopes;
    expect(await scopes([])).toEqual(["bins:read"]);
    expect(await scopes(["--profile", "writer"])).toHaveLength(2);
    expect(await scopes([], { STOWAGE_PROFILE: "writer" })).toHaveLength(2);
    expect(await scopes([], { STOWAGE_API_KEY: writer.key, STOWAGE_URL: origin })).toHaveLength(2);
    expect((await stowage.run(["whoami", "--profile", "nobody"])).code).toBe(3);
  });
});

describe("what is kept", () => {
  test("is refused when others can read it, with what to do about it", async () => {
    await login((await anna.key(["bins:read"])).key);
    for (const mode of [0o644, 0o640, 0o602]) {
      chmodSync(stowage.credentials, mode);
      const { code, err } = await stowage.run(["whoami"]);
      expect([code, err]).toEqual([3, expect.stringContaining(`chmod 600 '${stowage.credentials}'`)]);
    }
    chmodSync(stowage.credentials, 0o600);
    expect((await stowage.run(["whoami"])).code).toBe(0);
    writeFileSync(stowage.credentials, "{");
    expect((await stowage.run(["whoami"])).err).toContain("stowage login");
  });

  test("goes to its own server alone, whatever the environment names", async () => {
    const { key } = await anna.key(["bins:read"]);
    await login(key);
    const asked: string[] = [];
    const spy: typeof fetch = async (input, init) => {
      asked.push(new URL(String(input)).origin);
      return fetch(input, init);
    };
    const elsewhere = "http://127.0.0.1:9";
    for (const words of [["whoami"], ["items", "list"], ["api", "GET", "/bins"]]) {
      const { code } = await stowage.run(words, { env: { STOWAGE_URL: elsewhere }, fetch: spy });
      expect(code).toBe(3);
    }
    expect(asked).toEqual([]);
    const same = { STOWAGE_URL: `${origin}/api/v1/` };
    expect((await stowage.run(["whoami"], { env: same, fetch: spy })).code).toBe(0);
    expect(asked).toEqual([origin]);
  });

  test("travels unencrypted to no public address", async () => {
    const { key } = await anna.key(["bins:read"]);
    const env = { STOWAGE_URL: "http://stowage.example.org", STOWAGE_API_KEY: key };
    const asked: unknown[] = [];
    const spy: typeof fetch = async (input) => {
      asked.push(input);
      return new Response();
    };
    expect(await stowage.run(["whoami"], { env, fetch: spy })).toMatchObject({ code: 2, out: "" });
    expect(asked).toEqual([]);
  });
});

describe("signing out", () => {
  test("forgets one profile; with --revoke the key is dead too, and one that is dead already goes as well", async () => {
    const [one, other] = [await anna.key(["bins:read"]), await anna.key(["bins:read"])];
    await login(one.key);
    await login(other.key, "--profile", "other");
    expect((await stowage.run(["logout"])).code).toBe(0);
    expect((await stowage.run(["whoami"])).code).toBe(3);
    expect((await one.ask("GET", "whoami")).status).toBe(200);
    const revoked = await stowage.run(["logout", "--revoke", "--profile", "other"]);
    expect(revoked.json).toMatchObject({ revoked: true });
    expect((await other.ask("GET", "whoami")).status).toBe(401);
    expect(textOf(stowage.credentials)).not.toContain(other.key);
    const third = await anna.key(["bins:read"]);
    await login(third.key);
    await anna.ask("DELETE", `api-keys/${third.id}`);
    expect((await stowage.run(["logout", "--revoke"])).code).toBe(0);
    expect(textOf(stowage.credentials)).not.toContain(third.key);
  });

  test("a key whose end nobody confirmed is kept, to try it again", async () => {
    const { key } = await anna.key(["bins:read"]);
    await login(key);
    const down: typeof fetch = async () => new Response("", { status: 502 });
    expect((await stowage.run(["logout", "--revoke"], { fetch: down })).code).toBe(5);
    expect((await stowage.run(["whoami"])).code).toBe(0);
  });
});

describe("signing in without a key", () => {
  test("K16: the command line shows a code, a person agrees, and the key is kept and shown to nobody", async () => {
    const agreeing: typeof fetch = async (input, init) => {
      const answer = await fetch(input, init);
      if (!String(input).endsWith("/hand-overs")) return answer;
      const { user_code } = (await answer.clone().json()) as { user_code: string };
      const body = { user_code, scopes: ["bins:read"], environment: "live" };
      expect((await anna.ask("POST", "hand-overs/approve", { body })).status).toBe(200);
      return answer;
    };
    const { code, out, err } = await stowage.run(["login", "--url", origin], { fetch: agreeing });
    expect([code, err]).toEqual([0, expect.stringMatching(/^Open {2}http\S+\nCode {2}[A-Z]{4}-[A-Z]{4}\n/)]);
    const secret = JSON.parse(textOf(stowage.credentials)).profiles.default.api_key;
    expect(out + err).not.toContain(secret);
    expect((await stowage.run(["whoami"])).json.scopes).toEqual(["bins:read"]);
  });
});

describe("keys that were found", () => {
  test("are reported only when told to, and then are dead", async () => {
    const { key, ask } = await anna.key(["bins:read"]);
    const words = ["keyscan", "-", "--report", origin];
    expect((await stowage.run(words, { stdin: key })).code).toBe(2);
    expect((await ask("GET", "whoami")).status).toBe(200);
    const { code, out, err } = await stowage.run([...words, "--yes"], { stdin: key });
    expect(code).toBe(1);
    expect(out + err).not.toContain(key.slice(-32));
    expect((await ask("GET", "whoami")).status).toBe(401);
  });
});
