#!/usr/bin/env node
// Every package named in an emitted .d.ts must be a dependency of the package that emitted it. Otherwise pnpm cannot
// resolve it there and the type quietly becomes an error type, which `skipLibCheck` hides and type tests do not see.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { finish, root } from "./source-files.mjs";

// The web app, end-to-end tests and scripts emit nothing.
const EMITTING = [
  "packages/contract",
  "packages/db",
  "packages/auth",
  "packages/client",
  "packages/cli",
  "apps/api",
];
const SPECIFIER = /(?:\bimport\(|\bfrom |\bimport |\bmodule )"([^".][^"]*)"/g;

const packageOf = (specifier) => specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");

function declarationsIn(folder) {
  const types = join(root, folder, "dist/types/src");
  if (!existsSync(types)) return [];
  return readdirSync(types, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".d.ts"))
    .map((path) => join(types, path));
}

function unresolvableIn(file, manifest) {
  const known = new Set([
    manifest.name,
    ...Object.keys({
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...manifest.optionalDependencies,
    }),
  ]);
  const specifiers = Array.from(readFileSync(file, "utf8").matchAll(SPECIFIER), ([, specifier]) => specifier);
  return specifiers
    .filter((specifier) => !isBuiltin(specifier) && !known.has(packageOf(specifier)))
    .map((specifier) => `${file}: "${specifier}" is not a dependency of ${manifest.name}`);
}

const problems = [];
let count = 0;
for (const folder of EMITTING) {
  const manifest = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
  const files = declarationsIn(folder);
  if (files.length === 0) problems.push(`${folder} emitted no declarations: has tsc -b run?`);
  count += files.length;
  problems.push(...files.flatMap((file) => unresolvableIn(file, manifest)));
}
finish([...new Set(problems)], `${count} emitted declarations`);
