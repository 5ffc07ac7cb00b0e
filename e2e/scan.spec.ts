import { expect, type Page, test } from "@playwright/test";
import { systemBrowser } from "../scripts/bootstrap/browser.mjs";
import { call, signUp } from "./account.ts";
import { filmOf } from "./fake-camera.ts";

/** What the label in the film says; an item of each test has it as a barcode. */
const FILMED = "STOWAGE-FILM-1";

test.use({
  launchOptions: async ({ launchOptions }, use) =>
    use({
      ...launchOptions,
      executablePath: systemBrowser(), // one without windows shows no film
      args: [
        ...(launchOptions.args ?? []),
        "--use-fake-device-for-media-stream",
        `--use-file-for-fake-video-capture=${filmOf(FILMED)}`,
      ],
    }),
});

test.beforeEach(async ({ page }) => {
  await signUp(page);
});

const rows = (page: Page) => page.getByRole("region", { name: "Scanned" }).getByRole("listitem");

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByText("Nothing scanned yet")).toBeVisible();
}

/**
 * Types as a scanner does: all keys in one go, which a browser under load does not manage when each is sent by itself.
 * They do what keys do: they can be caught on their way, and are typed into the box that has the focus if they are not.
 */
async function wedge(page: Page, code: string): Promise<void> {
  await page.evaluate(
    (keys) => {
      for (const key of keys) {
        const target = document.activeElement ?? document.body;
        const goesOn = target.dispatchEvent(
          new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }),
        );
        if (!goesOn || key.length > 1 || !(target instanceof HTMLInputElement)) continue;
        target.setRangeText(key, target.value.length, target.value.length, "end");
        target.dispatchEvent(new InputEvent("input", { bubbles: true }));
      }
    },
    [...code, "Enter"],
  );
}

test("the camera reads a label and counts it once for as long as it is held there; undo takes it back", async ({
  page,
  context,
  baseURL,
}) => {
  await context.grantPermissions(["camera"]);
  const foreign: string[] = [];
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== baseURL) foreign.push(request.url());
  });
  await call(page, "items", { name: "M3 screws", quantity: 5, barcodes: [FILMED] });
  await page.goto("/scan?mode=add");
  // Allowed before, the camera begins by itself.
  await expect(rows(page)).toHaveText([/M3 screws: \+1, now 6 pcs/]);
  await page.getByRole("button", { name: /^Undo M3 screws/ }).click();
  await expect(rows(page)).toHaveText([/Taken back: M3 screws/]);
  await expect(rows(page)).toHaveCount(1);
  const { data } = await (await page.request.get("/api/v1/items")).json();
  expect(data[0].quantity).toBe(5);
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByRole("button", { name: "Start the camera" })).toBeVisible();
  expect(foreign).toEqual([]);
});

test("a scanner that types is heard anywhere: it counts up, runs no shortcut, and leaves no trace in a box", async ({
  page,
}) => {
  // Its letters would go to other screens, were they a person's.
  await call(page, "items", { name: "Glue", quantity: 1, barcodes: ["gigbgl99"] });
  await open(page, "/scan");
  await page.getByRole("radio", { name: "Add" }).click();
  await page.getByRole("heading", { level: 1 }).click();
  await wedge(page, "gigbgl99");
  await expect(rows(page)).toHaveText([/Glue: \+1, now 2 pcs/]);
  const box = page.getByLabel("Or type a code");
  await box.fill("half");
  await wedge(page, "gigbgl99");
  await expect(rows(page)).toHaveText([/Glue: \+1, now 3 pcs/, /Glue: \+1, now 2 pcs/]);
  await expect(box).toHaveValue("half");
  await expect(page).toHaveURL(/\/scan\?mode=add$/);
});

