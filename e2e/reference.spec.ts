import { expect, type Page, test } from "@playwright/test";
import { call, signUp } from "./account.ts";
import { open } from "./screens.ts";

/** Sends `GET /whoami` from the reference, and answers what came back and by which key it was asked. */
async function askWhoami(page: Page): Promise<{ status: number; body: unknown; authorization?: string }> {
  const [answer] = await Promise.all([
    page.waitForResponse("**/api/v1/whoami"),
    page.getByRole("button", { name: "Execute" }).click(),
  ]);
  const { authorization } = await answer.request().allHeaders();
  return { status: answer.status(), body: await answer.json(), ...(authorization && { authorization }) };
}

test("the reference tries calls out on this server, with the session or a key, and asks nobody else", async ({
  page,
  baseURL,
}) => {
  const elsewhere: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== "data:" && origin !== baseURL) elsewhere.push(request.url());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));

  await signUp(page);
  const made = await call<{ key: string }>(page, "api-keys", { name: "Reader", scopes: ["bins:read"] });
  await open(page, "/settings/api-keys");
  await page.getByRole("link", { name: "What a key can call" }).click();
  await expect(page).toHaveTitle("Stowage API");
  await page.locator("#operations-tag-API_keys").getByRole("button").click();
  await page.locator("#operations-API_keys-getWhoami .opblock-summary-control").click();

  const bySession = await askWhoami(page);
  expect(bySession).toMatchObject({ status: 200, body: { auth_method: "session" } });
  expect(bySession).not.toHaveProperty("authorization");

  await page.getByRole("button", { name: "Authorize", exact: true }).first().click();
  await page.getByLabel("auth-bearer-value").fill(made.key);
  await page.getByRole("button", { name: "Apply credentials" }).first().click();
  await page.getByRole("button", { name: "Close" }).first().click();
  expect(await askWhoami(page)).toMatchObject({
    status: 200,
    body: { auth_method: "api_key", scopes: ["bins:read"] },
    authorization: `Bearer ${made.key}`,
  });

  // The key lives in this page alone.
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(kept).not.toContain(made.key);
  expect(elsewhere).toEqual([]);
  expect(complaints).toEqual([]);
});
