import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { call, PASSWORD, signUp } from "./account.ts";

/** The stream of events that the page has open; none is closed yet. */
const streamOf = (page: Page) => page.waitForResponse((answer) => answer.url().endsWith("/events/stream"));

/** What a script does elsewhere, with a key. */
async function script(request: APIRequestContext, key: string, path: string, data: object): Promise<void> {
  const answer = await request.post(`/api/v1/${path}`, { data, headers: { authorization: `Bearer ${key}` } });
  expect(answer.ok(), await answer.text()).toBe(true);
}

test("what a script changes shows in every open browser by itself, and in that environment alone", async ({
  page,
  browser,
  playwright,
  baseURL,
}) => {
  const email = await signUp(page);
  const ladder = await call(page, "items", { name: "Ladder" });
  const scopes = ["items:read", "items:write"];
  const { key } = await call<{ key: string }>(page, "api-keys", { name: "Scale", scopes });
  const { key: testKey } = await call<{ key: string }>(page, "api-keys", {
    name: "Trial",
    scopes,
    environment: "test",
  });
  const elsewhere = await playwright.request.newContext({ baseURL: baseURL ?? "" });
  const other = await (await browser.newContext()).newPage();
  await other.request.post("/api/v1/auth/sign-in", { data: { email, password: PASSWORD } });
  await Promise.all([streamOf(page), page.goto("/items"), streamOf(other), other.goto("/activity")]);
  const row = page.getByRole("row", { name: /Ladder/ });
  await expect(row).toBeVisible();
  await expect(other.getByText("Ladder").first()).toBeVisible();

  // What is being typed stays, wherever the list goes.
  const filter = page.getByRole("searchbox", { name: "Search items" });
  await filter.focus();
  await script(elsewhere, key, `items/${ladder.id}/adjust`, { delta: 41 });
  await expect(row).toContainText("42");
  await expect(filter).toBeFocused();
  const newest = other.getByRole("listitem").filter({ hasText: "Ladder" }).first();
  await expect(newest).toContainText("42");
  await expect(newest).toContainText("Scale");

  await Promise.all([streamOf(page), page.getByRole("switch", { name: "Test mode" }).click()]);
  await script(elsewhere, key, "items", { name: "Only in live data" });
  await script(elsewhere, testKey, "items", { name: "Only in test data" });
  await expect(page.getByRole("row", { name: /Only in test data/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /Only in live data/ })).toBeHidden();
  await expect(other.getByText("Only in live data")).toBeVisible();
  await expect(other.getByText("Only in test data")).toBeHidden();

  // Whose session has ended is told no more, and need not touch anything to see it.
  await page.request.post("/api/v1/auth/sign-out", { headers: { "sec-fetch-site": "same-origin" } });
  await expect(page).toHaveURL(/sign-in/);
  await elsewhere.dispose();
});
