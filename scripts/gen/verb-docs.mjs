import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFiles, root } from "../source-files.mjs";

export const VERB =
  /^apps\/api\/src\/features\/([a-z0-9-]+)\/(?!(?:router|store|policy)\.ts$)([a-z0-9-]+)\.ts$/;
const DOCSTRING = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export const \w+/;
const CODES = /^((?:[a-z]+(?:_[a-z]+)*)(?:[,;] [a-z]+(?:_[a-z]+)*)*)(?: {2,}(.*))?$/;

const camelCase = (kebab) => kebab.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/**
 * What the docstrings above the verbs say, by procedure: the words of the document, of the MCP tools and of the client
 * libraries, so that none of them is written twice. A verb's folder and file name its procedure.
 * @returns {{ path: string, procedure: string, description: string, throws: { code: string, when: string }[] }[]}
 */
export function verbDocs() {
  return projectFiles()
    .filter((path) => VERB.test(path))
    .sort()
    .map((path) => {
      const [, noun, verb] = path.match(VERB);
      const docstring = docstringIn(readFileSync(join(root, path), "utf8"));
      return { path, procedure: `${camelCase(noun)}.${camelCase(verb)}`, ...readDocstring(docstring) };
    });
}

/** What stands above a verb, as it is written; empty when nothing does. */
export const docstringIn = (text) => text.match(DOCSTRING)?.[1] ?? "";

/** A docstring as its sentence, without the numbers of promises, and the codes that it says are thrown. */
export function readDocstring(docstring) {
  const text = docstring
    .split("\n")
    .map((line) => line.replace(/^\s*\* ?/, "").trimEnd())
    .join("\n")
    .trim();
  const [words = "", ...tags] = text.split(/(?:^|\s)@throws\s+/);
  return { description: plainWords(words), throws: tags.flatMap(thrown) };
}

/** `K11, K14: makes a key` → `Makes a key`; links become their names. */
export function plainWords(words) {
  const plain = words
    .replace(/\s+/g, " ")
    .replace(/^K\d+(?:[,–-] ?K\d+)*: /, "")
    .replace(/\{@link (\w+)\}/g, "`$1`")
    .replace(/ \(K\d+\)/g, "")
    .trim();
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** `conflict  the name is taken`; free words that name no code say nothing to a program. */
function thrown(tag) {
  const line = tag.trim().replace(/\n\s*/g, " ");
  const [, codes, when = ""] = line.match(CODES) ?? [];
  return codes ? codes.split(/[,;] /).map((code) => ({ code, when: when.trim() })) : [];
}

/** The words as the module that the server reads them from. */
export function verbDocsModule() {
  const entries = verbDocs().map(({ procedure, description, throws }) => {
    const own = throws.map(({ code, when }) => `      { code: ${quoted(code)}, when: ${quoted(when)} },\n`);
    const list = own.length > 0 ? `[\n${own.join("")}    ]` : "[]";
    return `  ${quoted(procedure)}: {\n    description: ${quoted(description)},\n    throws: ${list},\n  },\n`;
  });
  return [
    "// Written by `npm run gen api` from the docstrings of features/*/<verb>.ts. Change those.",
    'import type { ProblemCode } from "@stowage/contract/problems";\n',
    "interface VerbDoc {",
    "  description: string;",
    "  throws: readonly { code: ProblemCode; when: string }[];",
    "}\n",
    `export const VERB_DOCS: Readonly<Record<string, VerbDoc>> = {\n${entries.join("")}};\n`,
  ].join("\n");
}

const quoted = (text) => JSON.stringify(text);
