#!/usr/bin/env node
// The house rules that no linter knows: sizes, names, the closed vocabulary of feature folders, what a verb must not
// forget, settings that are documented, promises that have tests, and no literal that a secret scanner would take for a key.
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { featureProblems } from "./house/features.mjs";
import { promiseProblems } from "./house/promises.mjs";
import { settingProblems } from "./house/settings.mjs";
import { keyProblems, nameProblems, sizeProblems, suppressionProblems } from "./house/sources.mjs";
import { verbProblems } from "./house/verbs.mjs";
import { finish, projectFiles, root } from "./source-files.mjs";

const SOURCE = /^(apps|packages|e2e|scripts|bench|turbo)\/.*\.(tsx?|mjs|css)$/;
const GENERATED = /\.gen\.ts$|\/drizzle\//;
const BINARY = /\.(png|jpe?g|webp|ico|woff2?|ttf|gz|zip|pdf)$/;

const files = projectFiles()
  .filter((path) => !BINARY.test(path) && basename(path) !== "pnpm-lock.yaml")
  .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
const sources = files.filter(({ path }) => SOURCE.test(path) && !GENERATED.test(path));

const problems = [
  ...sources.flatMap(sizeProblems),
  ...sources.flatMap(nameProblems),
  ...sources.flatMap(suppressionProblems),
  ...files.flatMap(keyProblems),
  ...featureProblems(sources),
  ...verbProblems(sources),
  ...settingProblems(files),
  ...promiseProblems(files),
];
if (sources.length === 0) problems.push("there are no sources to look at");
finish(problems, `${sources.length} sources, ${files.length} files`);
