import { gzipSync } from "node:zlib";
import { expect, type Page, test } from "@playwright/test";
import { call, signUp } from "./account.ts";

// Times belong to `npm run bench -- app`. What is counted here is what they come from, and is the same on any machine.

const ITEMS = 300;
/** Rows of a window of 720 px, those beyond its edges included. */
const ROWS_DRAWN_MAX = 40;

interface Screen {
  path: string;
  /** What has to be seen for it to be usable. */
  usable: string;
  /** As in `scripts/bundles/first-screens.mjs`. */
  scriptBytesMax: number;
  /** Scripts, styles and data, the page itself left out. */
  requestsMax: number;
  /** One after the other: who is there, and then all else at once. */
  questions: number;
}

const SIGN_IN: Screen = {
  path: "/sign-in",
  usable: "input[name=password]",
  scriptBytesMax: 150_000,
  requestsMax: 9,
  questions: 1,
};
const HOME: Screen = {
  path: "/",
  usable: "main a[href='/items'] .tabular-nums",
  scriptBytesMax: 150_000,
  requestsMax: 10,
  questions: 2,
};
const LIST: Screen = {
  path: "/items",
  usable: "tr[data-thing-id] a",
  scriptBytesMax: 165_000,
  requestsMax: 12,
  questions: 2,
};

/** Opens a screen by its address, and answers what was asked for until it could be used. */
async function addressesOf(page: Page, { path, usable }: Screen): Promise<string[]> {
  await page.addInitScript((selector) => {
    const look = () => {
      if (document.querySelector(selector)) performance.mark("usable");
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, usable);
  await page.goto(path);
  await page.locator(usable).first().waitFor();
  return page.evaluate(() => {
    const [usableAt] = performance.getEntriesByName("usable");
    return performance
      .getEntriesByType("resource")
      .filter(({ startTime }) => usableAt && startTime < usableAt.startTime)
      .map(({ name }) => name);
  });
}

async function expectLight(page: Page, screen: Screen): Promise<void> {
  const addresses = await addressesOf(page, screen);
  const scripts = addresses.filter((address) => new URL(address).pathname.endsWith(".js"));
  let bytes = 0;
  for (const script of scripts) bytes += gzipSync(await (await page.request.get(script)).body()).length;
  expect(bytes, scripts.join(" ")).toBeGreaterThan(50_000);
  expect(bytes, scripts.join(" ")).toBeLessThanOrEqual(screen.scriptBytesMax);
  expect(addresses.length, addresses.join(" ")).toBeLessThanOrEqual(screen.requestsMax);
  expect(addresses.filter((address) => address.includes("/trpc/")).length).toBe(screen.questions);
}

/** Which rows change in any way while something is done; `new` for one that comes or goes. */
async function rowsTouchedBy(page: Page, act: () => Promise<void>): Promise<string[]> {
  await page.evaluate(() => {
    const rows = new Set<string>();
    const observer = new MutationObserver((records) => {
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement;
        rows.add(element?.closest<HTMLElement>("tr")?.dataset.index ?? "new");
      }
    });
    const [body] = document.querySelector("table")?.tBodies ?? [];
    if (body)
      observer.observe(body, { subtree: true, childList: true, attributes: true, characterData: true });
    Object.assign(window, { touched: () => [...rows] });
  });
  await act();
  return page.evaluate(() => (window as unknown as { touched: () => string[] }).touched());
}

test("a first screen asks for no more than it shows, and for all of it at once", async ({
  page,
  browser,
}) => {
  await signUp(page);
  await call(page, "items", { name: "Screw" });
  const { cookies } = await page.context().storageState();
  for (const screen of [SIGN_IN, HOME, LIST]) {
    const context = await browser.newContext();
    if (screen !== SIGN_IN) await context.addCookies(cookies);
    await expectLight(await context.newPage(), screen);
    await context.close();
  }
});

test("a long table draws the rows in sight, and of them only what changes", async ({ page }) => {
  await signUp(page);
  const operations = Array.from({ length: ITEMS }, (_, n) => ({ op: "create", data: { name: `Part ${n}` } }));
  await call(page, "items/bulk", { atomic: true, operations }, 200);
  await page.goto("/items?sort=name");
  const table = page.getByRole("table", { name: "Items" });
  const rows = table.locator("tbody tr[data-index]");
  await expect(table).toHaveAttribute("aria-rowcount", String(ITEMS + 1));
  await expect(rows.first()).toHaveAttribute("data-thing-id");
  expect(await rows.count()).toBeLessThanOrEqual(ROWS_DRAWN_MAX);

  // Past the second frame, in which the rows beyond the edge come.
  await expect(rows.nth(20)).toBeAttached();
  const third = table.getByRole("row").nth(3);
  expect(await rowsTouchedBy(page, () => third.getByRole("checkbox").check())).toEqual(["2"]);
  await expect(page.getByRole("region", { name: "Selection" })).toContainText("1 selected");
  expect(await rowsTouchedBy(page, () => page.keyboard.press("j"))).toEqual([]);

  // Page by page, as its end becomes known.
  const last = table.getByRole("row", { name: /Part 99\b/ });
  await expect(async () => {
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await expect(last).toBeInViewport({ timeout: 500 });
  }).toPass();
  expect(await rows.count()).toBeLessThanOrEqual(ROWS_DRAWN_MAX);
});
