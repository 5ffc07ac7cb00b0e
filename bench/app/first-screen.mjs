/// <reference lib="dom" />
// What runs in the page sees a window.
import { gzipSync } from "node:zlib";
import { inFreshWindow } from "./browser.mjs";

/**
 * A screen as it is opened by its address, and what has to be seen for it to be usable.
 * @typedef {{ name: string, path: string, isPublic?: boolean, usable: string }} Screen
 */

/** @type {Screen[]} */
export const SCREENS = [
  { name: "Sign in", path: "/sign-in", isPublic: true, usable: "input[name=password]" },
  // The numbers are what the server had to say.
  { name: "Home", path: "/", usable: "main ul a[href='/items'] .tabular-nums" },
  { name: "Items", path: "/items", usable: "tbody tr[data-thing-id] a" },
];

/** @typedef {{ ms: number, scripts: string[], requests: number, bytes: number }} Opened */

/**
 * Opens a screen in a window that has seen nothing yet. Usable is when what makes it so is drawn, and the page has
 * answered a message after that: a page that is still busy does not.
 * @param {import("@playwright/test").Browser} browser
 * @param {{ url: string, cookies: any[] }} stage
 * @param {Screen} screen
 * @param {number} slowdown How many times slower than it is the processor is made to look.
 * @returns {Promise<Opened>}
 */
export function openScreen(browser, stage, screen, slowdown) {
  const cookies = screen.isPublic ? [] : stage.cookies;
  return inFreshWindow(
    browser,
    { cookies, slowdown, prepare: (page) => page.addInitScript(watchFor, screen.usable) },
    async (page) => {
      await page.goto(stage.url + screen.path, { waitUntil: "commit" });
      return page.evaluate(() => Reflect.get(window, "usable"));
    },
  );
}

/** Runs in the page, before anything of it. @param {string} selector */
function watchFor(selector) {
  const isThere = () => {
    const element = document.querySelector(selector);
    return element !== null && element.getClientRects().length > 0;
  };
  const usable = new Promise((resolve) => {
    const look = () => {
      if (!isThere()) return requestAnimationFrame(look);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      // The frame that shows it ends before the message is heard.
      requestAnimationFrame(() => port2.postMessage(null));
    };
    requestAnimationFrame(look);
  });
  Reflect.set(
    window,
    "usable",
    usable.then((ms) => {
      const loads = performance.getEntriesByType("resource");
      const before = loads.filter((load) => load.startTime < ms);
      const bytesOf = (load) => load.encodedBodySize;
      return {
        ms,
        scripts: before.map(({ name }) => name).filter((name) => new URL(name).pathname.endsWith(".js")),
        requests: before.length + 1,
        bytes: before.reduce((sum, load) => sum + bytesOf(load), 0),
      };
    }),
  );
}

const sizes = new Map();

/** What a script weighs in gzip, however the server sends it. @param {string} address */
async function gzipBytes(address) {
  if (!sizes.has(address)) {
    const response = await fetch(address);
    sizes.set(address, gzipSync(await response.text()).length);
  }
  return sizes.get(address);
}

/** @param {string[]} scripts @returns {Promise<number>} bytes, each script compressed by itself */
export async function gzipBytesOf(scripts) {
  const each = await Promise.all([...new Set(scripts)].map(gzipBytes));
  return each.reduce((sum, bytes) => sum + bytes, 0);
}
