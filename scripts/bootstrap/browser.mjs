import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { installDebianPackage } from "./debian.mjs";
import { root } from "./environment.mjs";
import { say } from "./output.mjs";
import { runTool } from "./processes.mjs";

const SYSTEM_BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Debian's Chromium without windows: it takes a fifth less of the processor, and shows no film of a camera. */
const HEADLESS_SHELLS = ["/usr/bin/chromium-headless-shell", "/usr/lib/chromium/chromium-headless-shell"];

/**
 * The machine's Chromium without windows, or what CHROMIUM_PATH names, or else its whole one.
 * @returns {string | undefined}
 */
export function lightBrowser() {
  return [process.env.CHROMIUM_PATH, ...HEADLESS_SHELLS, ...SYSTEM_BROWSERS].find(isThere);
}

/**
 * The machine's own Chromium or Chrome, or what CHROMIUM_PATH names.
 * @returns {string | undefined}
 */
export function systemBrowser() {
  return [process.env.CHROMIUM_PATH, ...SYSTEM_BROWSERS].find(isThere);
}

const isThere = (path) => Boolean(path) && existsSync(path);

function hasBrowser() {
  if (systemBrowser()) return true;
  const { chromium } = createRequire(join(root, "package.json"))("@playwright/test");
  return existsSync(chromium.executablePath());
}

async function installPlaywrightChromium() {
  say("no browser found: asking Playwright for its own Chromium");
  await runTool("playwright", ["install", "chromium"], { from: "@playwright/test" });
}

/** The browser tests run the curl line that the app shows. */
function hasCurl() {
  return spawnSync("curl", ["--version"], { stdio: "ignore" }).status === 0;
}

/** Finds what the browser tests need, a browser and curl, or installs it; says what would help when it cannot. */
export async function ensureBrowser() {
  if (!hasCurl()) await installDebianPackage("curl");
  if (!hasCurl()) {
    process.stderr.write("\n✗ The browser tests run curl, and there is none. Install it.\n");
    return false;
  }
  if (!HEADLESS_SHELLS.some(isThere)) await installDebianPackage("chromium-headless-shell");
  if (hasBrowser()) return true;
  await installDebianPackage("chromium");
  if (hasBrowser()) return true;
  await installPlaywrightChromium();
  if (hasBrowser()) return true;
  process.stderr.write(
    "\n✗ There is no browser for the browser tests. Any one of these helps:\n" +
      "    sudo apt-get install chromium                (Debian; on Ubuntu that is a snap, use the next line)\n" +
      "    npx playwright install --with-deps chromium\n" +
      "    CHROMIUM_PATH=/path/to/chrome npm test\n" +
      "    SKIP_E2E=1 npm test                          (everything but the browser tests)\n",
  );
  return false;
}
