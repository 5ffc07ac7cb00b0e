import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/**
 * The screens that one may come to first, each with the routes that make it and with the bytes of JavaScript, each file
 * gzipped by itself, that a browser fetches until it stands. The list of items stands apart: it needs the table too.
 * @type {{ name: string, routes: string[], bytesMax: number }[]}
 */
const FIRST_SCREENS = [
  { name: "the sign-in page", routes: ["sign-in.tsx"], bytesMax: 150_000 },
  { name: "the home screen", routes: ["_app.tsx", "_app/index.tsx"], bytesMax: 150_000 },
  { name: "the list of items", routes: ["_app.tsx", "_app/items/index.tsx"], bytesMax: 165_000 },
];
const HEAVIEST_SHOWN = 5;
/** In the head of index.html beside the app. */
const THEME_SCRIPT = "theme.js";

/** @typedef {Record<string, { file: string, imports?: string[] }>} Manifest As Vite writes it beside the build. */

/**
 * What is too heavy about the screens that one may come to first.
 * @param {string} client The folder of the built web app.
 * @returns {string[]}
 */
export function firstScreenProblems(client) {
  const path = join(client, "manifest.json");
  if (!existsSync(path))
    return ["the web app's manifest.json is missing: what a first screen loads is unknown"];
  /** @type {Manifest} */
  const manifest = JSON.parse(readFileSync(path, "utf8"));
  const sizeOf = (file) => gzipSync(readFileSync(join(client, file))).length;
  return FIRST_SCREENS.flatMap(({ name, routes, bytesMax }) => {
    const parts = routes.map((route) => `src/routes/${route}?tsr-split=component`);
    const missing = parts.filter((part) => !(part in manifest));
    if (missing.length > 0)
      return [`${name} is made of ${missing.join(", ")}, which the build does not have`];
    const weights = [...filesOf(manifest, ["index.html", ...parts]), THEME_SCRIPT].map((file) => ({
      file,
      bytes: sizeOf(file),
    }));
    const bytes = weights.reduce((sum, weight) => sum + weight.bytes, 0);
    if (bytes <= bytesMax) return [];
    const heaviest = weights
      .sort((one, other) => other.bytes - one.bytes)
      .slice(0, HEAVIEST_SHOWN)
      .map((weight) => `${weight.file} ${weight.bytes}`);
    return [
      `${name} loads ${bytes} bytes of JavaScript (gzip), more than ${bytesMax}: import what it does not show at once ` +
        `with lazyPart or lazyLater, or move it to another chunk in vite.chunks.ts (heaviest: ${heaviest.join(", ")})`,
    ];
  });
}

/**
 * The files that a browser fetches for some parts: their own, and those of all that they import at once.
 * @param {Manifest} manifest
 * @param {string[]} parts
 * @returns {Set<string>}
 */
function filesOf(manifest, parts) {
  const seen = new Set();
  const add = (part) => {
    if (seen.has(part)) return;
    seen.add(part);
    for (const imported of manifest[part].imports ?? []) add(imported);
  };
  for (const part of parts) add(part);
  return new Set([...seen].map((part) => manifest[part].file));
}
