import { expect, type Page, test } from "@playwright/test";
import { call, fillWorkshop, signUp } from "./account.ts";

test.beforeEach(async ({ page }) => {
  await signUp(page);
});

const rowOf = (page: Page, name: string | RegExp) => page.getByRole("row", { name });

test("a task is added in a line, given a day and a thing, ticked off, and brought back by Undo", async ({
  page,
}) => {
  await fillWorkshop(page);
  await page.goto("/tasks");
  await expect(page.getByText("Nothing to do")).toBeVisible();
  await page.getByLabel("New task").fill("Oil the ladder");
  await page.keyboard.press("Enter");
  await expect(rowOf(page, /Oil the ladder/)).toBeVisible();

  await page.getByRole("link", { name: "Oil the ladder" }).click();
  const dialog = page.getByRole("dialog", { name: "Edit task" });
  await dialog.getByLabel("Due").fill("2020-02-01");
  await dialog.getByLabel("Priority").selectOption("urgent");
  await dialog.getByLabel("About").fill("Ladd");
  await page.getByRole("option", { name: /Ladder/ }).click();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(rowOf(page, /Oil the ladder/)).toContainText("overdue");
  await expect(
    rowOf(page, /Oil the ladder/).getByRole("link", { name: "Ladder", exact: true }),
  ).toBeVisible();

  await page.getByRole("button", { name: "Overdue" }).click();
  await expect(page).toHaveURL(/overdue=true/);
  await page.getByRole("checkbox", { name: "Done: Oil the ladder" }).click();
  await expect(rowOf(page, /Oil the ladder/)).toBeHidden();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(rowOf(page, /Oil the ladder/)).toBeVisible();
});

test("tasks are worked through by keys alone", async ({ page }) => {
  for (const title of ["First", "Second"]) await call(page, "tasks", { title });
  await page.goto("/tasks?sort=title");
  await expect(rowOf(page, /Second/)).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await expect(rowOf(page, /Second/)).toBeHidden();
  await page.keyboard.press("j");
  await page.keyboard.press("e");
  await expect(page.getByRole("dialog").getByLabel("Title")).toHaveValue("First");
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/tasks\?sort=title$/);
  await page.keyboard.press("c");
  await expect(page.getByRole("dialog", { name: "Add task" })).toBeVisible();
});

test("a project reserves, says what is missing, is picked by place, and what was picked comes back by Undo", async ({
  page,
}) => {
  await fillWorkshop(page);
  await page.goto("/projects");
  await page.getByRole("button", { name: "Add project" }).first().click();
  await page.getByRole("dialog").getByLabel("Name").fill("Garden shed");
  await page.getByRole("dialog").getByRole("button", { name: "Add project" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Garden shed" })).toBeVisible();
  await page.getByRole("button", { name: "Start" }).click();
  await expect(page.getByText("Active", { exact: true })).toBeVisible();

  for (const [typed, option, quantity] of [
    ["M3", /Screw M3/, "20"],
    ["M4", /Screw M4/, "5"],
  ] as const) {
    await page.getByLabel("Item to reserve").fill(typed);
    await page.getByRole("option", { name: option }).click();
    await page.getByLabel("Quantity to reserve").fill(quantity);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("row", { name: option })).toBeVisible();
  }
  await expect(rowOf(page, /Screw M4/)).toContainText("2 pcs missing");

  await page.getByRole("radio", { name: "Pick list" }).click();
  await expect(page.getByRole("heading", { name: "Garage / Shelf / Screws" })).toBeVisible();
  await page.getByRole("checkbox", { name: /Take 20 pcs of Screw M3/ }).click();
  await expect(page.getByRole("checkbox", { name: /Screw M3/ })).toHaveAttribute("aria-checked", "true");
  const toast = page.getByRole("dialog").filter({ hasText: "Took 20 pcs of Screw M3×10." });
  await toast.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Undone.")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: /Screw M3/ })).toHaveAttribute("aria-checked", "false");

  await page.getByRole("link", { name: "Screw M3×10" }).first().click();
  await expect(page.getByText("120").first()).toBeVisible();
});
