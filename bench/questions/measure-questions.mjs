#!/usr/bin/env node
// Measures how long a server takes for what it is asked, and whether it answers rightly. `npm run bench -- questions`
// builds and starts one for it; by itself it takes any server that nobody has signed up on yet:
//   STOWAGE_URL=http://127.0.0.1:4870  node bench/questions/measure-questions.mjs --items 50000 --rounds 20 --only search
import { parseArgs } from "node:util";
import { measure } from "./measure.mjs";
import { questionsOf } from "./questions.mjs";
import { setStage } from "./stage.mjs";
import { CEILING, printTable } from "./table.mjs";
import { timeWrites } from "./writes.mjs";

/** Enough to see what a write takes, as each changes what later questions find. */
const WRITE_ROUNDS_MAX = 10;

/**
 * Fills a fresh server, then asks everything that a list, a page, a picker or a dashboard asks, by a key that reaches all
 * and by one that is bound to a place, and writes some. Prints the times.
 * @param {{ url: string, items: number, rounds: number, seconds: number, only: string, output: NodeJS.WritableStream }} task
 *   `rounds` at most are measured, for `seconds` at most, of the questions whose names hold `only`.
 * @returns {Promise<boolean>} whether every answer was right
 */
async function measureQuestions({ url, items, rounds, seconds, only, output }) {
  const stage = await setStage({ url, items, output });
  const questions = (await questionsOf(stage)).filter(({ name }) => name === CEILING || name.includes(only));
  const measured = await measure(url, questions, { rounds, seconds });
  const written = only === "" ? await timeWrites(stage, Math.max(1, Math.min(rounds, WRITE_ROUNDS_MAX))) : [];
  return printTable(output, { stage, measured, written });
}

async function main() {
  const { values } = parseArgs({
    options: {
      items: { type: "string", default: "50000" },
      rounds: { type: "string", default: "20" },
      seconds: { type: "string", default: "40" },
      only: { type: "string", default: "" },
    },
  });
  const wholeNumber = (name, min, max) => {
    const number = Number(values[name]);
    if (Number.isInteger(number) && number >= min && number <= max) return number;
    throw new Error(`--${name} takes a whole number from ${min} to ${max}.`);
  };
  return await measureQuestions({
    url: (process.env.STOWAGE_URL ?? "http://127.0.0.1:4870").replace(/\/+$/, ""),
    // Fewer leave some questions without a right answer; more, and what is added to them finds no room.
    items: wholeNumber("items", 300, 90_000),
    rounds: wholeNumber("rounds", 0, 1_000),
    seconds: wholeNumber("seconds", 1, 3_600),
    only: values.only,
    output: process.stdout,
  });
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  process.stderr.write(`\n✗ ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
