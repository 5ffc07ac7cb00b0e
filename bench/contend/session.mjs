import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CONTENDERS, startLoad } from "./contenders.mjs";
import { stopAll, stopProcess, usageOf } from "./processes.mjs";
import { setStage } from "./stage.mjs";

/**
 * @typedef {object} Session  What a benchmark has while it goes on.
 * @property {import("./options.mjs").Plan} plan
 * @property {import("./stage.mjs").Stage} stage
 * @property {Awaited<ReturnType<typeof startLoad>>} run
 * @property {import("./same-answers.mjs").Present} stowage
 * @property {StartUp[]} startUps
 */

/**
 * How one contender started, and its memory: as it stands there, and after all that was asked of it.
 * @typedef {{ contender: string, cold_ms: number, warm_ms: number, idle_bytes: number, loaded_bytes: number }} StartUp
 */

let folder = "";
/** @type {import("./stage.mjs").Stage | null} */
let stage = null;
/** @type {Promise<void> | null} */
let ending = null;

/**
 * Sets the stage and starts Stowage on it.
 * @param {import("./options.mjs").Plan} plan
 * @param {NodeJS.WritableStream} output
 * @returns {Promise<Session>}
 */
export async function openSession(plan, output) {
  folder = mkdtempSync(join(tmpdir(), "stowage-bench-"));
  chmodSync(folder, 0o711); // PostgreSQL, which runs as nobody when this is root, passes through
  stage = await setStage({ folder, output, ...plan });
  const run = await startLoad();
  /** @type {StartUp[]} */
  const startUps = [];
  const stowage = await enter({ plan, stage, startUps }, "stowage");
  startUps[0].cold_ms = stage.cold_start_ms; // on an empty database
  return { plan, stage, run, startUps, stowage };
}

/**
 * Starts a contender; twice, if that is to be measured and there is time.
 * @param {Pick<Session, "plan" | "stage" | "startUps">} session
 * @param {string} contender
 */
export async function enter({ plan, stage, startUps }, contender) {
  const start = () => CONTENDERS[contender].start(stage);
  let started = await start();
  const cold_ms = started.start_ms;
  if (contender !== "stowage" && plan.figures.includes("start") && !plan.isShort) {
    await stopProcess(started.child);
    started = await start();
  }
  const { rss_bytes } = await usageOf(started.child);
  startUps.push({
    contender,
    cold_ms,
    warm_ms: started.start_ms,
    idle_bytes: rss_bytes,
    loaded_bytes: rss_bytes,
  });
  return { contender, started };
}

/** Notes the memory that contenders have come to. @param {Session} session @param {import("./same-answers.mjs").Present[]} present */
export async function noteMemory({ startUps }, present) {
  for (const { contender, started } of present) {
    const startUp = startUps.find((known) => known.contender === contender);
    if (startUp) startUp.loaded_bytes = (await usageOf(started.child)).rss_bytes;
  }
}

/** Ends all that was started, and removes what it left. Once, whoever asks. */
export function closeSession() {
  ending ??= clearAway();
  return ending;
}

async function clearAway() {
  await stage?.sql.end({ timeout: 1 });
  await stopAll();
  if (folder) rmSync(folder, { recursive: true, force: true });
}
