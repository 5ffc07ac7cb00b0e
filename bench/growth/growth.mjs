#!/usr/bin/env node
// Measures what a request costs as that grows which a server has to hold, and how far several servers share the load:
//   node bench/growth/growth.mjs --short --only items
// The server has to be built (`npm run bench -- growth` does).
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { startLoad } from "../contend/contenders.mjs";
import { pinning, stopAll } from "../contend/processes.mjs";
import { setStage } from "../contend/stage.mjs";
import { measureItems } from "./items.mjs";
import { measureKeys } from "./keys.mjs";
import { measureMemory } from "./memory.mjs";
import { measureOrganizations } from "./organizations.mjs";
import { postgresCpu } from "./postgres-cpu.mjs";
import { measureProcedures } from "./procedures.mjs";
import { measureProcesses } from "./several-processes.mjs";

/** The stage itself has few things; what grows is added. */
const ITEMS = 300;
const LENGTHS = {
  short: { rounds: 3, seconds: 0.7, minutes: 1 },
  full: { rounds: 7, seconds: 2, minutes: 10 },
};

/** By the name that `--only` takes. */
const DIMENSIONS = {
  procedures: measureProcedures,
  keys: measureKeys,
  items: measureItems,
  organizations: measureOrganizations,
  processes: measureProcesses,
};
const KNOWN = [...Object.keys(DIMENSIONS), "memory"];

/**
 * @param {{ names: string[], rounds: number, seconds: number, minutes: number, output: NodeJS.WritableStream }} task
 * @returns {Promise<boolean>} whether memory stayed flat, if that was asked
 */
export async function measureGrowth({ names, rounds, seconds, minutes, output }) {
  const folder = mkdtempSync(join(tmpdir(), "stowage-bench-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  chmodSync(folder, 0o711); // PostgreSQL, which runs as nobody when this is root, passes through
  let isFlat = true;
  try {
    const stage = await setStage({ folder, items: ITEMS, database: "", output });
    const load = await startLoad();
    await stage.sql.end(); // a database that is copied has no other connection
    const plan = { stage, load, postgresUs: postgresCpu(folder), rounds, seconds, output };
    output.write(`\n${pinning}; medians of ${rounds} rounds of ${seconds} s, 16 connections.\n`);
    for (const name of names.filter((one) => one !== "memory")) {
      output.write(`\n# ${name}\n`);
      await DIMENSIONS[name](plan);
    }
    if (names.includes("memory")) isFlat = await measureMemory({ stage, output, minutes });
  } finally {
    await stopAll();
  }
  return isFlat;
}

/**
 * @param {string[]} args
 * @returns {Promise<boolean>} whether memory stayed flat, if that was asked
 * @throws Error with a sentence about what is wrong
 */
export async function main(args) {
  const text = /** @type {const} */ ({ type: "string", default: "" });
  const { values } = parseArgs({
    args,
    options: {
      short: { type: "boolean", default: false },
      only: text,
      rounds: text,
      seconds: text,
      minutes: text,
    },
  });
  const names = values.only === "" ? KNOWN : String(values.only).split(",");
  const unknown = names.find((name) => !KNOWN.includes(name));
  if (unknown !== undefined) throw new Error(`--only takes ${KNOWN.join(", ")}; there is no ${unknown}.`);
  const lengths = LENGTHS[values.short ? "short" : "full"];
  const of = (name) => {
    const number = values[name] === "" ? lengths[name] : Number(values[name]);
    if (number > 0) return number;
    throw new Error(`--${name} takes a number above 0.`);
  };
  const task = { rounds: of("rounds"), seconds: of("seconds"), minutes: of("minutes") };
  return await measureGrowth({ names, ...task, output: process.stdout });
}

/** Ends what was started, also when it is broken off. */
async function end(code) {
  await stopAll();
  process.exit(code);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  let isEnding = false;
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]))
    process.on(signal, () => {
      isEnding = true;
      void end(130);
    });
  try {
    await end((await main(process.argv.slice(2))) ? 0 : 1);
  } catch (error) {
    // What is said by those that are being ended is no failure.
    if (!isEnding) process.stderr.write(`\n✗ ${error instanceof Error ? error.message : String(error)}\n`);
    await end(isEnding ? 130 : 1);
  }
}