test("counting asks how many, an unknown code what it is, and all of it goes where was scanned first", async ({
  page,
}) => {
  const bin = await call<{ id: string; code: string }>(page, "bins", { name: "Red box" });
  const item = await call(page, "items", { name: "Nuts", quantity: 1, barcodes: ["nuts-0001"] });
  await open(page, "/scan?mode=count");
  await wedge(page, "nuts-0001");
  await page.getByLabel("How many, was 1").fill("40");
  await page.keyboard.press("Enter");
  await expect(rows(page).first()).toContainText("Nuts: counted, 40 pcs");

  await page.getByRole("radio", { name: "Move to" }).click();
  await wedge(page, bin.code);
  await expect(page.getByText("Everything goes to")).toBeVisible();
  await wedge(page, "nuts-0001");
  await expect(rows(page).first()).toContainText("Nuts: moved to Red box");
  const moved = await (await page.request.get(`/api/v1/items/${item.id}`)).json();
  expect([moved.bin_id, moved.quantity]).toEqual([bin.id, 40]);

  await page.getByRole("radio", { name: "Look up" }).click();
  await wedge(page, "new-code-77");
  await page.getByRole("button", { name: "Add it" }).click();
  await page.getByLabel("Name").fill("Washers");
  await page.getByLabel("How many").fill("12");
  await page.keyboard.press("Enter");
  await expect(rows(page).first()).toContainText("Washers: added, 12 pcs");
});

test("a scan that no answer came to is kept, and counts once however it is sent again", async ({
  page,
  context,
}) => {
  const item = await call(page, "items", { name: "Tape", quantity: 1, barcodes: ["tape-0001"] });
  await open(page, "/scan?mode=add");
  // The server counts it, but its answer is lost on the way.
  await page.route("**/api/v1/scan", async (route) => {
    await route.fetch();
    await route.abort();
  });
  await wedge(page, "tape-0001");
  await expect(rows(page)).toContainText(["The server cannot be reached"]);
  await page.unroute("**/api/v1/scan");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(rows(page)).toHaveText([/Tape: \+1, now 2 pcs/]);

  // Out of reach, two more; they go by themselves once the connection is back, and the list outlives a reload.
  await context.setOffline(true);
  await wedge(page, "tape-0001");
  await wedge(page, "tape-0001");
  await expect(page.getByText("2 scans wait for the server")).toBeVisible();
  await context.setOffline(false);
  await expect(rows(page).first()).toContainText("Tape: +1, now 4 pcs");
  await page.reload();
  await expect(rows(page)).toHaveCount(3);
  await page.getByRole("button", { name: /^Undo Tape: \+1, now 4/ }).click();
  await expect(rows(page).first()).toContainText("Taken back: Tape");
  expect((await (await page.request.get(`/api/v1/items/${item.id}`)).json()).quantity).toBe(3);
});

test("without a live camera a picture is read, and a blank label is put on something in the midst of scanning", async ({
  page,
}) => {
  const bin = await call<{ id: string }>(page, "bins", { name: "Red box" });
  const { data } = await call<{ data: { code: string }[] }>(page, "codes", { count: 1 });
  const code = data[0]?.code ?? "";
  await open(page, "/scan");
  await page.getByRole("button", { name: "Start the camera" }).click();
  await expect(page.getByText("The camera is not allowed")).toBeVisible();
  const picture = await (await page.request.get(`/api/v1/bins/${bin.id}/label.png`)).body();
  await page
    .getByLabel("A picture of a code")
    .setInputFiles({ name: "label.png", mimeType: "image/png", buffer: picture });
  await expect(rows(page)).toHaveText([/Bin Red box/]);

  await wedge(page, `HTTP://STOWAGE.TEST/C/${code}`);
  await page.getByRole("button", { name: "Use this label" }).click();
  const dialog = page.getByRole("dialog", { name: `Label ${code}`, exact: true });
  await dialog.getByRole("radio", { name: "Item" }).click();
  await dialog.getByLabel("Name").fill("Torque wrench");
  await dialog.getByRole("button", { name: "Add item with this label" }).click();
  await expect(dialog).toBeHidden();
  await expect(rows(page).first()).toContainText("Torque wrench: 1 pcs");
  await wedge(page, "HTTP://STOWAGE.TEST/C/AAAAAAA");
  await expect(rows(page).first()).toContainText("AAAAAAA is no label's code");
});
