import { expect, type Page, test } from "@playwright/test";
import { call, fillWorkshop, signUp } from "./account.ts";

test.beforeEach(async ({ page }) => {
  await signUp(page);
});

const row = (page: Page, name: string | RegExp) => page.getByRole("row", { name });

async function quantityOf(page: Page, id: string): Promise<number> {
  return (await (await page.request.get(`/api/v1/items/${id}`)).json()).quantity;
}

/** As many items as one bulk takes, named and counted by their number. */
async function fillShelf(page: Page, count: number): Promise<void> {
  const operations = Array.from({ length: count }, (_, number) => ({
    op: "create",
    data: { name: `Part ${String(number).padStart(3, "0")}`, quantity: number },
  }));
  const response = await page.request.post("/api/v1/items/bulk", {
    data: { atomic: true, operations },
    headers: { "sec-fetch-site": "same-origin" },
  });
  expect(response.ok(), await response.text()).toBe(true);
}

test("a list of items is filtered by its address, counted on the row, and changed as a whole across its pages", async ({
  page,
}) => {
  await fillWorkshop(page);
  await fillShelf(page, 260);

  // What the address says, the list shows; nonsense in it is not there.
  await page.goto("/items?q=M4&low_stock=true&barcode=&sort=banana&updated_since=2020-01-01");
  await expect(row(page, /Screw M4/).getByText("Low")).toBeVisible();
  await expect(row(page, /Screw M3/)).toBeHidden();
  await expect(page.getByText("Changed since 2020-01-01")).toBeVisible();

  // Taps are kept, whatever happens to the page, and never go below nothing.
  const takeOne = row(page, /Screw M4/).getByRole("button", { name: /Take one/ });
  for (let tap = 0; tap < 3; tap++) await takeOne.click();
  await expect(takeOne).toBeDisabled();
  await page.reload();
  const { data } = await (await page.request.get("/api/v1/items?q=M4")).json();
  await expect.poll(() => quantityOf(page, data[0].id)).toBe(0);
  await page.reload();
  await expect(row(page, /Screw M4/)).toContainText("0 pcs");
  await expect(row(page, /Screw M4/).getByText("Out")).toBeVisible();

  // Another search as one types, and one that finds nothing.
  await page.keyboard.press("/");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("ladder");
  await expect(page).toHaveURL(/q=ladder/);
  await expect(page.getByText("No item matches")).toBeVisible();
  await page.getByRole("button", { name: "Clear the filters" }).click();

  // Keys on the row that has the focus.
  await page.goto("/items?sort=name&q=Ladder");
  await expect(row(page, /Ladder/)).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("+");
  await expect(row(page, /Ladder/)).toContainText("2 pcs");
  await page.keyboard.press("m");
  await expect(page.getByRole("dialog", { name: "Move Ladder" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(row(page, /Ladder/)).toBeFocused();
  await page.keyboard.press("x");
  const bar = page.getByRole("region", { name: "Selection" });
  await expect(bar).toContainText("1 selected");
  await page.keyboard.press("Escape");
  await expect(bar).toBeHidden();

  // All of a list, also what has not been scrolled to.
  await page.goto("/items?q=Part&sort=name");
  await page.getByRole("checkbox", { name: "Select Part 000" }).click();
  await bar.getByRole("button", { name: "Select all 260 items" }).click();
  await expect(bar).toContainText("260 selected");
  await bar.getByRole("button", { name: "Tag" }).click();
  await page.getByRole("dialog").getByLabel("Add").fill("spare");
  await page.getByRole("dialog").getByRole("button", { name: "Change tags" }).click();
  await expect(page.getByText("260 items tagged anew.")).toBeVisible();
  const tagged = await (await page.request.get("/api/v1/items?tag=spare&limit=1&include_total=true")).json();
  expect(tagged.total).toBe(260);
});

test("an item's page counts by what is typed, splits, edits, and shows a faster edit and every hand", async ({
  page,
}) => {
  await fillWorkshop(page);
  const { id } = await call(page, "items", { name: "Rope", quantity: 10, unit: "m" });
  await page.goto(`/items/${id}`);
  const box = page.getByRole("textbox", { name: "Quantity in m" });
  await box.fill("+5");
  await page.getByLabel("Reason").fill("bought");
  await page.getByRole("button", { name: "Add 5 m" }).click();
  await expect.poll(() => quantityOf(page, id)).toBe(15);
  await page.keyboard.press("Escape");

  // A part goes elsewhere, and more than there is goes nowhere.
  await page.getByRole("button", { name: "Move", exact: true }).click();
  // A toast is a dialog too, but has nothing to cancel.
  const dialog = page.getByRole("dialog").filter({ has: page.getByRole("button", { name: "Cancel" }) });
  await dialog.getByLabel("To", { exact: true }).fill("Screws");
  await page.getByRole("option", { name: /Screws/ }).click();
  await dialog.getByLabel("How much").fill("99");
  await dialog.getByRole("button", { name: "Move", exact: true }).click();
  await expect(dialog.getByRole("alert")).toContainText("There are only 15 m.");
  await dialog.getByLabel("How much").fill("4");
  await dialog.getByRole("button", { name: "Move", exact: true }).click();
  await expect(page.getByText("4 m of Rope moved.")).toBeVisible();
  expect(await quantityOf(page, id)).toBe(11);

  // Somebody else is faster: it is said, and nothing of theirs is lost.
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  const name = dialog.getByRole("textbox", { name: "Name", exact: true }).first();
  await name.fill("Long rope");
  const faster = await page.request.patch(`/api/v1/items/${id}`, {
    data: { notes: "Frayed at one end" },
    headers: { "sec-fetch-site": "same-origin" },
  });
  expect(faster.status()).toBe(200);
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
  await expect(dialog.getByRole("alert")).toContainText("Frayed at one end");
  expect(await (await page.request.get(`/api/v1/items/${id}`)).json()).toMatchObject({ name: "Rope" });
  await dialog.getByRole("button", { name: "Save mine" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Long rope" })).toBeVisible();
  await expect(page.getByText("Frayed at one end").first()).toBeVisible();

  // The history names what changed, why, and by whom.
  const history = page.getByRole("region", { name: "History" });
  await expect(history.getByText("(+5)")).toBeVisible();
  await expect(history.getByText("Grace Hopper").first()).toBeVisible();
});
