import { setTimeout as sleep } from "node:timers/promises";
import { stopProcess, told } from "../contend/processes.mjs";
import { median } from "../load/percentiles.mjs";
import { clearBins, copyDatabase, dropDatabase } from "./databases.mjs";
import { MixedLoad } from "./mixed-load.mjs";
import { openAccount } from "./open-account.mjs";
import { startServer } from "./servers.mjs";

const NAME = "growth_memory";
const SAMPLE_EVERY_MS = 5_000;
/** Until what is compiled and cached once stands, at the most; a short run warms up for a part of its time. */
const WARM_UP_MS = 60_000;
const WARM_UP_SHARE = 0.3;
/** What the last third may have above the first. */
const GROWTH_SHARE_MAX = 0.15;
const GROWTH_BYTES_MAX = 20_000_000;

const MB = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

/**
 * Watches the memory of a server under a steady mixed load.
 * @param {{ stage: import("../contend/stage.mjs").Stage, output: NodeJS.WritableStream, minutes: number }} task
 * @returns {Promise<boolean>} whether it stayed flat
 */
export async function measureMemory({ stage, output, minutes }) {
  const { database_url, sql } = await copyDatabase({ name: NAME, fill: async () => {} });
  const { child, port } = await startServer({
    stage,
    database_url,
    env: { REGISTRATION: "open" },
    nodeArgs: ["--expose-gc", "--import", new URL("report-memory.mjs", import.meta.url).href],
  });
  const account = await openAccount({ url: `http://127.0.0.1:${port}`, sql });
  const load = new MixedLoad({ port, account, unknownKeys: stage.unknown_keys });
  const ask = async (word) => {
    const answer = told(child, "memory");
    child.send(word);
    return await answer;
  };
  const lengthMs = minutes * 60_000;
  load.begin();
  // What a collection takes comes back before it is measured from.
  const warmUpMs = Math.min(WARM_UP_MS, lengthMs * WARM_UP_SHARE);
  await sleep(warmUpMs / 2);
  const liveBefore = await ask("collect");
  await sleep(warmUpMs / 2);
  const samples = [];
  const startedAt = performance.now();
  for (let at = 0; at < lengthMs; at += SAMPLE_EVERY_MS) {
    await sleep(Math.max(0, startedAt + at + SAMPLE_EVERY_MS - performance.now()));
    samples.push({ minute: (performance.now() - startedAt) / 60_000, ...(await ask("memory")) });
  }
  const liveAfter = await ask("collect");
  await load.end();
  await stopProcess(child);
  await clearBins(sql);
  await sql.end();
  await dropDatabase(NAME);
  return tell({ output, minutes, load, samples, liveBefore, liveAfter });
}

function tell({ output, minutes, load, samples, liveBefore, liveAfter }) {
  const third = Math.ceil(samples.length / 3);
  const of = (some, name) => median(some.map((sample) => sample[name]));
  const lines = ["rss", "heapUsed", "external"].map((name) => {
    const [first, last] = [of(samples.slice(0, third), name), of(samples.slice(-third), name)];
    return `${name.padEnd(9)} ${MB(first)} in the first third, ${MB(last)} in the last; ${slope(samples, name).toFixed(0)} kB a minute`;
  });
  const [first, last] = [of(samples.slice(0, third), "rss"), of(samples.slice(-third), "rss")];
  const isFlat = last <= first * (1 + GROWTH_SHARE_MAX) + GROWTH_BYTES_MAX;
  const counts = [...load.answers].map(([name, count]) => `${count} ${name}`).join(", ");
  output.write(`\nmemory, ${minutes} minutes of a mixed load, ${samples.length} samples\n\n${lines.join("\n")}
live heap ${MB(liveBefore.heapUsed)} within the warm-up, ${MB(liveAfter.heapUsed)} at the end
answers   ${counts}
${isFlat ? "Memory is flat." : "Memory GROWS."}\n`);
  return isFlat;
}

/** Of the line through the samples that lies nearest to them all, in kB a minute. */
function slope(samples, name) {
  const mean = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  const minute = mean(samples.map((sample) => sample.minute));
  const bytes = mean(samples.map((sample) => sample[name]));
  const over = samples.reduce((sum, one) => sum + (one.minute - minute) * (one[name] - bytes), 0);
  return over / samples.reduce((sum, one) => sum + (one.minute - minute) ** 2, 0) / 1_000;
}
