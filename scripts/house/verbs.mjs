import { nearest } from "../gen/verb/words.mjs";
import { docstringIn, readDocstring, VERB } from "../gen/verb-docs.mjs";

/** @typedef {import("./sources.mjs").File} File */

const TEST = /\.(test|spec)\.tsx?$/;
const PROBLEMS = "packages/contract/src/problems.ts";
const CODE = /^ {2}([a-z_]+): \{ status: /gm;
const ROUTE = /\.meta\(\s*rest\(\s*"(GET|POST|PATCH|DELETE) (\/[^"]+)"/;

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const camelCase = (kebab) => kebab.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/**
 * What a verb's file must not forget, and no compiler knows: words for its callers, errors that exist, and a test that
 * calls it.
 * @param {File[]} files
 */
export function verbProblems(files) {
  const codes = codesIn(files.find(({ path }) => path === PROBLEMS)?.text ?? "");
  const tests = files.filter(({ path }) => TEST.test(path)).map(({ text }) => text);
  const verbs = files.filter(({ path }) => VERB.test(path) && !TEST.test(path));
  return verbs.flatMap((file) => [
    ...docstringProblems(file, codes),
    ...outputProblems(file),
    ...testProblems(file, tests, verbs),
  ]);
}

const codesIn = (text) => Array.from(text.matchAll(CODE), ([, code]) => code);

function docstringProblems({ path, text }, codes) {
  const { description, throws } = readDocstring(docstringIn(text));
  const problems = throws
    .filter(({ code }) => !codes.includes(code))
    .map(
      ({ code }) =>
        `${path}: @throws ${code} is no code of ${PROBLEMS}: did you mean ${nearest(code, codes)}? Otherwise add it there`,
    );
  if (!/^\S+ .*[.:]/.test(description))
    problems.push(
      `${path}: its docstring has no sentence: say in one what callers get, for the document, assistants and SDKs show it`,
    );
  return problems;
}

function outputProblems({ path, text }) {
  return text.includes(".output(")
    ? []
    : [`${path}: declares no output: put .output(…) with a shape of packages/contract before its resolver`];
}

/**
 * Some test calls it by its route, `ask("POST", \`bins/${id}/merge\`)`, or on tRPC. An address that no other verb has needs
 * no method beside it.
 */
function testProblems({ path, text }, tests, verbs) {
  const [, noun, verb] = path.match(VERB);
  const [, method, address] = text.match(ROUTE) ?? [];
  if (!address)
    return [
      `${path}: has no REST route: begin with .meta(rest("GET /${noun}/{id}/${verb}", "What it does"))`,
    ];
  const isAlone = verbs.every((other) => other.path === path || !other.text.includes(` ${address}"`));
  const before = isAlone ? `["'\`]` : `(?:["'\`]${method}["'\`],\\s*["'\`]|["'\`]${method} )`;
  const called = new RegExp(
    `${before}/?(?:api/v1/)?${patternOf(address)}["'\`?]|\\btrpc/${camelCase(noun)}\\.${camelCase(verb)}\\b`,
  );
  return tests.some((test) => called.test(test))
    ? []
    : [`${path}: no test calls ${method} ${address}: write ${path.replace(/\.ts$/, ".test.ts")}`];
}

const patternOf = (address) =>
  address
    .slice(1)
    .split("/")
    .map((part) => (part.startsWith("{") ? "(?:\\$\\{[^}]*\\}|[\\w-]+)" : escaped(part)))
    .join("/");
