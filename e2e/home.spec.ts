import { expect, test } from "@playwright/test";
import { call, fillWorkshop, signUp } from "./account.ts";

test("home says what needs one, a typo still finds, and places are made, moved and deleted by keyboard", async ({
  page,
}) => {
  await signUp(page);
  await fillWorkshop(page);
  await call(page, "items", { name: "Milk", expires_on: new Date().toISOString().slice(0, 10) });
  await call(page, "tasks", { title: "Buy screws" });

  await page.goto("/");
  const card = (name: string) => page.getByRole("region", { name, exact: true });
  await expect(card("Low stock")).toContainText("Screw M4×16");
  await expect(card("Expiring")).toContainText("Milk");
  await expect(card("Open tasks")).toContainText("Buy screws");
  await expect(card("Recent activity")).toContainText("Milk");

  await page.keyboard.press("/");
  const search = page.getByRole("combobox", { name: "Search everything" });
  await expect(search).toBeFocused();
  await search.fill("ladedr");
  await expect(page.getByRole("option", { name: /Ladder/ })).toContainText("Garage");
  await search.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Ladder" })).toBeVisible();

  await page.keyboard.press("ControlOrMeta+k");
  await page.getByRole("combobox", { name: "Search or jump" }).fill("shelf");
  await page.getByRole("option", { name: /Shelf Garage/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Shelf" })).toBeVisible();
  await expect(page.getByRole("row", { name: /Screws/ })).toBeVisible();

  await page.keyboard.press("g");
  await page.keyboard.press("l");
  const row = (name: string) => page.getByRole("row", { name: new RegExp(`^(Expand|Collapse)? ?${name}`) });
  await expect(row("Shelf")).toBeVisible();
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.keyboard.press("c");
  await page.getByLabel("Name").fill("Attic");
  await page.keyboard.press("Enter");
  await expect(row("Attic")).toHaveAttribute("aria-level", "1");

  const onShelf = async (key: string) => {
    // A dialog that closes gives the focus back first; a toast is one too, but asks nothing.
    await expect(page.getByRole("dialog").filter({ has: page.locator("form") })).toHaveCount(0);
    await row("Shelf").focus();
    await page.keyboard.press(key);
  };
  await onShelf("m");
  const place = page.getByRole("dialog").getByRole("combobox");
  await place.fill("atic");
  await page.getByRole("option", { name: /Attic/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Move" }).click();
  await expect(page.getByText("Shelf was moved, with all that is in it.")).toBeVisible();

  await onShelf("Delete");
  const asked = page.getByRole("alertdialog");
  await asked.getByRole("button", { name: "Delete" }).click();
  await expect(asked.getByRole("alert")).toContainText("not empty");
  await asked.getByRole("combobox").fill("gara");
  await page.getByRole("option", { name: /Garage/ }).click();
  await asked.getByRole("button", { name: "Move and delete" }).click();
  await expect(row("Shelf")).toBeHidden();
  const placesOfBin = async () => {
    const { data } = await (await page.request.get("/api/v1/bins?include=location_path")).json();
    return data[0].location_path.map(({ name }: { name: string }) => name);
  };
  await expect.poll(placesOfBin).toEqual(["Garage"]);
  await expect(asked).toBeHidden(); // no key is a shortcut while something is asked

  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: /shortcuts/i })).toContainText("Go to Locations");
});
