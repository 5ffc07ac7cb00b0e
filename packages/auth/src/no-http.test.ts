import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const sources = readdirSync(new URL(".", import.meta.url)).filter(
  (name) => name.endsWith(".ts") && !name.endsWith(".test.ts"),
);
const textOf = (name: string) => readFileSync(new URL(name, import.meta.url), "utf8");

test("K6: nothing in this package knows HTTP: no server, no request, no header, no status", () => {
  expect(sources.length).toBeGreaterThan(15);
  for (const name of sources) {
    const text = textOf(name);
    expect(text, name).not.toMatch(/from "(node:https?|fastify|@trpc\/|@fastify\/)/);
    expect(text, name).not.toMatch(/\b(authorization|set-cookie|x-api-key|www-authenticate)\b/i);
    expect(text, name).not.toMatch(/\bstatus(Code)?: ?[1-5]\d\d\b/);
  }
});
