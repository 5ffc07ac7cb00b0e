import type { Scope } from "@stowage/contract/scopes";
import { expect, it } from "vitest";
import { buildSnippets, firstAllowedPath } from "./snippets.ts";

const secret = ["sk", "stowage", "live", "0".repeat(32)].join("_");
const origin = "https://stowage.example.org";
const codeOf = (name: string, scopes: readonly Scope[]) =>
  buildSnippets({ secret, origin, scopes }).find((snippet) => snippet.name === name)?.code ?? "";

it.each<[Scope[], string]>([
  [["items:read", "bins:read"], "/bins"],
  [["items:read"], "/items"],
  [["locations:read", "events:read"], "/locations"],
  [["events:read"], "/events"],
  [["bins:write"], "/whoami"],
  [["admin:*"], "/bins"],
])("a key with %j first calls %s", (scopes, path) => {
  expect(firstAllowedPath(scopes)).toBe(path);
});

it("curl runs as it is: one command with the key and this instance's address", () => {
  expect(codeOf("curl", ["bins:read"])).toBe(
    `curl ${origin}/api/v1/bins \\\n  -H "Authorization: Bearer ${secret}"`,
  );
});

it("every snippet holds the key and the origin", () => {
  for (const { code } of buildSnippets({ secret, origin, scopes: ["items:read"] })) {
    expect(code).toContain(secret);
    expect(code).toContain(origin);
  }
});

it("MCP is the whole file of an assistant's servers, to be pasted as it is", () => {
  expect(JSON.parse(codeOf("mcp", ["items:read"]))).toEqual({
    mcpServers: {
      stowage: { type: "http", url: `${origin}/mcp`, headers: { Authorization: `Bearer ${secret}` } },
    },
  });
});

it("what a shell would remember begins with a space", () => {
  expect(codeOf("command-line", ["items:read"])).toMatch(/^ export .*\nstowage whoami$/);
});

it("Home Assistant asks only what the key may read", () => {
  expect(codeOf("home-assistant", ["items:read"])).toContain("/items?low_stock=true");
  expect(codeOf("home-assistant", ["bins:read"])).toContain("/bins?");
  expect(codeOf("home-assistant", ["tasks:read"])).toContain("/whoami");
});
