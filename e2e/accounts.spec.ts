import { type Browser, expect, type Page, test } from "@playwright/test";
import { call, PASSWORD, signUp } from "./account.ts";
import { totp } from "./totp.ts";

const NEW_PASSWORD = "other words in a row";

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

async function otherBrowser(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({ ...(baseURL && { baseURL }) });
  return context.newPage();
}

/** Asks as a script does: with a key, outside of the browser. */
async function asScript(origin: string | undefined, key: string, method: string): Promise<number> {
  const response = await fetch(`${origin}/api/v1/bins`, {
    method,
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    ...(method === "POST" && { body: JSON.stringify({ name: "Screws" }) }),
  });
  return response.status;
}

test("K60: changing the password says that another browser was signed out, and it is", async ({
  page,
  browser,
  baseURL,
}) => {
  const email = await signUp(page);
  const other = await otherBrowser(browser, baseURL);
  await signIn(other, email, PASSWORD);
  await expect(other.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();

  await page.goto("/settings/security");
  await expect(page.getByRole("list", { name: "Sessions" }).getByRole("listitem")).toHaveCount(2);
  await page.getByLabel("Current password").fill(PASSWORD);
  await page.getByLabel("New password").fill(NEW_PASSWORD);
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("1 other browser was signed out.")).toBeVisible();
  await expect(page.getByRole("list", { name: "Sessions" }).getByRole("listitem")).toHaveCount(1);

  await other.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Items" }).click();
  await expect(other.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  await signIn(other, email, PASSWORD);
  await expect(other.getByRole("alert")).toContainText("wrong");
  await other.getByLabel("Password").fill(NEW_PASSWORD);
  await other.getByRole("button", { name: "Sign in" }).click();
  await expect(other.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();

  // From the one browser, the other one is ended again, by its row.
  await page.reload();
  await page.getByRole("button", { name: /^Sign out Chrome/ }).click();
  await expect(page.getByRole("list", { name: "Sessions" }).getByRole("listitem")).toHaveCount(1);
  await other.reload();
  await expect(other.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
});

test("K62: a second factor is set up, asked for, and a recovery code opens the account once", async ({
  page,
  browser,
  baseURL,
}) => {
  const email = await signUp(page);
  await page.goto("/settings/security");
  await page.getByRole("button", { name: "Set up" }).click();
  const setUp = page.getByRole("dialog", { name: "Set up the second factor" });
  await expect(setUp.getByRole("img", { name: /scan/ })).toBeVisible();
  const secret = (await setUp.locator("code").textContent()) ?? "";
  await setUp.getByLabel("Code", { exact: true }).fill(totp(secret));
  await setUp.getByRole("button", { name: "Turn on" }).click();

  const stored = page.getByRole("dialog", { name: "Store your recovery codes" });
  await expect(stored.getByRole("listitem")).toHaveCount(10);
  const codes = await stored.getByRole("listitem").allTextContents();
  await expect(stored.getByRole("button", { name: "Done" })).toBeDisabled();
  const download = page.waitForEvent("download");
  await stored.getByRole("button", { name: "Download" }).click();
  expect((await download).suggestedFilename()).toBe("stowage-recovery-codes.txt");
  await stored.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText("10 left", { exact: false })).toBeVisible();
  await expect(stored).toBeHidden();
  expect(await page.content()).not.toContain(codes[0]);

  const other = await otherBrowser(browser, baseURL);
  await signIn(other, email, PASSWORD);
  await expect(other.getByRole("heading", { level: 1, name: "Enter your code" })).toBeVisible();
  await other.getByLabel("Code").fill("000000");
  await other.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(other.getByRole("alert")).toContainText("wrong");
  // The code that turned it on is spent; this is the next one.
  await other.getByLabel("Code").fill(totp(secret, { stepsLater: 1 }));
  await other.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(other.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();

  for (const outcome of ["in", "refused"] as const) {
    const lost = await otherBrowser(browser, baseURL);
    await signIn(lost, email, PASSWORD);
    await lost.getByRole("button", { name: "Use a recovery code" }).click();
    await lost.getByLabel("Recovery code").fill(codes[0] ?? "");
    await lost.getByRole("button", { name: "Sign in", exact: true }).click();
    if (outcome === "in") await expect(lost.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
    else await expect(lost.getByRole("alert")).toContainText("used before");
    await lost.context().close();
  }
});

test("K24: an invited person joins, and their key does less once their role does", async ({
  page,
  browser,
  baseURL,
}) => {
  await signUp(page);
  await page.goto("/settings/members");
  await page.getByRole("button", { name: "Invite" }).click();
  await page.getByRole("dialog").getByRole("radio", { name: "By a link for several" }).click();
  await page.getByRole("dialog").getByLabel("For how many people").fill("2");
  await page.getByRole("dialog").getByRole("button", { name: "Invite" }).click();
  const link = await page.getByRole("dialog", { name: "Hand over this link" }).locator("code").textContent();
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("row", { name: /Whoever has the link/ })).toContainText("0 of 2");

  const guest = await otherBrowser(browser, baseURL);
  await guest.goto(link ?? "");
  await expect(guest.getByRole("heading", { level: 1, name: "Join Grace Hopper's inventory" })).toBeVisible();
  await expect(guest).toHaveURL(/\/join$/);
  await guest.getByLabel("Name").fill("Linus");
  await guest.getByLabel("E-mail").fill(`linus-${process.pid}@example.org`);
  await guest.getByLabel("Password").fill(PASSWORD);
  await guest.getByRole("button", { name: "Make account and join" }).click();
  await expect(guest.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
  const made = await call<{ key: string }>(guest, "api-keys", {
    name: "Scanner",
    scopes: ["bins:read", "bins:write"],
  });
  expect(await asScript(baseURL, made.key, "POST")).toBe(201);

  await page.reload();
  const row = page.getByRole("row", { name: /Linus/ });
  await expect(row).toContainText("Member");
  await row.getByRole("button", { name: "Actions for Linus" }).click();
  await page.getByRole("menuitem", { name: "Change role" }).click();
  await page
    .getByRole("dialog")
    .getByRole("radio", { name: /Viewer/ })
    .click();
  await expect(page.getByRole("dialog")).toContainText("The key that acts as Linus can do no more");
  await page.getByRole("dialog").getByRole("button", { name: "Change role" }).click();
  await expect(row).toContainText("Viewer");
  expect(await asScript(baseURL, made.key, "POST")).toBe(403);
  expect(await asScript(baseURL, made.key, "GET")).toBe(200);

  // A viewer sees who is in, and is offered nothing.
  await guest.goto("/settings/members");
  await expect(guest.getByRole("row", { name: /Linus/ })).toBeVisible();
  await expect(guest.getByText("View only")).toBeVisible();
  await expect(guest.getByRole("button", { name: /Actions for|Invite/ })).toHaveCount(0);

  await row.getByRole("button", { name: "Actions for Linus" }).click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove member" }).click();
  await expect(page.getByText("1 key ended with it.")).toBeVisible();
  expect(await asScript(baseURL, made.key, "GET")).toBe(401);
  await guest.reload();
  await expect(guest.getByRole("heading", { level: 1, name: "You belong to no organization" })).toBeVisible();
});

test("an invitation that was taken back, or whose link is torn, opens nothing and says so", async ({
  page,
  browser,
  baseURL,
}) => {
  await signUp(page);
  const made = await call<{ id: string; url: string }>(page, "users", { email: null, role: "viewer" });
  await page.goto("/settings/members");
  await page.getByRole("button", { name: /^Take back/ }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Take back" }).click();
  await expect(page.getByText("The invitation was taken back.")).toBeVisible();

  const guest = await otherBrowser(browser, baseURL);
  await guest.goto(made.url);
  await expect(guest.getByRole("heading", { level: 1, name: "This invitation is not open" })).toBeVisible();
  await expect(guest.getByText("Ask for a new one.")).toBeVisible();
  await guest.goto("/join#token=torn");
  await expect(guest.getByText("Its link is not complete.")).toBeVisible();
});

test("an organization's settings are kept, and its end leads to making another", async ({ page }) => {
  await signUp(page);
  await page.goto("/settings/organization");
  const name = page.getByLabel("Name", { exact: true });
  await name.fill("Makerspace");
  await page.getByRole("radio", { name: "Only admins and owners" }).click();
  await page.getByLabel("Trash").fill("0");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Enter a whole number from 1 to 365.")).toBeVisible();
  await page.getByLabel("Trash").fill("14");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.reload();
  await expect(name).toHaveValue("Makerspace");
  await expect(page.getByLabel("Trash")).toHaveValue("14");
  await expect(page.getByRole("radio", { name: "Only admins and owners" })).toBeChecked();

  await page.getByRole("button", { name: "Delete organization" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("textbox").fill("Makerspace");
  await dialog.getByRole("button", { name: "Delete organization" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "You belong to no organization" })).toBeVisible();
  await page.getByLabel("Name of a new organization").fill("Second workshop");
  await page.getByRole("button", { name: "Make organization" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
  await page.goto("/settings/organization");
  await expect(name).toHaveValue("Second workshop");
});
