import { expect, type Page } from "@playwright/test";
import { call } from "./account.ts";

/** The screens that show what is kept: empty ones are others than full ones. */
export const INVENTORY_SCREENS = [
  "/",
  "/items",
  "/bins",
  "/trash",
  "/locations",
  "/tasks",
  "/projects",
  "/scan",
  "/labels",
  "/activity",
  "/triggers",
  "/triggers/new",
  "/notifications",
];

/** Every screen that a signed-in person can open by its address. */
export const SCREENS = [
  ...INVENTORY_SCREENS,
  "/settings",
  "/settings/account",
  "/settings/security",
  "/settings/notifications",
  "/settings/organization",
  "/settings/members",
  "/settings/data",
  "/settings/api-keys",
  "/device",
];

/**
 * The screens of one thing each, made beside what is there: a place, a bin and an item in it, a project that holds some,
 * a trigger that was tried.
 */
export async function screensOfThings(page: Page): Promise<string[]> {
  const cellar = await call(page, "locations", { name: "Cellar", kind: "room" });
  const bin = await call<{ id: string; code: string }>(page, "bins", {
    name: "Glue and tape",
    location_id: cellar.id,
    tags: ["sticky"],
  });
  const item = await call(page, "items", {
    name: "Wood glue",
    bin_id: bin.id,
    quantity: 2.5,
    unit: "kg",
    min_quantity: 4,
    expires_on: "2031-05-01",
    custom_fields: { shade: "white", solvent_free: true },
  });
  const project = await call(page, "projects", { name: "Bird house", status: "active" });
  await call(page, `projects/${project.id}/reservations`, { item_id: item.id, quantity: 3 }, 200);
  await call(page, "tasks", { title: "Buy glue", subject_type: "item", subject_id: item.id });
  const trigger = await call(page, "triggers", {
    name: "Glue to the workshop",
    event_types: ["item.low_stock"],
    conditions: [{ field: "location_ids", op: "contains", value: cellar.id }],
    actions: [
      // Nothing listens there.
      { type: "webhook", url: "http://127.0.0.1:9/", headers: { Authorization: "Bearer none" } },
      { type: "create_task", title_template: "Restock {{subject.name}}" },
    ],
  });
  await call(page, `triggers/${trigger.id}/test`, {}, 200);
  return [
    `/locations/${cellar.id}`,
    `/bins/${bin.id}`,
    `/items/${item.id}`,
    `/projects/${project.id}`,
    `/triggers/${trigger.id}`,
    `/triggers/${trigger.id}/edit`,
    `/c/${bin.code}`,
  ];
}

/** Goes to a screen, and waits until it shows what it has to show. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator(".animate-shimmer")).toHaveCount(0);
}
