import { parseArgs } from "node:util";
import { CONTENDERS } from "./contenders.mjs";
import { FIGURES, WORKS } from "./works.mjs";

/** What ratios are of. */
export const MAIN_CONNECTIONS = 16;
export const CONNECTIONS = [1, MAIN_CONNECTIONS, 64];

/**
 * How often and how long a match is measured. `rest` is what a server has afterwards for what it put off, such as writing
 * down who asked: what it does then counts for its requests, and does not disturb whoever comes next.
 * @typedef {{ rounds: number, seconds: number, rest: number }} Measure
 */

/**
 * @typedef {object} Plan
 * @property {boolean} isShort
 * @property {boolean} json
 * @property {number} items
 * @property {number} keys  How many are used in turn.
 * @property {number} coldKeys  How many are used for the first time, one by one.
 * @property {number[]} connections
 * @property {Measure} main  At as many connections as ratios are of.
 * @property {Measure} side  At others.
 * @property {Measure} peer  Beside peers.
 * @property {{ slice: number, seconds: number, firstSeconds: number }} warmUp  How long a piece of it takes, all of it at
 *   most, and all of the first after a start.
 * @property {string[]} contenders
 * @property {string[]} works
 * @property {string[]} sideWorks  At other numbers of connections than ratios are of.
 * @property {string[]} peerWorks
 * @property {number[]} peerConnections
 * @property {string[]} figures
 * @property {string} database
 * @property {string[]} nodeArgs
 */

const FULL = {
  items: 50_000,
  keys: 10_000,
  coldKeys: 40,
  main: { rounds: 5, seconds: 1, rest: 1.1 },
  side: { rounds: 5, seconds: 1, rest: 1.1 },
  peer: { rounds: 3, seconds: 1, rest: 1.1 },
  warmUp: { slice: 0.5, seconds: 4, firstSeconds: 8 },
};

const SHORT = {
  items: 3_000,
  keys: 500,
  coldKeys: 20,
  main: { rounds: 3, seconds: 0.35, rest: 1.1 },
  side: { rounds: 2, seconds: 0.25, rest: 0 },
  peer: { rounds: 2, seconds: 0.8, rest: 1.1 },
  warmUp: { slice: 0.25, seconds: 0.5, firstSeconds: 6 },
};

/** There is time for one of a kind. */
const SHORT_CONTENDERS = Object.keys(CONTENDERS).filter((name) => !name.startsWith("better_auth_"));

const text = { type: /** @type {const} */ ("string"), default: "" };

/**
 * What the command line asks for.
 * @param {string[]} args
 * @returns {Plan}
 * @throws Error with a sentence about what is wrong
 */
export function planOf(args) {
  const { values } = parseArgs({
    args,
    options: {
      short: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      rounds: text,
      seconds: text,
      items: text,
      keys: text,
      only: text,
      contenders: text,
      connections: text,
      database: text,
      "node-args": text,
    },
  });
  const base = values.short ? SHORT : FULL;
  const only = wordsOf("only", values.only, [...Object.keys(WORKS), ...FIGURES]);
  const contenders = wordsOf("contenders", values.contenders, Object.keys(CONTENDERS));
  const everybody = values.short ? SHORT_CONTENDERS : Object.keys(CONTENDERS);
  const asked = wordsOf("connections", values.connections, null).map((word) =>
    numberOf("connections", word, { min: 1, max: 1_000 }),
  );
  const rounds = values.rounds && numberOf("rounds", values.rounds, { min: 1, max: 1_000 });
  const seconds =
    values.seconds && numberOf("seconds", values.seconds, { min: 0.1, max: 600, isWhole: false });
  const measure = (own) => ({ ...own, ...(rounds && { rounds }), ...(seconds && { seconds }) });
  const isAll = only.length === 0;
  const worksOf = (usual) => Object.keys(WORKS).filter((work) => (isAll ? usual : only).includes(work));
  return {
    isShort: values.short,
    json: values.json,
    items: values.items ? numberOf("items", values.items, { min: 300, max: 90_000 }) : base.items,
    keys: values.keys ? numberOf("keys", values.keys, { min: 16, max: 50_000 }) : base.keys,
    coldKeys: base.coldKeys,
    connections: asked.length > 0 ? asked : CONNECTIONS,
    main: measure(base.main),
    side: measure(base.side),
    peer: measure(base.peer),
    warmUp: base.warmUp,
    contenders: contenders.length > 0 ? contenders : everybody,
    works: worksOf(Object.keys(WORKS)),
    sideWorks: worksOf(values.short ? ["list", "get", "create"] : Object.keys(WORKS)),
    peerWorks: worksOf(values.short ? ["list"] : Object.keys(WORKS)),
    peerConnections: asked.length > 0 ? asked : values.short ? [MAIN_CONNECTIONS] : CONNECTIONS,
    figures: FIGURES.filter((figure) => isAll || only.includes(figure)),
    database: String(values.database),
    nodeArgs: String(values["node-args"]).split(" ").filter(Boolean),
  };
}

function numberOf(option, word, { min, max, isWhole = true }) {
  const number = Number(word);
  if (number >= min && number <= max && (!isWhole || Number.isInteger(number))) return number;
  throw new Error(`--${option} takes ${isWhole ? "a whole number" : "a number"} from ${min} to ${max}.`);
}

function wordsOf(option, given, known) {
  const words = given.split(",").filter(Boolean);
  const unknown = words.find((word) => known && !known.includes(word));
  if (unknown === undefined) return words;
  throw new Error(`--${option} does not know "${unknown}". It takes ${known.join(", ")}.`);
}
