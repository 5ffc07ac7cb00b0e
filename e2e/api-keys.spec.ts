import { expect, test } from "@playwright/test";
import { call, signUp } from "./account.ts";

interface Answer {
  status: number;
  body: { code?: string; fix_url?: string; name?: string };
}

/** Adds a bin as a script does: with a key, outside of the browser. */
async function addBin(origin: string | undefined, key: string): Promise<Answer> {
  const response = await fetch(`${origin}/api/v1/bins`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify({ name: "Screws" }),
  });
  return { status: response.status, body: await response.json() };
}

test.beforeEach(async ({ page }) => {
  await signUp(page);
});

test("K23: a refused script's link opens its key with the missing scope ticked, and saving lets it in", async ({
  page,
  baseURL,
}) => {
  const made = await call<{ id: string; key: string }>(page, "api-keys", {
    name: "Label printer",
    scopes: ["bins:read"],
  });
  const refused = await addBin(baseURL, made.key);
  expect(refused).toMatchObject({ status: 403, body: { code: "insufficient_scope" } });

  await page.goto(refused.body.fix_url ?? "");
  const dialog = page.getByRole("dialog", { name: "Edit Label printer" });
  await expect(dialog.getByText("The script asked for: Write bins.")).toBeVisible();
  const bins = dialog.getByRole("radiogroup", { name: "Bins" });
  await expect(bins.getByRole("radio", { name: "Read and write", exact: true })).toBeChecked();
  await expect(dialog.getByRole("list", { name: "Changes of access" })).toHaveText("Write bins");

  // Opening it has granted nothing.
  expect(await addBin(baseURL, made.key)).toMatchObject({ status: 403 });

  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL(new RegExp(`/settings/api-keys/${made.id}$`));
  expect(await addBin(baseURL, made.key)).toMatchObject({ status: 201, body: { name: "Screws" } });
});

test("K23: a link that asks for everything, or for nonsense, opens nothing", async ({ page }) => {
  const made = await call(page, "api-keys", { name: "Label printer", scopes: ["bins:read"] });
  await page.goto(`/settings/api-keys/${made.id}?add=admin:*,nonsense`);
  await expect(page.getByRole("heading", { level: 1, name: "Label printer" })).toBeVisible();
  await page.waitForLoadState("networkidle");
  await expect(page.getByRole("dialog")).toBeHidden();
});

test("K33: a disabled key is refused, says so, and works again once it is enabled", async ({
  page,
  baseURL,
}) => {
  const made = await call<{ id: string; key: string }>(page, "api-keys", {
    name: "Label printer",
    scopes: ["bins:write"],
  });
  await page.goto(`/settings/api-keys/${made.id}`);
  await page.getByRole("button", { name: "Disable" }).click();
  await expect(page.getByRole("button", { name: "Enable" })).toBeVisible();
  expect(await addBin(baseURL, made.key)).toMatchObject({ status: 401, body: { code: "key_disabled" } });

  await page.getByRole("link", { name: "API keys" }).last().click();
  await expect(page.getByRole("row", { name: /Label printer/ })).toContainText("Disabled");
  await page.getByRole("link", { name: "Label printer" }).click();

  await page.getByRole("button", { name: "Enable" }).click();
  await expect(page.getByRole("button", { name: "Disable" })).toBeVisible();
  expect(await addBin(baseURL, made.key)).toMatchObject({ status: 201 });
});
