import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { call, PASSWORD, signUp } from "./account.ts";
import { open } from "./screens.ts";

/** Rightly spelled, and nobody's: codes are drawn at random from a thousand million. */
const NOBODYS = "ZZZZZZ6";

test("a bin, an item without a label and a blank batch go onto one sheet", async ({ page }) => {
  await signUp(page);
  await call(page, "bins", { name: "Red box" });
  await call(page, "items", { name: "Vice" });
  await page.goto("/labels");
  const picker = page.getByLabel("Bins, items and places");
  for (const name of ["Red box", "Vice"]) {
    await picker.fill(name);
    await page.getByRole("option", { name }).click();
  }
  await page.getByLabel("Blank labels", { exact: true }).fill("3");
  await page.getByLabel("Name of the batch").fill("Spring");
  await page.getByRole("button", { name: "Make them" }).click();
  const lines = page.getByRole("region", { name: "To be printed" }).getByRole("listitem");
  await expect(lines).toHaveText(["Red box", "Vice", "3 blank labels of Spring"]);
  await page.getByLabel("Labels used already").fill("19");
  await expect(page.getByText("5 labels on 2 pages")).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download PDF" }).click();
  const file = await (await download).path();
  expect((await readFile(file)).subarray(0, 5).toString()).toBe("%PDF-");
  // The item has a label now, and the batch is all blank.
  const { data } = await (await page.request.get("/api/v1/codes?claimed=true")).json();
  expect(data.map(({ target_type }: { target_type: string }) => target_type).sort()).toEqual(["bin", "item"]);
  await expect(page.getByRole("region", { name: "Batches" })).toContainText("0 of 3 on something, 3 blank");
});

test("a label's address leads to its bin, however it is typed, and by way of signing in", async ({
  page,
}) => {
  const email = await signUp(page);
  const bin = await call<{ id: string; code: string }>(page, "bins", { name: "Red box" });
  await page.goto(`/c/${bin.code.toLowerCase()}`);
  await expect(page.getByRole("heading", { level: 1, name: "Red box" })).toBeVisible();
  await page.context().clearCookies();
  await page.goto(`/c/${bin.code}`);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Red box" })).toBeVisible();
});

test("a blank label goes onto a new bin, and a mistyped one says so", async ({ page }) => {
  await signUp(page);
  const { data } = await call<{ data: { code: string }[] }>(page, "codes", { count: 1 });
  const code = data[0]?.code ?? "";
  await page.goto(`/c/${code}`);
  await expect(page.getByText("This label is free")).toBeVisible();
  await page.getByLabel("Name").fill("Blue box");
  await page.getByRole("button", { name: "Add bin with this label" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Blue box" })).toBeVisible();
  await expect(page.getByText(code).first()).toBeVisible();
  await page.goto("/c/AAAAAAA");
  await expect(page.getByText("AAAAAAA is mistyped")).toBeVisible();
  await page.goto(`/c/${NOBODYS}`);
  await expect(page.getByText("This label is not here")).toBeVisible();
});

test("a label of the other environment, or of another organization of the reader's, offers to go there", async ({
  page,
}) => {
  await signUp(page);
  const bin = await call<{ code: string }>(page, "bins", { name: "Home box" });
  await open(page, "/");
  await page.evaluate(() => {
    const key = "stowage.where";
    const where = JSON.parse(sessionStorage.getItem(key) ?? "{}");
    sessionStorage.setItem(key, JSON.stringify({ ...where, environment: "test" }));
  });
  await page.goto(`/c/${bin.code}`);
  await page.getByRole("button", { name: "Leave test mode and open it" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Home box" })).toBeVisible();

  const { organization } = await (await page.request.get("/api/v1/auth/session")).json();
  await call(page, "organizations", { name: "Second" });
  await open(page, "/");
  await page.evaluate(() => sessionStorage.removeItem("stowage.where"));
  await page.goto(`/c/${bin.code}`);
  const offer = page.getByRole("button", { name: `Switch to ${organization.name} and open it` });
  const heading = page.getByRole("heading", { level: 1, name: "Home box" });
  await expect(offer.or(heading)).toBeVisible();
  if (await offer.isVisible()) await offer.click();
  await expect(heading).toBeVisible();
});
