#!/usr/bin/env node
// Compares Stowage with what is written by hand for speed alone, and with its peers, on the same rows of the same
// PostgreSQL. `npm run bench` builds the server first; by itself it takes the one that was built last:
//   node bench/contend/compare.mjs --short --only list,get --contenders stowage,ceiling
import { performance } from "node:perf_hooks";
import { ensureValkey } from "../../scripts/bootstrap/valkey.mjs";
import { groupsOf, playGroup } from "./groups.mjs";
import { measureKeys } from "./key-figures.mjs";
import { planOf } from "./options.mjs";
import { pinning } from "./processes.mjs";
import { jsonOf, ratiosOf } from "./ratios.mjs";
import { closeSession, noteMemory, openSession } from "./session.mjs";
import { keyLines, matchTable, ratioTable, startTable, webhookLine, wrongOf } from "./tables.mjs";
import { measureWebhooks } from "./webhooks.mjs";

const output = process.stdout;
const print = (text) => output.write(`\n${text}\n`);

/** @param {import("./options.mjs").Plan} plan @returns {Promise<boolean>} whether every answer was right */
async function compare(plan) {
  const startedAt = performance.now();
  const say = (text) =>
    output.write(`\n▸ ${((performance.now() - startedAt) / 1_000).toFixed(0)} s: ${text}\n`);
  say(`setting the stage: ${plan.items} items; ${pinning}`);
  const session = await openSession(plan, output);
  const matches = [];
  for (const group of groupsOf(plan)) {
    say(["Stowage", ...group.rivals].join(", "));
    const played = await playGroup(session, group);
    matches.push(...played);
    print(matchTable(played));
  }
  print(
    "S: Stowage's figure by the row's, of the same rounds. Server and load: shares of a core that they used.",
  );
  const figure = (name, measure) => {
    if (!plan.figures.includes(name)) return null;
    say(name);
    return measure(session);
  };
  const keys = await figure("keys", measureKeys);
  if (keys) print(keyLines(keys));
  const webhooks = await figure("webhooks", measureWebhooks);
  if (webhooks) print(webhookLine(webhooks));
  await noteMemory(session, [session.stowage]);
  if (plan.figures.includes("start")) print(startTable(session.startUps));
  const ratios = ratiosOf(matches, keys);
  say(
    "requests per second by the other's at 16 connections, medians of paired rounds; CPU likewise, of its use by ours",
  );
  print(ratioTable(ratios));
  const wrong = wrongAnswers(
    [...matches, ...(keys ? [keys.rotation] : [])],
    [keys?.cold, keys?.firstPass, webhooks],
  );
  print([`${((performance.now() - startedAt) / 1_000).toFixed(0)} s`, ...wrong].join("\n"));
  if (plan.json) output.write(`${jsonOf(ratios, plan)}\n`);
  return wrong.length === 0;
}

/**
 * Without a Redis, better-auth is measured with its keys in memory instead.
 * @param {import("./options.mjs").Plan} plan @returns {Promise<import("./options.mjs").Plan>}
 */
async function playable(plan) {
  if (!plan.contenders.includes("better_auth") || (await ensureValkey())) return plan;
  const inMemory = plan.contenders.map((name) => (name === "better_auth" ? "better_auth_memory" : name));
  return { ...plan, contenders: [...new Set(inMemory)] };
}

/** A sentence for each who did not answer as asked: the figures are then of something else. */
function wrongAnswers(matches, others) {
  const rows = matches.flat().filter((row) => wrongOf(row) !== "");
  const rounds = others.filter((round) => round?.wrong.length > 0);
  return [
    ...rows.map((row) => `✗ ${row.contender}, ${row.work} by ${row.connections}: ${wrongOf(row)}`),
    ...rounds.map((round) => wrongOf({ rounds: [round] })),
  ];
}

/** @param {number} code */
async function end(code) {
  await closeSession();
  process.exit(code);
}

let isEnding = false;
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]))
  process.on(signal, () => {
    isEnding = true;
    void end(130);
  });

try {
  const isRight = await compare(await playable(planOf(process.argv.slice(2))));
  await end(isRight ? 0 : 1);
} catch (error) {
  // What is said by those that are being ended is no failure.
  if (!isEnding) process.stderr.write(`\n✗ ${error instanceof Error ? error.message : String(error)}\n`);
  await end(isEnding ? 130 : 1);
}
