import { setTimeout as sleep } from "node:timers/promises";
import { usageOf } from "../contend/processes.mjs";
import { median } from "../load/percentiles.mjs";
import { growthTable } from "./growth-table.mjs";

/** @typedef {import("../contend/works.mjs").Work} Work */

/**
 * @typedef {object} Contestant  One size of what grows: a server of its own, most often on a database of its own.
 * @property {string} label
 * @property {import("node:child_process").ChildProcess} child
 * @property {number} port
 * @property {(work: Work) => string[]} requests  As they go over the wire.
 * @property {() => Promise<void>} [clear]  Undoes what a writing work has added.
 */

/**
 * @typedef {object} Plan
 * @property {import("../contend/stage.mjs").Stage} stage
 * @property {(task: import("../load/load.mjs").Task) => Promise<import("../load/load.mjs").Loaded>} load
 * @property {() => number | null} postgresUs
 * @property {NodeJS.WritableStream} output
 * @property {number} rounds
 * @property {number} seconds
 */

/** @typedef {{ cpu_us: number, postgres_us: number | null, per_second: number, p50_ms: number }} Measured */

const CONNECTIONS = 16;
/** Warm is what a further second makes less than so much cheaper; what never gets there is measured as it is. */
const STILL_FALLING = 0.95;
const WARM_UP_S_MAX = 10;
/** What a server puts off, such as writing down who asked, is done by then, and counts for its requests. */
export const REST_MS = 1_100;

/**
 * Measures works on contestants, all of them in each round, forth and back, so that what disturbs the machine disturbs all
 * alike. What is told of each work is the median of the rounds.
 * @param {Plan} plan
 * @param {Contestant[]} contestants
 * @param {Work[]} works
 */
export async function inRounds(plan, contestants, works) {
  for (const work of works) {
    const taken = new Map(contestants.map(({ label }) => [label, /** @type {Measured[]} */ ([])]));
    for (const contestant of contestants) await warmUp(plan, contestant, work);
    for (let round = 0; round < plan.rounds; round++)
      for (const contestant of round % 2 ? contestants : [...contestants].reverse())
        taken.get(contestant.label)?.push(await measure(plan, contestant, work));
    const medians = new Map([...taken].map(([label, all]) => [label, mediansOf(all)]));
    plan.output.write(`\n${growthTable(work.title, medians)}\n`);
  }
}

/** @param {Plan} plan @param {Contestant} contestant @param {Work} work */
async function warmUp(plan, contestant, work) {
  let before = Number.POSITIVE_INFINITY;
  for (let second = 0; second < WARM_UP_S_MAX; second++) {
    const { cpu_us } = await measure({ ...plan, seconds: 1 }, contestant, work, 0);
    if (cpu_us > before * STILL_FALLING) return;
    before = cpu_us;
  }
}

/**
 * @param {Plan} plan
 * @param {Contestant} contestant
 * @param {Work} work
 * @param {number} [restMs]
 * @returns {Promise<Measured>}
 */
async function measure({ load, postgresUs, seconds }, contestant, work, restMs = REST_MS) {
  const { label, child, port, requests, clear } = contestant;
  const used = async () => ({ server: (await usageOf(child)).cpu_us, postgres: postgresUs() ?? Number.NaN });
  const before = await used();
  const loaded = await load({
    port,
    connections: CONNECTIONS,
    seconds,
    requests: requests(work),
    status: work.status,
  });
  await sleep(restMs);
  const after = await used();
  if (work.writes) await clear?.();
  if (loaded.wrong.length > 0 || loaded.answers === 0)
    throw new Error(`${label}, ${work.title}: wrong answers ${JSON.stringify(loaded.wrong)}`);
  const postgres_us = (after.postgres - before.postgres) / loaded.answers;
  return {
    cpu_us: (after.server - before.server) / loaded.answers,
    postgres_us: Number.isNaN(postgres_us) ? null : postgres_us,
    per_second: loaded.per_second,
    p50_ms: loaded.p50_ms,
  };
}

/** @param {Measured[]} all @returns {Measured} */
function mediansOf(all) {
  const of = (name) => median(all.map((one) => one[name]));
  return {
    cpu_us: of("cpu_us"),
    postgres_us: all[0]?.postgres_us === null ? null : of("postgres_us"),
    per_second: of("per_second"),
    p50_ms: of("p50_ms"),
  };
}
