/// <reference lib="dom" />
// What runs in the page sees a window.
import { timeToPaint } from "./probe.mjs";

/** @typedef {import("@playwright/test").Page} Page */

/**
 * What hands do with the table of items.
 * @typedef {object} Interaction
 * @property {string} name
 * @property {"click" | "keydown" | "scroll"} kind
 * @property {(page: Page, round: number) => Promise<unknown>} act
 * @property {(page: Page, round: number) => Promise<unknown>} [before] Puts things in place; not measured.
 * @property {(page: Page) => Promise<unknown>} [after] Puts things back; not measured.
 */

/** Many items have it in their names. */
const WORD = "screw";

const row = (page, index) => page.locator(`tr[data-index="${index}"]`);
const settle = (page) => page.waitForSelector("table:not([aria-busy]) tr[data-thing-id]");
const toTop = async (page) => {
  await page.evaluate(() => window.scrollTo(0, 0));
  await row(page, 0).waitFor();
};
const clickAt = async (page, locator) => {
  const box = await locator.boundingBox();
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
};
const clear = (page) => page.keyboard.press("Escape");

/** @type {Interaction[]} */
export const INTERACTIONS = [
  {
    name: "scroll by a wheel",
    kind: "scroll",
    before: (page) => page.mouse.move(640, 500),
    act: (page) => page.mouse.wheel(0, 700),
  },
  {
    name: "drag the scroll bar far away",
    kind: "scroll",
    act: (page, round) => page.evaluate((y) => window.scrollTo(0, y), 300_000 * (round + 1)),
    after: settle,
  },
  {
    name: "sort by a column",
    kind: "click",
    before: toTop,
    act: (page) => clickAt(page, page.getByRole("columnheader", { name: "Name" }).getByRole("button")),
    after: settle,
  },
  {
    name: "type into the filter",
    kind: "keydown",
    before: async (page, round) => {
      const box = page.getByRole("searchbox", { name: "Search items" });
      await box.focus();
      // A word is begun anew once it is whole: what nothing matches has no table.
      if (round % WORD.length === 0) await box.fill("");
      await settle(page);
    },
    act: (page, round) => page.keyboard.press(WORD[round % WORD.length]),
    after: settle,
  },
  {
    name: "select a row",
    kind: "click",
    before: async (page) => {
      await page.getByRole("searchbox", { name: "Search items" }).fill("");
      await settle(page);
      await toTop(page);
    },
    act: (page, round) => clickAt(page, row(page, round % 8).locator("[data-select]")),
  },
  {
    name: "select all loaded",
    kind: "click",
    before: clear,
    act: (page) => clickAt(page, page.getByRole("checkbox", { name: "Select all loaded" })),
    after: clear,
  },
  {
    name: "move by keyboard",
    kind: "keydown",
    before: toTop,
    act: (page, round) => page.keyboard.press(["j", "ArrowDown", "PageDown"][round % 3]),
  },
  {
    name: "open an item",
    kind: "click",
    before: toTop,
    act: (page, round) => clickAt(page, row(page, round % 8).locator("[data-row-link]")),
    after: async (page) => {
      await page.waitForURL(/\/items\/./);
      await page.goBack();
      await settle(page);
    },
  },
];

/**
 * @param {Page} page
 * @param {Interaction} interaction
 * @param {number} rounds
 * @returns {Promise<number[]>} Milliseconds to the next frame, of each round.
 */
export async function measureInteraction(page, { kind, act, before, after }, rounds) {
  const times = [];
  for (let round = 0; round < rounds; round++) {
    await before?.(page, round);
    times.push(await timeToPaint(page, kind, () => act(page, round)));
    await after?.(page);
  }
  return times;
}
