import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";

export const USAGE =
  'npm run gen verb -- <noun> <verb> --scope bins:write --route "POST /bins/{id}/merge" --summary "Merge a bin into another"';

/**
 * @typedef {object} Wishes
 * @property {string} noun  the feature's folder: `bins`
 * @property {string} verb  the file: `merge`
 * @property {string} scope  one, several with commas, `any` or `session`
 * @property {string} route  `POST /bins/{id}/merge`
 * @property {string} summary
 */

const QUESTIONS = {
  noun: "Noun, as its folder is called (bins): ",
  verb: "Verb (merge): ",
  scope: "Scope that a key needs (bins:write), any, or session: ",
  route: "REST route (POST /bins/{id}/merge): ",
  summary: "Summary (Merge a bin into another): ",
};

/**
 * What the arguments say, and on a terminal what its user answers about the rest.
 * @returns {Promise<Wishes>}
 * @throws Error  something is missing and nobody can be asked
 */
export async function wishesOf(args) {
  const { values, positionals } = parsed(args);
  const [noun, verb, ...more] = positionals;
  if (more.length > 0) throw new Error(`"${more.join(" ")}" is one word too many. Usage: ${USAGE}`);
  const wishes = { noun, verb, ...values };
  const missing = Object.keys(QUESTIONS).filter((name) => !wishes[name]);
  if (missing.length > 0 && !process.stdin.isTTY)
    throw new Error(`Say the ${missing.join(", the ")}, too. Usage: ${USAGE}`);
  return /** @type {Wishes} */ ({ ...wishes, ...(await answers(missing)) });
}

function parsed(args) {
  const text = /** @type {const} */ ({ type: "string" });
  try {
    return parseArgs({ args, allowPositionals: true, options: { scope: text, route: text, summary: text } });
  } catch (thrown) {
    throw new Error(`${thrown.message} Usage: ${USAGE}`);
  }
}

async function answers(missing) {
  if (missing.length === 0) return {};
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const found = {};
  for (const name of missing) found[name] = (await terminal.question(QUESTIONS[name])).trim();
  terminal.close();
  return found;
}
