import { existsSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createKeyFormat } from "@stowage/auth/key-format";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type CommandLine, commandLine } from "../testing/command-line.ts";

let stowage: CommandLine;
let asked: string[];

beforeEach(() => {
  asked = [];
  stowage = commandLine({
    STOWAGE_URL: "https://stowage.example.org/below",
    STOWAGE_API_KEY: createKeyFormat().mint("live"),
  });
});
afterEach(() => stowage.remove());

describe("a path of the API", () => {
  const call = (path: string) =>
    stowage.run(["api", "GET", path], {
      fetch: async (input) => {
        asked.push(String(input));
        return Response.json({});
      },
    });

  test.each([
    "/.\t./.\t./healthz",
    "/.\n./.\r./healthz",
    "/%2e\t%2E/x",
    "/../../healthz",
    "/.%2e/x",
    "/./x",
    "..",
    "/api/v1/../../x",
    "/api/v1//x",
    "//evil.example/x",
    "/\\evil.example/x",
    "https://evil.example/x",
    "HTTPS:evil.example/x",
    "\thttps://evil.example/x",
    "/x\u0000y",
    "/x\u0085y",
    "/x y",
    "/x#y",
  ])("%j is refused, and nothing is sent", async (path) => {
    const { code, err } = await call(path);
    expect([code, err, asked]).toEqual([2, expect.stringContaining("The path begins with /"), []]);
  });

  test.each([
    ["/bins", "/bins"],
    ["bins/x%2Fy", "/bins/x%2Fy"],
    ["/api/v1/bins?q=a//b..", "/bins?q=a%2F%2Fb.."],
    ["@evil.example/..x", "/@evil.example/..x"],
    ["/bins?constructor=a&__proto__=b", "/bins?constructor=a&__proto__=b"],
  ])("%j stays below the server's API", async (path, rest) => {
    expect((await call(path)).code).toBe(0);
    expect(asked).toEqual([`https://stowage.example.org/below/api/v1${rest}`]);
  });
});

describe("an export", () => {
  const exporting = (file: string, body: string) =>
    stowage.run(["export", file], { fetch: async () => new Response(body) });

  test("follows no link that lies in wait, and only its owner can read it", async () => {
    const file = join(stowage.home, "all.ndjson");
    const precious = join(stowage.home, "precious");
    writeFileSync(precious, "kept");
    symlinkSync(precious, `${file}.part`);
    expect((await exporting(file, '{}\n{"type":"end","count":1}\n')).code).toBe(0);
    expect(readFileSync(precious, "utf8")).toBe("kept");
    expect((statSync(file).mode & 0o777).toString(8)).toBe("600");
    expect(readdirSync(stowage.home).sort()).toEqual(["all.ndjson", "all.ndjson.part", "precious"]);
  });

  test("that breaks off, or has no place, leaves nothing", async () => {
    expect((await exporting(join(stowage.home, "all.ndjson"), "{}\n")).code).toBe(5);
    expect((await exporting(join(stowage.home, "no/all.ndjson"), "{}\n")).code).toBe(1);
    expect(readdirSync(stowage.home)).toEqual([]);
    expect(existsSync(join(stowage.home, "no"))).toBe(false);
  });
});
