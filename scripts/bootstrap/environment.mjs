import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseEnv } from "node:util";

/** The checkout's root. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Whether `npm run …` started us, rather than a shell. */
export const isUnderNpm = process.env.npm_lifecycle_event !== undefined;

// What the outer npm tells its script about itself would be taken by pnpm and turbo as said about them. What the
// user configured (npm_config_registry, _cache, _proxy …) stays. NODE_ENV=production would make pnpm leave out the
// build tools and React leave out what its tests need; each command sets its own.
const NOT_FOR_CHILDREN =
  /^(npm_(lifecycle_|package_|command$|execpath$|node_execpath$|config_(local_prefix|global_prefix|user_agent|node_gyp|init_module)$)|INIT_CWD$|NODE_ENV$)/;

/**
 * The environment of everything we start; `pnpm.mjs` puts the pinned pnpm on its PATH.
 * @type {NodeJS.ProcessEnv}
 */
export const childEnv = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !NOT_FOR_CHILDREN.test(name))),
  TURBO_TELEMETRY_DISABLED: "1",
  TURBO_NO_UPDATE_NOTIFIER: "1",
  DO_NOT_TRACK: "1",
};

/** The names of the server's settings, as `.env.example` lists them. */
function settingNames() {
  const text = readFileSync(join(root, ".env.example"), "utf8");
  return Array.from(text.matchAll(/^#?\s?([A-Z][A-Z0-9_]*)=/gm), ([, name]) => name);
}

/**
 * `childEnv` with the settings of the checkout's `.env`, if it has one; what the shell says wins.
 * @returns {NodeJS.ProcessEnv}
 */
export function envWithSettings() {
  const file = join(root, ".env");
  return existsSync(file) ? { ...parseEnv(readFileSync(file, "utf8")), ...childEnv } : childEnv;
}

/** `childEnv` without any of the server's settings, so that a test run never reaches a real database or mailbox. */
export function envWithoutSettings() {
  const settings = new Set(settingNames());
  settings.delete("STOWAGE_PG_BIN");
  return Object.fromEntries(Object.entries(childEnv).filter(([name]) => !settings.has(name)));
}
