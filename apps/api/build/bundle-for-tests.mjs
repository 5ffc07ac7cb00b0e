import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleServer } from "./bundle-server.mjs";

/** Of this package, where native dependencies are found, and where no check looks for sources. */
const CACHE = fileURLToPath(new URL("../node_modules/.cache", import.meta.url));
const PREFIX = "test-server-";
const DAY_MS = 86_400_000;
let folder;

/**
 * Vitest's global setup: bundles the server once for all tests that start one in a process of its own. So they run what
 * `npm start` runs, and it is up in a third of the time that its sources take to load.
 */
export async function setup(project) {
  mkdirSync(CACHE, { recursive: true });
  removeLeftOvers();
  folder = mkdtempSync(join(CACHE, PREFIX));
  const bundle = () => bundleServer(folder);
  await bundle();
  project.onTestsRerun(bundle);
  project.provide("serverProgram", join(folder, "main.js"));
}

export function teardown() {
  rmSync(folder, { recursive: true, force: true });
}

/** Of runs that were killed; younger ones may be at work. */
function removeLeftOvers() {
  for (const name of readdirSync(CACHE)) {
    const path = join(CACHE, name);
    if (name.startsWith(PREFIX) && Date.now() - statSync(path).mtimeMs > DAY_MS)
      rmSync(path, { recursive: true, force: true });
  }
}
