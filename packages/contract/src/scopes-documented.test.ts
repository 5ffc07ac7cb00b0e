/// <reference types="node" />
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { PROBLEMS } from "./problems.ts";
import { SCOPES } from "./scopes.ts";

const page = readFileSync(new URL("../../../docs/api-keys.md", import.meta.url), "utf8");
const server = new URL("../../../apps/api/src/", import.meta.url);

/** What the tables below a heading explain: first and last cell of each row that begins with a code. */
function explained(heading: string): Record<string, string> {
  const section = page.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  const rows = section.matchAll(/^\| `([^`]+)` \|(?:.* \|)? (.+) \|$/gm);
  return Object.fromEntries(Array.from(rows, ([, code = "", words = ""]) => [code, words]));
}

/** The codes that the server's sources name; those of the OpenAPI document are a description, not an answer. */
function answerable(): string[] {
  const sources = readdirSync(server, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !/\.test\.ts$|^testing\/|^surfaces\/docs\//.test(path))
    .map((path) => readFileSync(new URL(path, server), "utf8"));
  return Object.keys(PROBLEMS).filter((code) => sources.some((source) => source.includes(`"${code}"`)));
}

test("the page about API keys explains every scope, in the catalogue's words", () => {
  const descriptions = Object.entries(SCOPES).map(([scope, { description }]) => [scope, description]);
  expect(explained("Scopes")).toEqual(Object.fromEntries(descriptions));
});

test("the page about API keys explains every problem that the server can answer, and no other", () => {
  const codes = answerable();
  expect(codes).toContain("key_revoked");
  expect(Object.keys(explained("Errors")).sort()).toEqual(codes.sort());
});

test("the page about API keys gives each problem the status it has", () => {
  for (const code of Object.keys(explained("Errors"))) {
    const { status } = PROBLEMS[code as keyof typeof PROBLEMS]; // the test above: only codes of the table
    expect(page).toContain(`| \`${code}\` | ${status} | `);
  }
});
