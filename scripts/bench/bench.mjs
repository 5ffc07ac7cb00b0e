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
export async function bench({ url, items, rounds, seconds, only, output }) {
  const stage = await setStage({ url, items, output });
  const questions = (await questionsOf(stage)).filter(({ name }) => name === CEILING || name.includes(only));
  const measured = await measure(url, questions, { rounds, seconds });
  const written = only === "" ? await timeWrites(stage, Math.max(1, Math.min(rounds, WRITE_ROUNDS_MAX))) : [];
  return printTable(output, { stage, measured, written });
}
