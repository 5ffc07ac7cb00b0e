#!/usr/bin/env node
// Measures the app as a browser shows it: what a first screen loads and how long it takes until one can work with it,
// and how long the table of items takes from a press to the next frame. `npm run bench -- app` builds and starts a
// server for it; by itself it takes a fresh one, or an account that has one:
//   STOWAGE_URL=http://127.0.0.1:4870  node bench/app/measure-app.mjs --items 50000 --rounds 7 --only screens
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { inFreshWindow, launch } from "./browser.mjs";
import { gzipBytesOf, openScreen, SCREENS } from "./first-screen.mjs";
import { INTERACTIONS, measureInteraction } from "./interactions.mjs";
import { installProbe } from "./probe.mjs";
import { setStage } from "./stage.mjs";
import { percentile, tableOf } from "./table.mjs";

/** The processor as it is, and as that of a cheap phone. */
const SLOWDOWNS = [1, 4];
/** What loads once the screen stands has come by then. */
const REST_MS = 2_000;

const ms = (number) => number.toFixed(0);
const kB = (bytes) => (bytes / 1000).toFixed(1);

/** @param {{ url: string, items: number, rounds: number, environment: NodeJS.ProcessEnv, output: NodeJS.WritableStream, only?: string }} task */
export async function measureApp({ url, items, rounds, environment, output, only = "" }) {
  const stage = await setStage({ url, items, environment, output });
  const browser = await launch();
  try {
    output.write(`\n${stage.held} items; a fresh window each time; ${rounds} rounds.\n`);
    if (only !== "table") {
      const screens = await measureScreens(browser, stage, rounds);
      output.write(`\nUntil one can work with it; medians.\n\n${tableOf(screens)}\n`);
    }
    if (only !== "screens") {
      const interactions = await measureInteractions(browser, stage, rounds);
      output.write(`\nFrom a press to the next frame, in ms.\n\n${tableOf(interactions)}\n`);
    }
  } finally {
    await browser.close();
  }
}

async function measureScreens(browser, stage, rounds) {
  const rows = [
    ["First screen", "JS kB gzip", "JS files", "requests", "kB sent", ...SLOWDOWNS.map((n) => `ms at ${n}×`)],
  ];
  for (const screen of SCREENS) {
    // Once to warm the server up.
    let last = await openScreen(browser, stage, screen, 1);
    const medians = [];
    for (const slowdown of SLOWDOWNS) {
      const times = [];
      for (let round = 0; round < rounds; round++) {
        last = await openScreen(browser, stage, screen, slowdown);
        times.push(last.ms);
      }
      medians.push(ms(percentile(times, 0.5)));
    }
    rows.push([
      screen.name,
      kB(await gzipBytesOf(last.scripts)),
      String(last.scripts.length),
      String(last.requests),
      kB(last.bytes),
      ...medians,
    ]);
  }
  return rows;
}

async function measureInteractions(browser, stage, rounds) {
  const rows = [["In the table of items", ...SLOWDOWNS.flatMap((n) => [`p50 ${n}×`, "p95", "worst"])]];
  const measured = new Map(INTERACTIONS.map(({ name }) => [name, /** @type {number[][]} */ ([])]));
  for (const slowdown of SLOWDOWNS)
    await inFreshWindow(browser, { cookies: stage.cookies, slowdown }, async (page) => {
      await page.goto(`${stage.url}/items`);
      await page.waitForSelector("tr[data-thing-id]");
      await page.waitForTimeout(REST_MS);
      await installProbe(page);
      for (const interaction of INTERACTIONS)
        measured.get(interaction.name)?.push(await measureInteraction(page, interaction, rounds));
    });
  for (const [name, bySlowdown] of measured)
    rows.push([
      name,
      ...bySlowdown.flatMap((times) => [0.5, 0.95, 1].map((share) => ms(percentile(times, share)))),
    ]);
  return rows;
}

async function main() {
  const { values } = parseArgs({
    options: {
      items: { type: "string", default: "50000" },
      rounds: { type: "string", default: "7" },
      only: { type: "string", default: "" },
    },
  });
  await measureApp({
    url: (process.env.STOWAGE_URL ?? "http://127.0.0.1:4870").replace(/\/+$/, ""),
    items: Number(values.items),
    rounds: Number(values.rounds),
    environment: process.env,
    output: process.stdout,
    only: values.only,
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await main().catch((error) => {
    process.stderr.write(`\n✗ ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
