import { expect, type Page, test } from "@playwright/test";
import { call, fillWorkshop, signUp } from "./account.ts";

test.beforeEach(async ({ page }) => {
  await signUp(page);
});

interface Script {
  id: string;
  request: (method: "post" | "patch" | "delete", path: string, data?: object) => Promise<void>;
}

/** A script with a key that may do everything; its requests carry no cookie. */
async function script(page: Page, name: string): Promise<Script> {
  const { id, key } = await call<{ id: string; key: string }>(page, "api-keys", {
    name,
    scopes: ["admin:*"],
  });
  return {
    id,
    async request(method, path, data) {
      const response = await page.request[method](`/api/v1/${path}`, {
        headers: { authorization: `Bearer ${key}` },
        ...(data && { data }),
      });
      expect(response.ok(), await response.text()).toBe(true);
    },
  };
}

interface ListedItem {
  id: string;
  quantity: number;
  notes: string;
  bin_id: string | null;
}

async function itemsOf(page: Page): Promise<Record<string, ListedItem>> {
  const response = await page.request.get("/api/v1/items?limit=200");
  const { data } = await response.json();
  return Object.fromEntries(data.map((item: { name: string }) => [item.name, item]));
}

test("what a runaway script did is seen in the activity and undone, but for what a person has changed since", async ({
  page,
}) => {
  await fillWorkshop(page);
  const before = await itemsOf(page);
  const id = (name: string) => before[name]?.id ?? "";
  const runaway = await script(page, "Night sync");
  await runaway.request("post", `items/${id("Screw M3×10")}/adjust`, { count: 0 });
  await runaway.request("patch", `items/${id("Screw M4×16")}`, { notes: "synced", quantity: 0 });
  await runaway.request("delete", `items/${id("Ladder")}`);
  for (const name of ["Ghost 1", "Ghost 2"]) await runaway.request("post", "items", { name });
  // Somebody counts one of them meanwhile.
  await page.goto(`/items/${id("Screw M3×10")}`);
  await page.getByRole("button", { name: /Add one/ }).click();
  await expect.poll(async () => (await itemsOf(page))["Screw M3×10"]?.quantity).toBe(1);

  await page.goto("/activity");
  await page.getByRole("combobox", { name: "API key" }).selectOption({ label: "Night sync" });
  await expect(page.getByText("Ghost 2").first()).toBeVisible();
  await page.getByRole("button", { name: "Undo what this key did…" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("The key still works")).toBeVisible();
  await expect(dialog.getByRole("heading", { name: "Will be put back: 4 changes" })).toBeVisible();
  await expect(dialog.getByText(/quantity of Screw M3×10 was changed since by Grace Hopper/)).toBeVisible();
  expect(Object.keys(await itemsOf(page))).toContain("Ghost 1");

  await dialog.getByRole("button", { name: "Undo 4 changes" }).click();
  await expect(dialog.getByText(/4 changes put back, 1 change left as it is/)).toBeVisible();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText(/Undone by event/).first()).toBeVisible();
  const after = await itemsOf(page);
  expect(Object.keys(after).sort()).toEqual(["Ladder", "Screw M3×10", "Screw M4×16"]);
  expect(after["Screw M4×16"]).toMatchObject({ quantity: 3, notes: "" });
  expect(after["Screw M3×10"]?.quantity).toBe(1);
});

test("one event is undone from a thing's history, by the keyboard, and the focus returns", async ({
  page,
}) => {
  const item = await call(page, "items", { name: "Glue", quantity: 4 });
  const tool = await script(page, "Counter");
  await tool.request("post", `items/${item.id}/adjust`, { count: 1, reason: "it leaked" });
  await page.goto(`/items/${item.id}`);
  const history = page.getByRole("region", { name: "History" });
  await expect(history.getByText("(−3)")).toBeVisible();
  await history.getByRole("button", { name: "Show all of it" }).first().click();
  await expect(history.getByText("it leaked")).toBeVisible();

  const undo = history.getByRole("button", { name: /^Undo: Glue/ }).first();
  await undo.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Undo 1 change" }).press("Enter");
  await expect(dialog.getByText(/1 change put back/)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(history.getByText(/Undoes event/)).toBeVisible();
  expect((await itemsOf(page)).Glue?.quantity).toBe(4);
});

test("the activity's filters live in the address, and nothing found says so", async ({ page }) => {
  const item = await call(page, "items", { name: "Rope" });
  await call(page, "items", { name: "Other" });
  await page.goto(`/activity?subject=${item.id}`);
  await expect(page.getByText("About Rope")).toBeVisible();
  await expect(page.getByText("Other")).toBeHidden();
  await page.getByLabel("Type").selectOption({ label: "Items: moved" });
  await expect(page.getByText("Nothing matches these filters")).toBeVisible();
  await page.getByRole("button", { name: "Clear the filters" }).click();
  await expect(page.getByText("Other")).toBeVisible();
  await page.getByLabel("Time").selectOption({ label: "Last hour" });
  await expect(page).toHaveURL(/since=/);
  await expect(page.getByText("Other")).toBeVisible();
});

test("what one deletes or moves oneself comes back by the Undo of its toast", async ({ page }) => {
  await fillWorkshop(page);
  const takeBack = async (said: string | RegExp) => {
    const toast = page.getByRole("dialog").filter({ hasText: said });
    await toast.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByRole("dialog").filter({ hasText: "Undone." }).first()).toBeVisible();
  };
  await page.goto("/items");
  for (const name of ["Screw M3×10", "Ladder"])
    await page.getByRole("checkbox", { name: `Select ${name}` }).click();
  await page.getByRole("button", { name: "Delete" }).click();
  await expect.poll(async () => Object.keys(await itemsOf(page))).toEqual(["Screw M4×16"]);
  await takeBack("2 items moved to the trash.");
  await expect.poll(async () => Object.keys(await itemsOf(page)).length).toBe(3);

  const bin_id = (await itemsOf(page))["Screw M4×16"]?.bin_id;
  await page.goto("/bins");
  await page.getByRole("link", { name: "Screws" }).first().click();
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Move contents and delete" }).click();
  await takeBack("Screws is in the trash.");
  await expect.poll(async () => (await itemsOf(page))["Screw M4×16"]?.bin_id).toBe(bin_id);
});
