#!/usr/bin/env node
// Measures how long a server takes for what it is asked, and whether it answers rightly. `npm run bench` builds and
// starts one for it; by itself it takes any server that nobody has signed up on yet:
//   STOWAGE_URL=http://127.0.0.1:4870  node scripts/bench.mjs --items 50000 --rounds 20 --seconds 40 --only search
import { parseArgs } from "node:util";
import { bench } from "./bench/bench.mjs";

const { values } = parseArgs({
  options: {
    items: { type: "string", default: "50000" },
    rounds: { type: "string", default: "20" },
    seconds: { type: "string", default: "40" },
    only: { type: "string", default: "" },
  },
});

function wholeNumber(name, min, max) {
  const number = Number(values[name]);
  if (Number.isInteger(number) && number >= min && number <= max) return number;
  throw new Error(`--${name} takes a whole number from ${min} to ${max}.`);
}

try {
  const isRight = await bench({
    url: (process.env.STOWAGE_URL ?? "http://127.0.0.1:4870").replace(/\/+$/, ""),
    // Fewer leave some questions without a right answer; more, and what is added to them finds no room.
    items: wholeNumber("items", 300, 90_000),
    rounds: wholeNumber("rounds", 0, 1_000),
    seconds: wholeNumber("seconds", 1, 3_600),
    only: values.only,
    output: process.stdout,
  });
  process.exitCode = isRight ? 0 : 1;
} catch (error) {
  process.stderr.write(`\n✗ ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
