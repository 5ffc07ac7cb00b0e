import { expect, test } from "@playwright/test";
import { call, signUp } from "./account.ts";

test("what a script makes run low rings the bell, leads to the item and is read; who does not want it turns it off by keyboard", async ({
  page,
  playwright,
  baseURL,
}) => {
  await signUp(page);
  const item = await call(page, "items", { name: "Espresso beans", quantity: 9, min_quantity: 4 });
  const made = await call<{ key: string }>(page, "api-keys", {
    name: "Coffee machine",
    scopes: ["items:write"],
  });
  const script = await playwright.request.newContext({
    ...(baseURL !== undefined && { baseURL }),
    extraHTTPHeaders: { authorization: `Bearer ${made.key}` },
  });
  const adjust = (delta: number) => script.post(`/api/v1/items/${item.id}/adjust`, { data: { delta } });
  expect((await adjust(-6)).status()).toBe(200);

  const unread = async () => (await (await page.request.get("/api/v1/notifications")).json()).unread;
  await expect.poll(unread).toBe(1);
  await page.goto("/tasks");
  await page.getByRole("button", { name: "Notifications, 1 unread" }).click();
  await page
    .getByRole("dialog", { name: "Notifications" })
    .getByRole("link", { name: /Espresso beans is running low/ })
    .click();
  await expect(page.getByRole("heading", { level: 1, name: "Espresso beans" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Notifications", exact: true })).toBeVisible();

  await page.goto("/settings/notifications");
  await expect(page.getByText("This server sends no mail")).toBeVisible();
  const bell = page.getByRole("switch", { name: "Low stock under the bell" });
  await bell.focus();
  await page.keyboard.press("Space");
  await expect(bell).not.toBeChecked();
  // It shows at once what it has only begun to send.
  const preferences = async () => (await page.request.get("/api/v1/notifications/preferences")).json();
  await expect.poll(async () => (await preferences()).kinds.low_stock.app).toBe(false);
  await page.reload();
  await expect(bell).not.toBeChecked();
  await script.dispose();
});
