import { expect, test } from "@playwright/test";
import { fillWorkshop, signUp } from "./account.ts";

test.beforeEach(async ({ page }) => {
  await signUp(page);
});

test("an empty inventory says what to do, and the first place, bin and item are made by hand", async ({
  page,
}) => {
  await page.goto("/locations");
  await expect(page.getByText("No locations yet")).toBeVisible();
  await page.getByRole("button", { name: "Add location" }).first().click();
  await page.getByRole("dialog").getByLabel("Name").fill("Garage");
  await page.getByRole("dialog").getByRole("button", { name: "Add location" }).click();
  await expect(page.getByRole("row", { name: /Garage/ })).toBeVisible();

  await page.goto("/bins");
  await page.getByRole("button", { name: "Add bin" }).first().click();
  await page.getByRole("dialog").getByLabel("Name").fill("Screws");
  await page.getByRole("dialog").getByRole("button", { name: "Add bin" }).click();
  // A new bin is opened at once, to be filled.
  await expect(page.getByRole("heading", { level: 1, name: "Screws" })).toBeVisible();

  await page.getByLabel("Quick add").fill("10 x M3 screws");
  await page.keyboard.press("Enter");
  await expect(page.getByText("M3 screws").first()).toBeVisible();

  await page.goto("/activity");
  await expect(page.getByText("M3 screws").first()).toBeVisible();
});

test("counting by plus and minus is kept, and never goes below nothing", async ({ page }) => {
  await fillWorkshop(page);
  await page.goto("/items?q=M4");
  const row = page.getByRole("row", { name: /Screw M4/ });
  await expect(row.getByText("Low")).toBeVisible();
  const takeOne = row.getByRole("button", { name: /Take one/ });
  for (let tap = 0; tap < 3; tap++) await takeOne.click();
  await expect(takeOne).toBeDisabled();
  await page.reload();
  await expect(page.getByRole("row", { name: /Screw M4/ })).toContainText("0 pcs");
  await page
    .getByRole("row", { name: /Screw M4/ })
    .getByRole("button", { name: /Add one/ })
    .click();
  await expect(page.getByRole("row", { name: /Screw M4/ })).toContainText("1");
});

test("the search box narrows as one types, keeps the address, and says when nothing matches", async ({
  page,
}) => {
  await fillWorkshop(page);
  await page.goto("/items");
  await expect(page.getByRole("row", { name: /Screw M3/ })).toBeVisible();
  await page.keyboard.press("/");
  await page.keyboard.type("ladder");
  await expect(page.getByRole("row", { name: /Screw M3/ })).toBeHidden();
  await expect(page.getByRole("row", { name: /Ladder/ })).toBeVisible();
  await expect(page).toHaveURL(/q=ladder/);
  await page.reload();
  await expect(page.getByRole("row", { name: /Ladder/ })).toBeVisible();
  await page.getByRole("searchbox").first().fill("nothing like it");
  await expect(page.getByText("No item matches")).toBeVisible();
});

test("two people editing one item: the second is told, and nothing is lost", async ({ page }) => {
  await fillWorkshop(page);
  await page.goto("/items?q=Ladder");
  await page.getByRole("link", { name: "Ladder" }).first().click();
  await page.getByRole("button", { name: "Edit" }).first().click();
  const id = new URL(page.url()).pathname.split("/").at(-1);
  const other = await page.request.patch(`/api/v1/items/${id}`, {
    data: { notes: "Third step is loose" },
    headers: { "sec-fetch-site": "same-origin" },
  });
  expect(other.status()).toBe(200);
  await page.getByRole("dialog").getByLabel("Name").fill("Long ladder");
  await page.getByRole("dialog").getByRole("button", { name: /Save/ }).click();
  await expect(page.getByRole("dialog").getByRole("alert")).toContainText(/changed/i);
  const kept = await (await page.request.get(`/api/v1/items/${id}`)).json();
  expect(kept).toMatchObject({ name: "Ladder", notes: "Third step is loose" });
});

test("everything is reachable by keyboard: go, create, command palette, sheet", async ({ page }) => {
  await fillWorkshop(page);
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
  await page.keyboard.press("g");
  await page.keyboard.press("b");
  await expect(page.getByRole("heading", { level: 1, name: "Bins" })).toBeVisible();
  await page.keyboard.press("c");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.keyboard.press("ControlOrMeta+k");
  await expect(page.getByRole("combobox", { name: "Search or jump" })).toBeFocused();
  await page.keyboard.type("locations");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Locations" })).toBeVisible();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: /shortcuts/i })).toBeVisible();
});

test("signing out leads to the sign-in screen, and back to where one was", async ({ page }) => {
  await page.goto("/bins");
  await page.context().clearCookies();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await page.getByLabel("E-mail").fill("nobody@example.org");
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert")).toContainText("wrong");
});
