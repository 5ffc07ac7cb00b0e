#!/usr/bin/env node
// Runs dependency-cruiser over the workspace and makes sure that it looked: without a TypeScript API it skips every
// .ts file and reports no violations.
import { cruise } from "dependency-cruiser";
import extractDepcruiseOptions from "dependency-cruiser/config-utl/extract-depcruise-options";
import { finish, root, typescriptFiles } from "./source-files.mjs";

const CRUISED = ["apps", "packages", "e2e"];

process.chdir(root);
const options = await extractDepcruiseOptions("./.dependency-cruiser.mjs");
const { output } = await cruise(CRUISED, options);
if (typeof output === "string") throw new Error("dependency-cruiser was asked for a text report");

const problems = output.summary.violations.map(({ rule, from, to, cycle }) => {
  const way = cycle ? [from, ...cycle.map(({ name }) => name)] : [from, to];
  return `${rule.name}: ${way.join(" → ")}`;
});
const seen = new Set(output.modules.map(({ source }) => source));
const expected = typescriptFiles().filter((path) => CRUISED.some((folder) => path.startsWith(`${folder}/`)));
for (const path of expected) if (!seen.has(path)) problems.push(`not looked at: ${path}`);
if (expected.length === 0) problems.push("there is no TypeScript to look at");
finish(problems, `${expected.length} modules, ${output.summary.totalDependenciesCruised} imports`);
