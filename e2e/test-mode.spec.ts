import { expect, type Page, test } from "@playwright/test";
import { call, fillWorkshop, signUp } from "./account.ts";

/** How much there is in live data, as a script would count it. */
async function liveCounts(page: Page): Promise<number[]> {
  const counts = ["locations", "bins", "items"].map(async (noun) => {
    const answer = await page.request.get(`/api/v1/${noun}?limit=1&include_total=true`);
    return (await answer.json()).total;
  });
  return Promise.all(counts);
}

const testBar = (page: Page) => page.getByRole("region", { name: "Test mode" });

test("K25: test mode shows sample data under a bar that nobody overlooks, and leaves live data alone", async ({
  page,
}) => {
  await signUp(page);
  await fillWorkshop(page);
  const before = await liveCounts(page);
  await page.goto("/items");
  await expect(page.getByRole("row", { name: /Ladder/ })).toBeVisible();
  await page.getByRole("switch", { name: "Test mode" }).click();
  await expect(testBar(page)).toContainText("Nothing here is real.");
  await expect(page).toHaveTitle(/^Test · /);
  await expect(page.getByRole("row", { name: /Ladder/ })).toBeHidden();

  await page.getByRole("button", { name: "Refill with sample data" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Refill" }).click();
  await expect(page.getByText("The test data are fresh.")).toBeVisible();
  const rows = page.getByRole("row");
  await expect(rows.nth(1)).toBeVisible();

  // What is done here stays here, over a reload too, and is gone with the next refill.
  await page.getByRole("button", { name: "Add item" }).first().click();
  await page.getByRole("dialog").getByLabel("Name").fill("Aardvark");
  await page.getByRole("dialog").getByRole("button", { name: "Add item" }).click();
  await expect(page.getByRole("row", { name: /Aardvark/ })).toBeVisible();
  await page.reload();
  await expect(testBar(page)).toBeVisible();
  await expect(page.getByRole("row", { name: /Aardvark/ })).toBeVisible();
  await page.getByRole("button", { name: "Refill with sample data" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Refill" }).click();
  await expect(page.getByRole("row", { name: /Aardvark/ })).toBeHidden();

  await page.getByRole("button", { name: "Leave test mode" }).click();
  await expect(testBar(page)).toBeHidden();
  await expect(page.getByRole("row", { name: /Ladder/ })).toBeVisible();
  expect(await liveCounts(page)).toEqual(before);
});

test("two tabs may be in two environments, and a new one starts in live data", async ({ page, context }) => {
  await signUp(page);
  await fillWorkshop(page);
  await page.goto("/items");
  await page.getByRole("switch", { name: "Test mode" }).click();
  await expect(testBar(page)).toBeVisible();
  const other = await context.newPage();
  await other.goto("/items");
  await expect(other.getByRole("row", { name: /Ladder/ })).toBeVisible();
  await expect(testBar(other)).toBeHidden();
  await page.reload();
  await expect(testBar(page)).toBeVisible();
});

test("a key made in test mode is a test key", async ({ page }) => {
  await signUp(page);
  await page.goto("/settings/api-keys");
  await page.getByRole("switch", { name: "Test mode" }).click();
  await expect(testBar(page)).toBeVisible();
  await page.getByRole("button", { name: "Create key" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Trial run");
  await dialog.getByRole("button", { name: "Create key" }).click();
  await expect(
    page
      .getByRole("dialog", { name: "Store this key now" })
      .getByText(/_test_/)
      .first(),
  ).toBeVisible();
});

test("another organization is made and gone to by keyboard, and nothing of the first shows there", async ({
  page,
}) => {
  await signUp(page);
  await fillWorkshop(page);
  await page.goto("/items");
  await expect(page.getByRole("row", { name: /Ladder/ })).toBeVisible();
  await page.keyboard.press("ControlOrMeta+k");
  await expect(page.getByRole("combobox", { name: "Search or jump" })).toBeFocused();
  await page.keyboard.type("New organization");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "New organization" }).getByLabel("Name").fill("Makerspace");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /Organization: Makerspace/ })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
  await page.goto("/items");
  await expect(page.getByText("No items yet")).toBeVisible();

  await page.getByRole("button", { name: /Organization: Makerspace/ }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: /Grace Hopper/ }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
  await page.goto("/items");
  await expect(page.getByRole("row", { name: /Ladder/ })).toBeVisible();
});

test("a tab whose organization has ended goes on in one that is left, and says so", async ({ page }) => {
  await signUp(page);
  await fillWorkshop(page);
  const club = await call(page, "organizations", { name: "Club" });
  await page.goto("/items");
  await page.getByRole("button", { name: /^Organization/ }).click();
  await page.getByRole("menuitem", { name: /Club/ }).click();
  await expect(page.getByRole("button", { name: /Organization: Club/ })).toBeVisible();
  const ended = await page.request.delete(`/api/v1/organizations/${club.id}`, {
    headers: { "sec-fetch-site": "same-origin" },
  });
  expect(ended.status(), await ended.text()).toBe(200);
  await page.getByRole("navigation").getByRole("link", { name: "Items" }).click();
  await expect(page.getByText("You no longer belong to that organization.")).toBeVisible();
  await expect(page.getByRole("button", { name: /Organization: Grace Hopper/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /Ladder/ })).toBeVisible();
});
