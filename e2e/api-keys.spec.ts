import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { call, PASSWORD, signUp } from "./account.ts";
import { open } from "./screens.ts";

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

/** Reads the bins as a script does, and answers how that ended. */
async function readBins(origin: string | undefined, key: string): Promise<Answer> {
  const response = await fetch(`${origin}/api/v1/bins`, { headers: { authorization: `Bearer ${key}` } });
  return { status: response.status, body: await response.json() };
}

/** The secret on the screen; storing it is ticked and the dialog closed. */
async function takeSecret(page: Page): Promise<string> {
  const dialog = page.getByRole("dialog", { name: "Store this key now" });
  const secret = (await dialog.getByText(/^sk_\w+$/).textContent()) ?? "";
  await dialog.getByRole("checkbox", { name: "I have stored it" }).click();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(dialog).toBeHidden();
  return secret;
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
  await open(page, `/settings/api-keys/${made.id}?add=admin:*,nonsense`);
  await expect(page.getByRole("heading", { level: 1, name: "Label printer" })).toBeVisible();
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

test("K10, K26: a key that is made with networks works from there, and from nowhere else", async ({
  page,
  baseURL,
}) => {
  const secrets: string[] = [];
  for (const [name, networks] of [
    ["At home", "127.0.0.1\n::1"],
    ["Elsewhere", "203.0.113.0/24"],
  ] as const) {
    await page.goto("/settings/api-keys?new=true");
    const dialog = page.getByRole("dialog", { name: "Create API key" });
    await dialog.getByLabel("Name").fill(name);
    await dialog.getByRole("button", { name: "Limits and bounds" }).click();
    await dialog.getByLabel("Networks").fill(networks);
    await expect(dialog.getByText(/Can read everything in live data, only from /)).toBeVisible();
    await dialog.getByRole("button", { name: "Create key" }).click();
    secrets.push(await takeSecret(page));
    await expect(page.getByRole("row", { name: new RegExp(name) })).toContainText("network");
  }
  const [here = "", elsewhere = ""] = secrets;
  expect(await readBins(baseURL, here)).toMatchObject({ status: 200 });
  expect(await readBins(baseURL, elsewhere)).toMatchObject({ status: 403, body: { code: "ip_not_allowed" } });
});

test("K13: the dialog of a new key says when its first call came in", async ({ page, baseURL }) => {
  await page.goto("/settings/api-keys?new=true");
  const form = page.getByRole("dialog", { name: "Create API key" });
  await form.getByLabel("Name").fill("Shelf display");
  await form.getByRole("button", { name: "Create key" }).click();
  const dialog = page.getByRole("dialog", { name: "Store this key now" });
  await expect(dialog.getByText("Waiting for the first call…")).toBeVisible();
  await readBins(baseURL, (await dialog.getByText(/^sk_\w+$/).textContent()) ?? "");
  await expect(dialog.getByText(/^Connected from/)).toBeVisible();
});

test("K42: rotated with a grace, both secrets work until the old one is ended from the page", async ({
  page,
  baseURL,
}) => {
  const made = await call<{ id: string; key: string }>(page, "api-keys", {
    name: "Label printer",
    scopes: ["bins:read"],
  });
  await page.goto(`/settings/api-keys/${made.id}`);
  await page.getByRole("button", { name: "Rotate", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Rotate Label printer" });
  await dialog.getByRole("radio", { name: /After a while/ }).click();
  await dialog.getByRole("button", { name: "Rotate key" }).click();
  const renewed = await takeSecret(page);
  expect(renewed).not.toBe(made.key);
  expect(await readBins(baseURL, made.key)).toMatchObject({ status: 200 });
  expect(await readBins(baseURL, renewed)).toMatchObject({ status: 200 });

  const card = page.getByRole("region", { name: "Rotation" });
  await expect(card.getByText(/The old secret was used .*, 1 call since\./)).toBeVisible();
  await card.getByRole("button", { name: "Finish now" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Finish now" }).click();
  // Below the open dialog the card counts as hidden, whether or not it is over.
  await expect(page.getByText("The rotation is finished.")).toBeVisible();
  await expect(card).toBeHidden();
  expect(await readBins(baseURL, made.key)).toMatchObject({ status: 401, body: { code: "key_rotated" } });
  expect(await readBins(baseURL, renewed)).toMatchObject({ status: 200 });
});

test("K37: trimming leaves a key what it used, and Undo gives the rest back", async ({ page, baseURL }) => {
  const made = await call<{ id: string; key: string }>(page, "api-keys", {
    name: "Label printer",
    scopes: ["bins:read", "bins:write"],
  });
  // Two weeks have to pass before the server advises anything; the page is told what it would say then.
  await page.route(/\/trpc\/.*apiKeys\.get/, async (route) => {
    const response = await route.fetch();
    const answers = await response.json();
    for (const answer of [answers].flat()) {
      const { advice, scopes } = answer.result?.data ?? {};
      if (!advice) continue;
      advice.used_scopes = ["bins:read"];
      advice.unused_scopes = scopes.filter((scope: string) => scope !== "bins:read");
    }
    await route.fulfill({ response, json: answers });
  });
  await page.goto(`/settings/api-keys/${made.id}`);
  await expect(page.getByText("Uses 1 of its 2 scopes")).toBeVisible();
  await page.getByRole("button", { name: "Trim to what it used" }).click();
  await expect(page.getByText("Label printer was trimmed to 1 scope.")).toBeVisible();
  expect(await addBin(baseURL, made.key)).toMatchObject({
    status: 403,
    body: { code: "insufficient_scope" },
  });
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Label printer has its scopes back.")).toBeVisible();
  expect(await addBin(baseURL, made.key)).toMatchObject({ status: 201 });
});

test("K52: an alert that is muted for a key stays muted", async ({ page }) => {
  const made = await call(page, "api-keys", { name: "Label printer", scopes: ["bins:read"] });
  await page.goto(`/settings/api-keys/${made.id}`);
  const alert = page.getByRole("switch", { name: "It has used up its rate limit" });
  await expect(alert).toBeChecked();
  const saved = page.waitForResponse(/apiKeys\.update/);
  await alert.click();
  await expect(alert).not.toBeChecked();
  await saved;
  await page.reload();
  await expect(alert).not.toBeChecked();
  await expect(page.getByRole("switch", { checked: true })).toHaveCount(4);
});

test("K31, K51: a key's calls stand in its charts and its log, answered and refused, and shut nobody out", async ({
  page,
  baseURL,
}) => {
  const made = await call<{ id: string; key: string }>(page, "api-keys", {
    name: "Label printer",
    scopes: ["bins:read"],
  });
  await readBins(baseURL, made.key);
  await addBin(baseURL, made.key);
  await page.goto(`/settings/api-keys/${made.id}`);
  await expect(async () => {
    await page.reload();
    await expect(page.getByText("2 calls: 1 answered, 1 refused, none failed.")).toBeVisible({
      timeout: 1_000,
    });
  }).toPass();
  expect(await violations(page)).toEqual([]);

  await page.getByRole("tab", { name: "Log" }).click();
  await page.getByLabel("Outcome").selectOption("Refused");
  await expect(page).toHaveURL(/tab=log.*outcome=refused/);
  await page.getByRole("button", { name: /403.*POST \/bins/ }).click();
  await expect(page.getByText("insufficient_scope", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: /GET \/bins/ })).toBeHidden();
  expect(await violations(page)).toEqual([]);
});

test("K51: what a key changed stands in its log by name, and leads there", async ({ page, baseURL }) => {
  const made = await call<{ id: string; key: string }>(page, "api-keys", {
    name: "Label printer",
    scopes: ["bins:write"],
  });
  await addBin(baseURL, made.key);
  await page.goto(`/settings/api-keys/${made.id}?tab=log`);
  await page.getByRole("button", { name: /It added the bin Screws/ }).click();
  await page.getByRole("link", { name: "Screws" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Screws" })).toBeVisible();
});

test("K24: a viewer sees the key that acts as them, is offered no change of it, and ends it", async ({
  page,
  browser,
  baseURL,
}) => {
  const invitation = await call<{ url: string }>(page, "users", { email: null, role: "viewer" });
  const viewer = await (await browser.newContext({ ...(baseURL && { baseURL }) })).newPage();
  await viewer.goto(invitation.url);
  await viewer.getByLabel("Name").fill("Linus");
  await viewer.getByLabel("E-mail").fill(`viewer-${process.pid}@example.org`);
  await viewer.getByLabel("Password").fill(PASSWORD);
  await viewer.getByRole("button", { name: "Make account and join" }).click();
  await expect(viewer.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
  await viewer.goto("/settings/api-keys");
  await expect(viewer.getByText("Your role has no API keys")).toBeVisible();

  const { user } = await (await viewer.request.get("/api/v1/whoami")).json();
  const made = await call<{ id: string; key: string }>(page, "api-keys", {
    name: "Shelf display",
    scopes: ["bins:read"],
    acts_as: user.id,
  });
  await viewer.reload();
  await expect(viewer.getByRole("button", { name: "Create key" })).toHaveCount(0);
  expect(await violations(viewer)).toEqual([]);
  await viewer.getByRole("link", { name: "Shelf display" }).click();
  await expect(viewer.getByText("Your role may see and revoke this key, not change it.")).toBeVisible();
  await expect(viewer.getByRole("button", { name: /^(Edit key|Rotate|Disable)$/ })).toHaveCount(0);
  expect(await violations(viewer)).toEqual([]);

  await viewer.getByRole("button", { name: "Revoke" }).click();
  await viewer.getByRole("alertdialog").getByRole("button", { name: "Revoke key" }).click();
  await expect(viewer.getByText(/^Revoked .*It is refused\.$/)).toBeVisible();
  expect(await readBins(baseURL, made.key)).toMatchObject({ status: 401, body: { code: "key_revoked" } });
});

async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"])
    .analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`);
}
