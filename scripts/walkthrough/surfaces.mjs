import { operationsOf } from "../gen/operations.mjs";

/** @type {Record<string, [path: string, call: (verb: string, name: string) => string]>} */
const CLIENTS = {
  "the TypeScript library": ["packages/client/src/nouns.gen.ts", (verb) => `  ${verb}(`],
  "the Python library": [
    "packages/client-python/src/stowage/_generated_operations.py",
    (_, name) => `def ${name}(`,
  ],
};

/** The surfaces that do not hold a procedure, once they have been written anew. */
export function absentFrom(read, { procedure, scope }) {
  const [, verb] = procedure.split(".");
  const snake = verb.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const operation = operationsOf(JSON.parse(read("docs/openapi.json"))).find(
    (one) => one.procedure === procedure,
  );
  if (!operation) return [`docs/openapi.json does not hold ${procedure}`];
  const problems = operation.scopes.includes(scope)
    ? []
    : [`docs/openapi.json asks for ${operation.scopes}, not ${scope}`];
  if (operation.description === "") problems.push(`docs/openapi.json does not say what ${procedure} does`);
  for (const [name, [path, call]] of Object.entries(CLIENTS))
    if (!read(path).includes(call(verb, snake)))
      problems.push(`${name} (${path}) does not hold ${procedure}`);
  for (const path of ["docs/reference/operations.md", "docs/reference/scopes.md"])
    if (!read(path).includes(`\`${procedure}\``)) problems.push(`${path} does not list ${procedure}`);
  return problems;
}

const EXAMPLES = "apps/api/src/surfaces/docs/examples.gen.ts";

/** What is wrong with the examples of a copy: each new procedure has one, and those of all others are the checkout's. */
export function examplesProblems(readInCheckout, readInCopy, procedures) {
  const [before, after] = [readInCheckout, readInCopy].map((read) =>
    JSON.parse(read(EXAMPLES).match(/\bEXAMPLES: .+? = (\{\n[\s\S]*?\n\});\n/)?.[1] ?? "{}"),
  );
  const missing = procedures.filter((name) => !(name in after));
  const changed = Object.keys(before).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  return [
    ...missing.map((name) => `${EXAMPLES} has no example of ${name}`),
    ...changed.map(
      (name) => `a new procedure changes the example of ${name}, and with it those of other branches`,
    ),
  ];
}

/** A test for the copy: assistants see the procedure as a tool, as far as their key's scopes reach. */
export const toolTest = ({ procedure, scope, tool }) => `import { expect, test } from "vitest";
import { toolsOf, toolsWithin } from "./surfaces/mcp/tools.ts";
import { appRouter } from "./trpc/router.ts";

test("${procedure} is a tool", () => {
  const tools = toolsOf(appRouter);
  const names = (...scopes: Parameters<typeof toolsWithin>[1]) =>
    toolsWithin(tools, scopes).map(({ listed }) => listed.name);
  expect(names("${scope}")).toContain("${tool}");
  expect(names("tasks:read")).not.toContain("${tool}");
});
`;
