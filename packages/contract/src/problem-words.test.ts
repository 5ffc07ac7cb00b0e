/// <reference types="node" />
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { exampleProblem } from "./problem-examples.ts";
import { PROBLEM_WORDS } from "./problem-words.ts";
import { PROBLEMS, Problem, type ProblemCode } from "./problems.ts";

const CODES = Object.keys(PROBLEMS) as ProblemCode[]; // keys of a const object: exactly ProblemCode
const server = new URL("../../../apps/api/src/", import.meta.url);

/** The codes that the server's sources name; those of the OpenAPI document are a description, not an answer. */
function answerable(): string[] {
  const sources = readdirSync(server, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !/\.test\.ts$|^testing\/|^surfaces\/docs\//.test(path))
    .map((path) => readFileSync(new URL(path, server), "utf8"));
  return CODES.filter((code) => sources.some((source) => source.includes(`"${code}"`)));
}

test("only problems that the server can answer are explained", () => {
  expect(answerable()).toEqual(CODES);
});

test("the words about a problem are sentences, each said once", () => {
  for (const code of CODES)
    for (const words of Object.values(PROBLEM_WORDS[code])) expect(words, code).toMatch(/^[A-Z`].*[.]$/);
  const meanings = CODES.map((code) => PROBLEM_WORDS[code].meaning);
  expect(new Set(meanings).size).toBe(meanings.length);
});

test("the examples of problems are problems", () => {
  for (const code of CODES) expect(Problem.parse(exampleProblem(code)).code).toBe(code);
});
