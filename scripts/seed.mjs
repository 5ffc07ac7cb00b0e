#!/usr/bin/env node
import { keyForSeeding } from "./seed/key-for-seeding.mjs";
// Fills a workspace with a believable workshop through the public API, as any script would: with a key.
//   npm run seed                                     asks the running server for nothing but what a key may do
//   STOWAGE_URL=…  STOWAGE_API_KEY=…  npm run seed   another server, a key of your own
import { seedWorkshop } from "./seed/seed-workshop.mjs";

const url = (process.env.STOWAGE_URL ?? "http://127.0.0.1:4870").replace(/\/+$/, "");

try {
  const key = await keyForSeeding(url, process.env);
  const made = await seedWorkshop({ url, key, output: process.stdout });
  process.stdout.write(
    `Made ${made.locations} locations, ${made.bins} bins and ${made.items} items on ${url}.\n`,
  );
} catch (error) {
  process.stderr.write(`\n✗ ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
