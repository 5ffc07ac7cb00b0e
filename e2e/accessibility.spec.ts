import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { fillWorkshop, signUp } from "./account.ts";
import { SCREENS } from "./screens.ts";

async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"])
    .analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`);
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`no screen keeps anybody out, in ${colorScheme}`, async ({ page }) => {
    // Every screen, empty and full, looked at whole.
    test.slow();
    // Every screen twice, each looked at as a whole.
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const path of ["/sign-in", "/join"]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      expect(await violations(page), path).toEqual([]);
    }
    await signUp(page);
    for (const full of [false, true]) {
      if (full) await fillWorkshop(page);
      for (const path of SCREENS) {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await page.waitForLoadState("networkidle");
        expect(await violations(page), path).toEqual([]);
      }
    }
    await page.getByRole("button", { name: "Create key" }).first().hover();
    expect(await violations(page), "create key, under the mouse").toEqual([]);
    await page.getByRole("button", { name: "Create key" }).first().click();
    await expect(page.getByRole("dialog")).toBeVisible();
    expect(await violations(page), "create key").toEqual([]);
  });
}
