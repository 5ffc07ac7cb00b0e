#!/usr/bin/env node
// Does what docs/extending.md says, block by block, in a copy of the checkout: the verb that it adds works on every
// surface, each thing that it says to forget is noticed in its words, and the generator writes each kind of verb.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { finish, root } from "./source-files.mjs";
import { copyCheckout, LEFT_OUT } from "./walkthrough/checkout-copy.mjs";
import { linesAbout, unsaidByHouse, unsaidByTypes, variantsOf } from "./walkthrough/forgotten.mjs";
import { inCopy } from "./walkthrough/in-copy.mjs";
import { beginVerbs, PROCEDURES, ROUTES } from "./walkthrough/new-verbs.mjs";
import { blocksOf } from "./walkthrough/page.mjs";
import { absentFrom, examplesProblems, toolTest } from "./walkthrough/surfaces.mjs";

const PAGE = "docs/extending.md";
const ADDED = {
  procedure: "items.useUp",
  route: "/items/{id}/use-up",
  scope: "items:write",
  tool: "items_use_up",
};
/** Tests that walk all procedures under one name. */
const FREE = ["nobody at all", "there is something to walk"];
const TEST = "apps/api/src/features/items/use-up.test.ts";
const EXAMPLES_TEST = "apps/api/src/surfaces/docs/examples/examples.test.ts";

const read = (path) => readFileSync(join(root, path), "utf8");
const page = read(PAGE);
const blocks = blocksOf(page);
const problems = [];

/**
 * Follows the page: what is for a shell is run, what is a file is written. The server is loaded once, so the story that
 * `npm run gen examples` plays is played with the other tests.
 * @returns the files that came of it
 */
async function follow(copy) {
  const written = [];
  for (const { run, file, text } of blocks) {
    if (file) {
      copy.write(file, text);
      written.push(file);
    }
    for (const line of run ? text.trim().split("\n") : []) {
      const { isOk, output } = copy.shell(line.replace("gen examples", "gen api"));
      if (!isOk) problems.push(`${PAGE}: "${line}" failed: ${output}`);
      written.push(...output.split("\n").filter((said) => /^(apps|packages)\/\S+$/.test(said)));
    }
  }
  return written;
}

/** The files that the page names, once it has been followed. */
function checkNames(copy) {
  const named = Array.from(page.matchAll(/`((?:apps|packages|scripts|docs)\/[^`<]+)`/g), ([, path]) => path);
  for (const path of named)
    if (!LEFT_OUT.test(path) && !existsSync(join(copy.root, path)))
      problems.push(`${PAGE}: there is no ${path}`);
}

function checkFormat(copy, paths) {
  const { isOk, output } = copy.runTool(
    "biome",
    ["check", "--error-on-warnings", ...paths],
    "@biomejs/biome",
  );
  if (!isOk) problems.push(`biome finds: ${output}`);
}

/** Types of all that was added, and the compiler's words about what was left out of it. */
function checkTypes(copy, paths, variants) {
  const typed = variants.filter(({ by }) => by === "types");
  for (const { path, text } of typed) copy.write(path, text);
  const verbs = paths.filter((path) => /\/features\/.*\.ts$/.test(path) && !path.endsWith(".test.ts"));
  copy.write(
    "apps/api/tsconfig.walkthrough.json",
    JSON.stringify({
      extends: "../../tsconfig.base.json",
      compilerOptions: {
        composite: false,
        declaration: false,
        declarationMap: false,
        emitDeclarationOnly: false,
        noEmit: true,
        types: ["node"],
      },
      files: [...verbs, ...typed.map(({ path }) => path)].map((path) => join(copy.root, path)),
    }),
  );
  const { output } = copy.runTool("tsc", ["-p", "apps/api/tsconfig.walkthrough.json"], "typescript");
  for (const path of paths) if (linesAbout(output, path)) problems.push(linesAbout(output, path));
  problems.push(...unsaidByTypes(variants, output));
}

/** The new verbs' own tests, and those that they get for nothing. */
function checkTests(copy, paths) {
  copy.write("apps/api/src/walkthrough.test.ts", toolTest(ADDED));
  const walked = [
    "src/trpc/router-contract.test.ts",
    "src/trpc/gate-matrix.test.ts",
    "src/surfaces/docs/examples/examples.test.ts",
    "src/walkthrough.test.ts",
  ];
  const own = paths.filter((path) => path.endsWith(".test.ts"));
  copy.write(
    "walkthrough.config.mjs",
    `export default { test: ${JSON.stringify({
      include: [...own, ...walked.map((path) => `apps/api/${path}`)],
      globalSetup: "./packages/db/src/testing/global-setup.ts",
      isolate: false,
      maxWorkers: 1,
      testTimeout: 60_000,
      hookTimeout: 60_000,
    })} };\n`,
  );
  const titles = [TEST, EXAMPLES_TEST].flatMap((path) =>
    Array.from(copy.read(path).matchAll(/\btest\("([^"]+)"/g), ([, title]) => title),
  );
  const free = [
    ...PROCEDURES,
    ...ROUTES,
    ADDED.procedure,
    ADDED.route,
    ...FREE,
    `K23: scopes in live ${ADDED.scope} alone`,
  ];
  const names = [...titles, ...free].map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  const { isOk, output } = copy.runTool("vitest", [
    "run",
    "--config",
    "walkthrough.config.mjs",
    "-u",
    "-t",
    names,
  ]);
  if (!isOk) problems.push(output);
  const passed = Number(output.match(/Tests.*?(\d+) passed/)?.[1] ?? 0);
  problems.push(...examplesProblems(read, copy.read, [...PROCEDURES, ADDED.procedure]));
  if (passed < 20) problems.push(`only ${passed} tests ran: ${output}`);
  return passed;
}

const { root: folder, remove } = copyCheckout();
let passed = 0;
try {
  const copy = inCopy(folder);
  const begun = await beginVerbs(copy);
  problems.push(...begun.problems);
  const written = await follow(copy);
  const paths = [...new Set([...begun.paths, ...written])];
  const variants = variantsOf(blocks, copy.read);
  checkNames(copy);
  checkFormat(copy, paths);
  problems.push(...unsaidByHouse(variants, { read: copy.read, files: paths }));
  problems.push(...absentFrom(copy.read, ADDED));
  checkTypes(copy, paths, variants);
  if (problems.length === 0) passed = checkTests(copy, paths);
} finally {
  remove();
}
finish(problems, `${PAGE}: ${blocks.length} blocks, ${passed} tests in a copy`);
