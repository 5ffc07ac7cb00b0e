#!/usr/bin/env node
// Fills a workspace through the public API, as any script would: with a key.
//   npm run seed                                     a believable workshop: 400 items in 40 bins
//   npm run seed -- --items 50000                    a warehouse of so many; a second run makes only what is missing
//   STOWAGE_URL=…  STOWAGE_API_KEY=…  npm run seed   another server, a key of your own
import { parseArgs } from "node:util";
import { keyForSeeding } from "./seed/key-for-seeding.mjs";
import { seedStock } from "./seed/seed-stock.mjs";
import { seedWorkshop } from "./seed/seed-workshop.mjs";

/** What a workspace holds at most. */
const ITEMS_MAX = 100_000;

const url = (process.env.STOWAGE_URL ?? "http://127.0.0.1:4870").replace(/\/+$/, "");

/** How many items were asked for; null for the workshop. */
function itemsAskedFor() {
  const { values } = parseArgs({ options: { items: { type: "string" } } });
  if (values.items === undefined) return null;
  const items = Number(values.items);
  if (Number.isInteger(items) && items >= 1 && items <= ITEMS_MAX) return items;
  throw new Error(`--items takes a whole number from 1 to ${ITEMS_MAX}.`);
}

/** @param {{ locations: number, bins: number, items: number, seconds?: number }} made */
function summaryOf({ locations, bins, items, seconds }) {
  const rate =
    seconds === undefined
      ? ""
      : ` in ${seconds.toFixed(1)} s (${Math.round(items / seconds)} items a second)`;
  return `Made ${locations} locations, ${bins} bins and ${items} items on ${url}${rate}.\n`;
}

try {
  const items = itemsAskedFor();
  const key = await keyForSeeding(url, process.env);
  const work = { url, key, output: process.stdout };
  const made = items === null ? await seedWorkshop(work) : await seedStock({ ...work, items });
  process.stdout.write(summaryOf(made));
} catch (error) {
  process.stderr.write(`\n✗ ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
