#!/usr/bin/env node
// `npm run gen api` writes what follows from the procedures, `npm run gen examples` also what the server answers to the
// examples; `npm run gen verb` begins a new one.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { runTool } from "./bootstrap/processes.mjs";
import { generated, sources } from "./gen/generated.mjs";
import { newVerb } from "./gen/verb.mjs";
import { root } from "./source-files.mjs";

const USAGE = "npm run gen api | npm run gen examples | npm run gen verb -- <noun> <verb>";

function write(files) {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

async function api() {
  write(sources());
  const files = await generated();
  write(files);
  console.log(`${files.size} files written`);
}

/** Plays the story of the examples, writes down what was answered, and then what follows from it. */
async function examples() {
  const story = ["run", "--project", "api", "surfaces/docs/examples", "-u"];
  const { code } = await runTool("vitest", story);
  if (code !== 0) throw new Error("The story did not end well, so its examples are not to be trusted.");
  await api();
}

/** Begins a verb, then writes what follows from it. */
async function verb(args) {
  const files = await newVerb(args);
  write(files);
  for (const path of files.keys()) console.log(path);
  await api();
  console.log("Once it does what it shall: npm run gen examples");
}

const [what, ...args] = process.argv.slice(2);
try {
  if (what === "api") await api();
  else if (what === "examples") await examples();
  else if (what === "verb") await verb(args);
  else throw new Error(`Usage: ${USAGE}`);
} catch (thrown) {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exit(1);
}
