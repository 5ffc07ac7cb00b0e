import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import { PASSWORD } from "./account.ts";

const run = promisify(execFile);

/** Runs a line as somebody would who pastes it into a terminal. */
async function inTerminal(line: string): Promise<{ status?: number; code?: string; data?: unknown[] }> {
  const { stdout } = await run("/bin/sh", ["-c", line.replace(/^curl /, "curl --silent --show-error ")]);
  return JSON.parse(stdout);
}

// The way through that everything else stands on, as the person who has just installed it.
test("sign up, make a key, run the line that is shown, revoke it, run the line again", async ({ page }) => {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));

  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Make the first account" })).toBeVisible();
  await page.getByLabel("Name").fill("Ada");
  await page.getByLabel("E-mail").fill("ada@example.org");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Make account" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();

  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByRole("link", { name: "API keys" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "API keys" })).toBeVisible();
  await page.getByRole("button", { name: "Create key" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Terminal");
  await expect(dialog.getByRole("radio", { name: /Read only/ })).toBeChecked();
  await dialog.getByRole("button", { name: "Create key" }).click();

  const secret = page.getByRole("dialog", { name: "Store this key now" });
  await expect(secret.getByRole("button", { name: "Copy the key" })).toBeFocused();
  await expect(secret.getByRole("button", { name: "Done" })).toBeDisabled();
  await expect(secret.getByText("Waiting for the first call…")).toBeVisible();
  const line = await secret.getByRole("tabpanel", { name: "curl" }).locator("code").textContent();

  expect(await inTerminal(line ?? "")).toMatchObject({ data: [] });
  await expect(secret.getByText("Connected")).toBeVisible({ timeout: 15_000 });

  await page.keyboard.press("Escape");
  await page.getByRole("alertdialog").getByRole("button", { name: "Cancel" }).click();
  await secret.getByRole("checkbox", { name: "I have stored it" }).click();
  await secret.getByRole("button", { name: "Done" }).click();
  await expect(secret).toBeHidden();
  const shownPart = /sk_\w+/.exec(line ?? "")?.[0] ?? "";
  expect(shownPart.length).toBeGreaterThan(40);
  expect(await page.content()).not.toContain(shownPart);

  await page.getByRole("button", { name: "Actions for Terminal" }).click();
  await page.getByRole("menuitem", { name: /Revoke/ }).click();
  const question = page.getByRole("alertdialog");
  await question.getByLabel(/To confirm/).fill("Terminal"); // it was used a moment ago
  await question.getByRole("button", { name: "Revoke key" }).click();
  await expect(page.getByText("It is refused from now on.")).toBeVisible();
  expect(await inTerminal(line ?? "")).toMatchObject({ status: 401, code: "key_revoked" });

  await page.reload();
  await expect(page.getByRole("heading", { name: /Ended/ })).toBeVisible();
  expect(complaints).toEqual([]);
});
