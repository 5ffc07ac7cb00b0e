import { expect, test } from "@playwright/test";
import { call, signUp } from "./account.ts";

test.beforeEach(async ({ page }) => {
  await signUp(page);
});

test("the first place and bin are made by hand; the bin is filled by typing lines, moved with all in it, and goes to the trash and back only when empty", async ({
  page,
}) => {
  await page.goto("/locations");
  await expect(page.getByText("No locations yet")).toBeVisible();
  await page.getByRole("button", { name: "Add location" }).first().click();
  // A toast is a dialog too, but has nothing to cancel.
  const dialog = page.getByRole("dialog").filter({ has: page.getByRole("button", { name: "Cancel" }) });
  await dialog.getByLabel("Name").fill("Garage");
  await dialog.getByRole("button", { name: "Add location" }).click();
  await expect(page.getByRole("row", { name: /Garage/ })).toBeVisible();
  const attic = await call(page, "locations", { name: "Attic" });
  await page.goto("/bins");
  await expect(page.getByText("No bins yet")).toBeVisible();
  await page.keyboard.press("c");
  await dialog.getByLabel("Name").fill("Screws");
  await dialog.getByRole("button", { name: "Add bin" }).click();
  // A new bin is opened at once, to be filled; its label is there too.
  await expect(page.getByRole("heading", { level: 1, name: "Screws" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Label" }).getByRole("img")).toBeVisible();
  await expect(dialog).toBeHidden();
  await page.keyboard.press("c");
  await expect(page.getByLabel("Quick add")).toBeFocused();
  for (const line of ["10 x M3 screws", "2.5 kg nails #steel", "Washers"]) {
    await page.keyboard.type(line);
    await page.keyboard.press("Enter");
    await expect(page.getByLabel("Quick add")).toHaveValue("");
  }
  await expect(page.getByRole("row", { name: /M3 screws/ })).toContainText("10 pcs");
  await expect(page.getByRole("row", { name: /nails/ })).toContainText("2.5 kg");
  await expect(page.getByRole("row", { name: /Washers/ })).toContainText("1 pcs");

  await page.getByRole("button", { name: "Move", exact: true }).click();
  await dialog.getByLabel("To", { exact: true }).fill("Attic");
  await page.getByRole("option", { name: /Attic/ }).click();
  await dialog.getByRole("button", { name: "Move", exact: true }).click();
  await expect(dialog).toBeHidden();
  const inAttic = await page.request.get(`/api/v1/items?location_id=${attic.id}&recursive=true`);
  expect((await inAttic.json()).data).toHaveLength(3);

  // What is in it is never deleted with it.
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(dialog).toContainText("Screws is not empty");
  await dialog.getByRole("button", { name: "Move contents and delete" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Bins" })).toBeVisible();
  expect((await (await page.request.get(`/api/v1/items?location_id=${attic.id}`)).json()).data).toHaveLength(
    3,
  );

  // Back it comes from the trash, which says until when it can.
  await page.getByRole("link", { name: "Trash" }).click();
  await expect(page.getByText("can be put back for 30 days")).toBeVisible();
  await expect(page.getByRole("table", { name: "Deleted bins" })).toContainText("Attic");
  await page.getByRole("button", { name: "Restore Screws" }).click();
  await expect(page.getByText("No bins in the trash")).toBeVisible();

  await page.goto("/items");
  await page.getByRole("button", { name: "Actions for Washers" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(page.getByRole("row", { name: /Washers/ })).toBeHidden();
  await page.goto("/trash");
  await page.getByRole("checkbox", { name: "Select Washers" }).click();
  await page.getByRole("region", { name: "Selection" }).getByRole("button", { name: "Restore" }).click();
  await expect(page.getByText("No items in the trash")).toBeVisible();
  expect((await (await page.request.get("/api/v1/items?q=Washers")).json()).data).toHaveLength(1);
});
