import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFiles, root } from "../source-files.mjs";
import { plainWords } from "./verb-docs.mjs";

const CONTRACT = /^packages\/contract\/src\/[\w-]+(?<!\.test)\.ts$/;
const DOCUMENTED = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export const ([A-Z][a-z]\w*) =/g;

/** What the docstrings above the contract's schemas say, by name, as the module that the document reads it from. */
export function schemaDocsModule() {
  const docs = projectFiles()
    .filter((path) => CONTRACT.test(path))
    .flatMap((path) => [...readFileSync(join(root, path), "utf8").matchAll(DOCUMENTED)])
    .map(([, docstring, name]) => [name, plainWords(docstring.replace(/^\s*\* ?/gm, ""))])
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const entries = docs.map(([name, words]) => `  ${name}: ${JSON.stringify(words)},\n`);
  return [
    "// Written by `npm run gen api` from the docstrings above the schemas of packages/contract. Change those.",
    `export const SCHEMA_DOCS: Readonly<Record<string, string>> = {\n${entries.join("")}};\n`,
  ].join("\n");
}
