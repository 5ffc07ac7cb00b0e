import { createKeyFormat } from "@stowage/auth/key-format";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type CommandLine, commandLine, textOf } from "../testing/command-line.ts";
import { writeProfiles } from "./credentials-file.ts";

const { mint } = createKeyFormat();
let stowage: CommandLine;
let asked: string[];
const WHO = { api_key: { name: "Printer", prefix: "sk_" }, scopes: [], environment: "live" };
const spy: typeof fetch = async (input) => {
  asked.push(new URL(String(input)).origin);
  return Response.json(WHO);
};

beforeEach(() => {
  stowage = commandLine();
  asked = [];
});
afterEach(() => stowage.remove());

const keep = (...names: string[]) =>
  writeProfiles(
    stowage.credentials,
    new Map(names.map((name) => [name, { url: "https://kept.example.org", api_key: mint("live") }])),
  );
const whoami = (env: Record<string, string | undefined>, ...words: string[]) =>
  stowage.run(["whoami", ...words], { env, fetch: spy });

describe("a key from the environment", () => {
  test("goes to the server that the environment names, never to that of a kept key", async () => {
    keep("default", "other");
    const STOWAGE_API_KEY = mint("live");
    for (const more of [{}, { STOWAGE_PROFILE: "other" }]) {
      const { code, err } = await whoami({ STOWAGE_API_KEY, ...more });
      expect([code, err]).toEqual([3, expect.stringContaining("Set STOWAGE_URL too.")]);
    }
    expect(asked).toEqual([]);
    expect((await whoami({ STOWAGE_API_KEY, STOWAGE_URL: "https://named.example.org" })).code).toBe(0);
    expect((await whoami({ STOWAGE_API_KEY }, "--profile", "other")).code).toBe(0);
    expect(asked).toEqual(["https://named.example.org", "https://kept.example.org"]);
  });
});

describe("a profile's name", () => {
  test.each(["constructor", "toString", "__proto__", "hasOwnProperty"])(
    "%s is a name like any other",
    async (name) => {
      const told = await whoami({}, "--profile", name);
      expect([told.code, told.err]).toEqual([
        3,
        expect.stringContaining(`not signed in with the profile ${name}`),
      ]);
      expect((await stowage.run(["logout", "--profile", name])).err).toContain("Nobody is signed in");
      expect((await stowage.run(["login", "--with-key", "--profile", name], { stdin: "" })).err).toContain(
        "Which server?",
      );
      const words = ["login", "--with-key", "--url", "https://new.example.org", "--profile", name];
      expect((await stowage.run(words, { stdin: mint("live"), fetch: spy })).code).toBe(0);
      expect((await whoami({}, "--profile", name)).json).toMatchObject({ profile: name });
      expect((await stowage.run(["logout", "--profile", name])).code).toBe(0);
      expect(textOf(stowage.credentials)).not.toContain("example.org");
    },
  );
});

test("words of a scan are not taken for what every object has", async () => {
  const { err } = await stowage.run(["scan"], {
    stdin: ":constructor\n",
    env: { STOWAGE_URL: "https://named.example.org", STOWAGE_API_KEY: mint("live") },
    fetch: spy,
  });
  expect(err).toContain("There is no :constructor.");
});
