import { medianOf, pairedRatio } from "./match.mjs";
import { MAIN_CONNECTIONS } from "./options.mjs";

/** @typedef {import("./match.mjs").Match} Match */
/** @typedef {{ name: string, value: number, cpu?: number, target?: Target, note?: string }} Ratio */
/** @typedef {{ at_least: number } | { at_most: number }} Target */

const P99_CONNECTIONS = 64;

/** What the project holds itself to. @type {Record<string, Target>} */
export const TARGETS = {
  list_vs_ceiling: { at_least: 0.85 },
  get_vs_ceiling: { at_least: 0.75 },
  create_vs_ceiling: { at_least: 0.75 },
  list_vs_better_auth: { at_least: 4 },
  list_vs_typical_trpc: { at_least: 4 },
  bad_key_vs_good: { at_least: 1.5 },
  p99_64_vs_ceiling: { at_most: 1.5 },
  cold_key_ms: { at_most: 15 },
  cold_key_max_ms: { at_most: 15 },
  keys_10000_vs_16: { at_least: 0.8 },
  refusal_cpu_vs_first_use: { at_most: 0.1 },
};

const VS_CEILING = ["list", "get", "create", "adjust", "poll"];
const PEERS = ["better_auth", "better_auth_memory", "better_auth_database", "typical_trpc", "orpc"];

/** @param {number} value @param {Target | undefined} target */
export function isReached(value, target) {
  if (!target) return null;
  return "at_least" in target ? value >= target.at_least : value <= target.at_most;
}

/**
 * Stowage's requests per second by others', at 16 connections, and the other figures that are held to something. What was
 * not measured is left out.
 * @param {Match[]} matches
 * @param {import("./key-figures.mjs").KeyFigures | null} keys
 * @returns {Ratio[]}
 */
export function ratiosOf(matches, keys) {
  const pairs = [...VS_CEILING.map((work) => [work, "ceiling"]), ...PEERS.map((peer) => ["list", peer])].map(
    ([work, rival]) => {
      const pair = pairOf(matches, work, rival, MAIN_CONNECTIONS);
      return pair && speedOf(`${work}_vs_${rival}`, ...pair);
    },
  );
  return [...pairs, ...refusing(matches, keys), slowest(matches), ...(keys ? keyRatios(keys) : [])].filter(
    (ratio) => ratio !== null,
  );
}

const rowOf = (match, contender, work) =>
  match.find((row) => row.contender === contender && row.work === work);

/** Stowage's row and a rival's of the same match, if there was one. */
function pairOf(matches, work, rival, connections) {
  for (const match of matches) {
    const [own, other] = [rowOf(match, "stowage", work), rowOf(match, rival, work)];
    if (own && other && own.connections === connections) return /** @type {const} */ ([own, other]);
  }
  return null;
}

const speedOf = (name, own, other) => ({
  name,
  value: pairedRatio(own, other, "rate"),
  cpu: pairedRatio(other, own, "cpu_us"),
  target: TARGETS[name],
});

/**
 * Refusing a key of the right form that nobody has, by serving the list; and by proving a key with Argon2id, which takes so
 * much more that a refusal with a share of it shows.
 * @param {Match[]} matches @param {import("./key-figures.mjs").KeyFigures | null} keys @returns {Ratio[]}
 */
function refusing(matches, keys) {
  for (const match of matches) {
    const [good, bad] = [rowOf(match, "stowage", "list"), rowOf(match, "stowage", "bad_key")];
    if (!good || !bad || bad.connections !== MAIN_CONNECTIONS) continue;
    const ratio = speedOf("bad_key_vs_good", bad, good);
    if (!keys) return [ratio];
    const name = "refusal_cpu_vs_first_use";
    const value = medianOf(bad, "cpu_us") / keys.cold.cpu_us;
    return [ratio, { name, value, target: TARGETS[name], note: "a first use is one Argon2id run" }];
  }
  return [];
}

/** Of all works that the ceiling does too, the one whose slowest answers are furthest from the ceiling's. */
function slowest(matches) {
  const all = VS_CEILING.flatMap((work) => {
    const pair = pairOf(matches, work, "ceiling", P99_CONNECTIONS);
    return pair ? [{ work, value: pairedRatio(...pair, "p99_ms") }] : [];
  });
  const [worst] = all.sort((left, right) => right.value - left.value);
  if (!worst) return null;
  const name = "p99_64_vs_ceiling";
  const rest = all.map(({ work, value }) => `${work} ${value.toFixed(2)}`).join(", ");
  return { name, value: worst.value, target: TARGETS[name], note: rest };
}

/** @param {import("./key-figures.mjs").KeyFigures} keys @returns {Ratio[]} */
function keyRatios({ cold, rotation, count }) {
  const [few, many] = rotation;
  const rotated = speedOf("keys_10000_vs_16", many, few);
  return [
    { name: "cold_key_ms", value: cold.p50_ms, target: TARGETS.cold_key_ms, note: "median" },
    { name: "cold_key_max_ms", value: cold.max_ms, target: TARGETS.cold_key_max_ms, note: "slowest" },
    { ...rotated, note: `${count} keys in turn` },
  ];
}

/** The last line of `--json`. @param {Ratio[]} ratios @param {{ isShort: boolean }} plan */
export function jsonOf(ratios, { isShort }) {
  const round = (value) => Math.round(value * 100) / 100;
  const cpu = ratios.filter((ratio) => ratio.cpu !== undefined);
  return JSON.stringify({
    ratios: Object.fromEntries(ratios.map(({ name, value }) => [name, round(value)])),
    cpu_ratios: Object.fromEntries(cpu.map(({ name, cpu }) => [name, round(cpu)])),
    targets: Object.fromEntries(ratios.flatMap(({ name, target }) => (target ? [[name, target]] : []))),
    short: isShort,
  });
}
