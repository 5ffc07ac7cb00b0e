import { setTimeout as sleep } from "node:timers/promises";
import { median } from "../load/percentiles.mjs";
import { requestsOf } from "../load/requests.mjs";
import { MAIN_CONNECTIONS } from "./options.mjs";
import { usageOf } from "./processes.mjs";
import { LIST, WORKS } from "./works.mjs";

/** @typedef {import("./contenders.mjs").Started} Started */
/** @typedef {{ contender: string, started: Started, work: string, requests: string[] }} Entrant */
/** @typedef {Awaited<ReturnType<typeof measureOnce>>} Round */
/** @typedef {{ contender: string, work: string, connections: number, rounds: Round[] }} Row */
/** @typedef {Row[]} Match  Those that took turns. */

/** Warm is what a further piece of warming up makes less than so much cheaper. */
const STILL_FALLING = 0.95;
/** Pieces that may bring nothing before a server that has just started counts as warm. */
const PATIENCE = 8;

/** What servers have been warmed up for. @type {WeakMap<object, Set<string>>} */
const warmed = new WeakMap();

/**
 * What a contender is sent.
 * @param {import("./stage.mjs").Stage} stage
 * @param {{ contender: string, started: Started }} who
 * @param {string} work
 * @param {import("./contenders.mjs").Credential[]} [credentials]
 * @returns {Promise<Entrant>}
 */
export async function entrantOf(stage, { contender, started }, work, credentials = started.credentials) {
  const { by, requests } = WORKS[work];
  const isPoll = work === "poll";
  const subject = isPoll ? { ...stage.subject, etag: await etagOf(started) } : stage.subject;
  const keys = by === "good" ? credentials : refusedOf(stage, contender, started)[by];
  return { contender, started, work, requests: requestsOf(requests(subject), keys) };
}

/** Keys that are not known: of the right form, and not even that. */
export function refusedOf(stage, contender, { credentials }) {
  const malformed = credentials.map(({ name, value }) => ({ name, value: altered(value) }));
  const name = credentials[0]?.name ?? "authorization";
  const minted = stage.unknown_keys.map((key) => ({ name, value: `Bearer ${key}` }));
  return { malformed, unknown: contender === "stowage" ? minted : malformed };
}

/** As long, and of the same signs; only Stowage's keys tell by their form that something is wrong. */
const altered = (value) =>
  value.slice(0, -6) + value.slice(-6).replace(/./g, (sign) => (sign === "a" ? "b" : "a"));

/** @param {Started} started */
async function etagOf({ port, credentials }) {
  const [{ name, value }] = credentials;
  const headers = { [name]: value, "if-none-match": '"nothing"' };
  const answer = await fetch(`http://127.0.0.1:${port}${LIST}`, { headers });
  await answer.arrayBuffer();
  return answer.headers.get("etag") ?? "";
}

/**
 * Warms each entrant up and then measures them in turn, forth and back: what disturbs the machine disturbs all alike.
 * @param {{ run: (task: import("../load/load.mjs").Task) => Promise<import("../load/load.mjs").Loaded>,
 *   stage: import("./stage.mjs").Stage }} on
 * @param {Entrant[]} entrants
 * @param {{ connections: number, measure: import("./options.mjs").Measure, warmUp: import("./options.mjs").Plan["warmUp"] }} how
 * @returns {Promise<Match>}
 */
export async function playMatch(on, entrants, { connections, measure, warmUp }) {
  const rows = entrants.map(({ contender, work }) => ({
    contender,
    work,
    connections,
    rounds: /** @type {Round[]} */ ([]),
  }));
  // The last to be warmed up is the first to be measured: what it put off is then its own.
  for (const entrant of [...entrants].reverse()) {
    await warm(on, entrant, warmUp);
    await on.stage.clear(entrant.work);
  }
  const turns = turnsOf(entrants.length, measure.rounds);
  for (const [at, turn] of turns.entries()) {
    const { contender, work } = entrants[turn];
    const next = entrants[turns[at + 1] ?? turn];
    const rest = next.contender === contender ? 0 : measure.rest;
    rows[turn].rounds.push(
      await measureOnce(on, entrants[turn], { connections, seconds: measure.seconds, rest }),
    );
    await on.stage.clear(work);
  }
  return rows;
}

/** Whose turn it is, forth and back: a machine that grows faster or slower favours none. */
export function turnsOf(entrants, rounds) {
  const forth = Array.from({ length: entrants }, (_, turn) => turn);
  return Array.from({ length: rounds }, (_, round) => (round % 2 === 0 ? forth : forth.toReversed())).flat();
}

/** Puts load on a server for as long as that makes its answers cheaper. */
async function warm(on, entrant, { slice, seconds, firstSeconds }) {
  const { child } = entrant.started;
  const works = warmed.get(child) ?? new Set();
  if (works.has(entrant.work)) return;
  const isFirst = works.size === 0;
  warmed.set(child, works.add(entrant.work));
  const slices = Math.round((isFirst ? firstSeconds : seconds) / slice);
  let best = Number.POSITIVE_INFINITY;
  let inVain = 0;
  for (let n = 0; n < slices && inVain < (isFirst ? PATIENCE : 1); n++) {
    const { cpu_us } = await measureOnce(on, entrant, {
      connections: MAIN_CONNECTIONS,
      seconds: slice,
      rest: 0,
    });
    inVain = cpu_us < best * STILL_FALLING ? 0 : inVain + 1;
    best = Math.min(best, cpu_us);
  }
}

/** One round of one entrant. */
export async function measureOnce(
  { run },
  { contender, started, work, requests },
  { connections, rest, ...until },
) {
  const { port, child } = started;
  const before = await usageOf(child);
  const startedAt = performance.now();
  const loaded = await run({ port, connections, requests, status: WORKS[work].status, ...until });
  const took_us = (performance.now() - startedAt) * 1_000;
  const after = await usageOf(child);
  if (contender === "stowage") await sleep(rest * 1_000);
  const { cpu_us, rss_bytes } = await usageOf(child);
  return {
    rate: loaded.per_second,
    p50_ms: loaded.p50_ms,
    p99_ms: loaded.p99_ms,
    max_ms: loaded.max_ms,
    seconds: loaded.seconds,
    /** Of processor for each request, also what is done for it after its answer. */
    cpu_us: (cpu_us - before.cpu_us) / loaded.answers,
    /** Share of a core while there was load. */
    server: (after.cpu_us - before.cpu_us) / took_us,
    load: loaded.busy,
    rss_bytes,
    wrong: loaded.wrong,
  };
}

/** @param {Pick<Row, "rounds">} row @param {"rate" | "p50_ms" | "p99_ms" | "cpu_us" | "server" | "load"} figure */
export const medianOf = ({ rounds }, figure) => median(rounds.map((round) => round[figure]));

/**
 * The median of what one row's figure is by another's of the same round.
 * @param {Row} row @param {Row} other @param {"rate" | "p99_ms" | "cpu_us"} figure
 */
export const pairedRatio = (row, other, figure) =>
  median(row.rounds.map((round, at) => round[figure] / other.rounds[at][figure]));
