import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { fillWorkshop, signUp } from "./account.ts";
import { INVENTORY_SCREENS, open, SCREENS, screensOfThings } from "./screens.ts";

/** In the page itself rather than beside it in a page of its own, since nothing is framed here; what holds is not listed. */
const axeOn = (page: Page) =>
  new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });

async function violations(axe: AxeBuilder): Promise<string[]> {
  const found = await axe.analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`);
}

/** What is on the screen keeps nobody out: by any rule in light, and by its colours in dark, where nothing else differs. */
async function expectOpenToAll(page: Page, what: string): Promise<void> {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  const everyRule = axeOn(page).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]);
  expect(await violations(everyRule), `${what}, light`).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  const colours = axeOn(page).withRules(["color-contrast"]);
  expect(await violations(colours), `${what}, dark`).toEqual([]);
}

async function lookAt(page: Page, paths: readonly string[], state: string): Promise<void> {
  for (const path of paths) {
    await open(page, path);
    await expectOpenToAll(page, `${path}, ${state}`);
  }
}

// Whether any is wider than a phone, a phone is asked.
test.describe.configure({ mode: "parallel" });

test("no empty screen keeps anybody out", async ({ page }) => {
  test.slow();
  await lookAt(page, ["/sign-in", "/join"], "signed out");
  await signUp(page);
  await lookAt(page, INVENTORY_SCREENS, "empty");
});

test("no screen with something on it keeps anybody out", async ({ page }) => {
  test.slow();
  await signUp(page);
  await fillWorkshop(page);
  await screensOfThings(page);
  await lookAt(page, SCREENS, "full");
});

test("no page of a thing keeps anybody out", async ({ page }) => {
  test.slow();
  await signUp(page);
  await fillWorkshop(page);
  await lookAt(page, await screensOfThings(page), "full");
});

test("making a key keeps nobody out, under the mouse and in its dialog", async ({ page }) => {
  await signUp(page);
  await page.goto("/settings/api-keys");
  await page.getByRole("button", { name: "Create key" }).first().hover();
  await expectOpenToAll(page, "under the mouse");
  await page.getByRole("button", { name: "Create key" }).first().click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectOpenToAll(page, "the dialog");
});
