import { expect, type Page, test } from "@playwright/test";
import { fillWorkshop, signUp } from "./account.ts";
import { INVENTORY_SCREENS, open, SCREENS, screensOfThings } from "./screens.ts";

async function expectNarrow(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await open(page, path);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, path).toBeLessThanOrEqual(0);
  }
}

test("no screen is wider than a phone, with a finger in place of a mouse", async ({ page }) => {
  await expectNarrow(page, ["/sign-in", "/join"]);
  await signUp(page);
  await expectNarrow(page, INVENTORY_SCREENS);
  await fillWorkshop(page);
  await expectNarrow(page, [...(await screensOfThings(page)), ...SCREENS]);
});

test("a thumb gets everywhere: tab bar, create, count", async ({ page }) => {
  await signUp(page);
  await fillWorkshop(page);
  await page.goto("/");
  await page.getByRole("navigation").getByRole("link", { name: "Items" }).tap();
  await expect(page.getByRole("heading", { level: 1, name: "Items" })).toBeVisible();
  await page.getByRole("button", { name: "Add item" }).first().tap();
  await page.getByRole("dialog").getByLabel("Name").fill("Hammer");
  await page.getByRole("dialog").getByRole("button", { name: "Add item" }).tap();
  await expect(page.getByText("Hammer").first()).toBeVisible();
});
