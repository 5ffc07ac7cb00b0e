import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { call, fillWorkshop, signUp } from "./account.ts";

test.beforeEach(async ({ page }) => {
  await signUp(page);
});

const csv = (name: string, text: string) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

async function saved(page: Page, button: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

async function namesOf(page: Page): Promise<string[]> {
  const response = await page.request.get("/api/v1/items?limit=200&sort=name");
  return (await response.json()).data.map(({ name }: { name: string }) => name);
}

test("everything goes out as one file, and comes in again in another organization", async ({ page }) => {
  await fillWorkshop(page);
  await page.goto("/settings/data");
  const file = await saved(page, "Export");
  await expect(page.getByText(/is saved: .*, 6 lines, all of them there/)).toBeVisible();
  expect(file.name).toMatch(/^stowage-.*\.ndjson$/);
  expect(file.text.trimEnd().split("\n").at(-1)).toBe('{"type":"end","count":6}');
  await page.getByLabel("What to export").selectOption({ label: "Items, for a spreadsheet (CSV)" });
  expect((await saved(page, "Export")).text).toContain(",Screw M3×10,120,pcs,");

  // Its own place knows it already.
  const whole = { name: file.name, mimeType: "", buffer: Buffer.from(file.text) };
  await page.getByLabel("Choose a file").setInputFiles(whole);
  await expect(page.getByText("Nothing would change: all of it is here already.")).toBeVisible();

  await page.context().clearCookies();
  await signUp(page);
  await page.goto("/settings/data");
  await expect(page.getByRole("heading", { name: "No imports yet" })).toBeVisible();
  await page.getByLabel("Choose a file").setInputFiles({ ...whole, buffer: whole.buffer.subarray(0, -30) });
  await expect(page.getByRole("table", { name: "Errors" })).toContainText("the file was cut off");
  await page.getByLabel("Choose the mended file").setInputFiles(whole);
  await page.getByRole("button", { name: "Import 6 rows" }).click();
  await expect(page.getByText(/Imported .*: 6 rows, all of them/)).toBeVisible();
  await page.goto("/items");
  await expect(page.getByText("Screw M4×16")).toBeVisible();
  await expect(page.getByText("Shelf").first()).toBeVisible();
});

test("a spreadsheet's errors are named by line and column, mended, brought in, and undone", async ({
  page,
}) => {
  await call(page, "items", { name: "Glue", external_id: "glue-1", quantity: 4 });
  await page.goto("/settings/data");
  const choose = page.getByLabel("Choose a file");
  const header = "external_id,name,qty,expires_on,place";
  await choose.setInputFiles(
    csv("stock.csv", `${header}\nglue-1,Glue,2,,Garage\n,Tape,many,02/03/2030,Garage\n,,1,,\n`),
  );
  const errors = page.getByRole("table", { name: "Errors" });
  await expect(errors.getByRole("row")).toHaveCount(4);
  await expect(errors.getByRole("row").nth(1)).toContainText(/3\s*qty\s*Expected a number/);
  await expect(errors.getByRole("row").nth(2)).toContainText(/3\s*expires_on\s*Expected a day/);
  await expect(errors.getByRole("row").nth(3)).toContainText(/4\s*name\s*It is missing/);
  await expect(page.getByRole("button", { name: /^Import \d/ })).toHaveCount(0);

  await page
    .getByLabel("Choose the mended file")
    .setInputFiles({ name: "stock.xlsx", mimeType: "", buffer: Buffer.from("PK\u0003\u0004") });
  await expect(page.getByText(/stock.xlsx is a workbook. Save the sheet/)).toBeVisible();
  await choose.setInputFiles(
    csv("stock.csv", `${header}\nglue-1,Glue,2,,Garage\n,Tape,3,2030-03-02,Garage\n,=SUM(A1),1,,\n`),
  );
  await expect(page.getByText("location_path", { exact: true })).toBeVisible();
  expect(await namesOf(page)).toEqual(["Glue"]);
  await page.getByRole("button", { name: "Import 3 rows" }).click();
  await expect(page.getByText(/Imported .*: 3 rows, all of them/)).toBeVisible();
  await expect(page).toHaveURL(/import=imp_/);
  expect(await namesOf(page)).toEqual(["=SUM(A1)", "Glue", "Tape"]);

  // What came of it is still there after a reload; somebody counts the tape meanwhile.
  const { data } = await (await page.request.get("/api/v1/items?q=Tape")).json();
  await page.request.post(`/api/v1/items/${data[0].id}/adjust`, {
    data: { delta: 1 },
    headers: { "sec-fetch-site": "same-origin" },
  });
  await page.reload();
  const past = page.getByRole("table", { name: "Past imports" });
  await expect(past.getByRole("row").nth(1)).toContainText("2 new, 1 changed");
  await past.getByRole("button", { name: "Undo stock.csv…" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText(/Tape was changed since/)).toBeVisible();
  expect(await namesOf(page)).toHaveLength(3);
  await dialog.getByRole("button", { name: /^Undo \d changes$/ }).click();
  await expect(dialog.getByText(/put back, .* left as it is/)).toBeVisible();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(past.getByRole("row").nth(1)).toContainText("Undone");
  expect(await namesOf(page)).toEqual(["Glue", "Tape"]);
});

test("the template can be brought in as it stands", async ({ page }) => {
  await page.goto("/settings/data");
  await page.getByRole("button", { name: "Columns of a CSV, and a template" }).click();
  for (const kind of ["Items", "Bins", "Locations", "Tasks", "Projects"]) {
    await page.getByLabel("Rows are").selectOption({ label: kind });
    const { text } = await saved(page, "Template");
    const answer = await page.request.post("/api/v1/import?dry_run=true", {
      data: text,
      headers: { "content-type": "text/csv", "sec-fetch-site": "same-origin" },
    });
    expect(await answer.json(), kind).toMatchObject({
      errors: [],
      created: text.trimEnd().split("\n").length - 1,
    });
  }
});
