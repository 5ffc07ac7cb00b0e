import { chromium } from "@playwright/test";
import { lightBrowser } from "../../scripts/bootstrap/browser.mjs";

/** A window as on a laptop. */
const VIEWPORT = { width: 1280, height: 800 };

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("@playwright/test").CDPSession} Devtools */

/** The browser of the machine, with nothing of its own going on. */
export function launch() {
  const executablePath = lightBrowser();
  return chromium.launch({
    ...(executablePath && { executablePath }),
    args: [
      // Chromium's sandbox refuses to run as root, as in a container.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/**
 * A window that has seen nothing yet: no cache, no storage; signed in where cookies are given.
 * @param {import("@playwright/test").Browser} browser
 * @param {{ cookies: any[], slowdown: number, prepare?: (page: Page) => Promise<unknown> }} options
 * @param {(page: Page, devtools: Devtools) => Promise<T>} work
 * @returns {Promise<T>}
 * @template T
 */
export async function inFreshWindow(browser, { cookies, slowdown, prepare }, work) {
  const context = await browser.newContext({ viewport: VIEWPORT });
  try {
    await context.addCookies(cookies);
    const page = await context.newPage();
    await prepare?.(page);
    const devtools = await context.newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    return await work(page, devtools);
  } finally {
    await context.close();
  }
}
