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

/** What is on the screen keeps nobody out, by any rule in light. */
async function expectOpenInLight(page: Page, what: string): Promise<void> {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  const everyRule = axeOn(page).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]);
  expect(await violations(everyRule), `${what}, light`).toEqual([]);
}

/** And by its colours in dark, where nothing else differs. */
async function expectOpenToAll(page: Page, what: string): Promise<void> {
  await expectOpenInLight(page, what);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  const colours = axeOn(page).withRules(["color-contrast"]);
  expect(await violations(colours), `${what}, dark`).toEqual([]);
}

async function lookAt(
  page: Page,
  paths: readonly string[],
  { state, expectOpen = expectOpenToAll }: { state: string; expectOpen?: typeof expectOpenToAll },
): Promise<void> {
  for (const path of paths) {
    await open(page, path);
    await expectOpen(page, `${path}, ${state}`);
  }
}

// Whether any is wider than a phone, a phone is asked.
test.describe.configure({ mode: "parallel" });

test("no empty screen keeps anybody out", async ({ page }) => {
  test.slow();
  await lookAt(page, ["/sign-in", "/join"], { state: "signed out" });
  await signUp(page);
  // The colours of an empty screen are those of a full one.
  await lookAt(page, INVENTORY_SCREENS, { state: "empty", expectOpen: expectOpenInLight });
});

test("no screen with something on it keeps anybody out", async ({ page }) => {
  test.slow();
  await signUp(page);
  await fillWorkshop(page);
  await screensOfThings(page);
  await lookAt(page, SCREENS, { state: "full" });
});

test("no page of a thing keeps anybody out", async ({ page }) => {
  test.slow();
  await signUp(page);
  await fillWorkshop(page);
  await lookAt(page, await screensOfThings(page), { state: "full" });
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
