import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "@playwright/test";
import { call, signUp } from "./account.ts";

interface Post {
  headers: IncomingMessage["headers"];
  body: string;
}

/** Where the triggers of these stories post to. */
let receiver: Server;
let address: string;
const posts: Post[] = [];

test.beforeAll(async () => {
  receiver = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    posts.push({ headers: request.headers, body });
    response.writeHead(202, { "content-type": "text/plain" }).end("noted by the kitchen");
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  const { port } = receiver.address() as AddressInfo; // it listens on a port
  address = `http://127.0.0.1:${port}/stock`;
});

test.afterAll(async () => {
  receiver.closeAllConnections();
  await new Promise((resolve) => receiver.close(resolve));
});

test("a trigger is said as a sentence, tried, and tells of what happens then", async ({ page }) => {
  await signUp(page);
  const beans = await call(page, "items", {
    name: "Coffee beans",
    quantity: 9,
    min_quantity: 4,
    unit: "kg",
    tags: ["pantry"],
  });
  const soap = await call(page, "items", { name: "Soap", quantity: 9, min_quantity: 4 });

  await page.goto("/triggers");
  await page.getByRole("link", { name: "Add trigger" }).click();
  await page.getByRole("combobox", { name: "Choose what fires it" }).click();
  await page.getByRole("combobox", { name: "Find what happens" }).fill("runs low");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "and only if…" }).click();
  await page.getByLabel("What is looked at").selectOption("its tags");
  await page.getByLabel("What it is compared with").fill("pantry");
  await page.getByLabel("Address").fill(address);
  await page.getByRole("button", { name: "Add a header" }).click();
  await page.getByLabel("Name of the header").fill("X-Kitchen");
  await page.getByLabel("Value of X-Kitchen").fill("left door");
  await expect(page.getByText("It would fire")).toBeVisible();
  await page.getByLabel("Name", { exact: true }).fill("Low in the pantry");
  await page.getByRole("button", { name: "Add trigger" }).click();

  const dialog = page.getByRole("dialog", { name: "Store the signing secret now" });
  await expect(dialog.getByText(/^whsec_/)).toBeVisible();
  await dialog.getByRole("checkbox", { name: "I have stored it" }).click();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Low in the pantry" })).toBeVisible();
  await expect(page.getByText("When an item runs low and its tags include “pantry”")).toBeVisible();
  await expect(page.getByText(/whsec_/)).toHaveCount(0);

  await page.getByRole("button", { name: "Test", exact: true }).click();
  const tested = page.getByRole("region", { name: "What the test did" });
  await expect(tested.getByText(/^It worked: answered 202/)).toBeVisible();
  await expect(tested.getByText("item.low_stock").first()).toBeVisible();
  await expect(tested.getByText("noted by the kitchen")).toBeVisible();
  expect(posts).toHaveLength(1);
  expect(posts[0]?.headers).toMatchObject({
    "x-kitchen": "left door",
    "webhook-signature": expect.stringMatching(/^v1,/),
  });

  await call(page, `items/${soap.id}/adjust`, { delta: -8 }, 200);
  await call(page, `items/${beans.id}/adjust`, { delta: -8 }, 200);
  const row = page.getByRole("button", { name: /Succeeded Coffee beans an item runs low/ });
  await expect(row).toBeVisible();
  await row.click();
  await expect(page.getByRole("group", { name: "Request body" }).last()).toContainText('"missing": 3');
  await page.getByRole("button", { name: "Send it again" }).click();
  await expect.poll(() => posts.length).toBe(3);
  expect(posts[2]?.headers["webhook-id"]).toBe(posts[1]?.headers["webhook-id"]);
  expect(posts[2]?.body).toBe(posts[1]?.body);
  await expect(page.getByText("Soap")).toHaveCount(0);

  await page.getByRole("link", { name: "Edit" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Another name");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Items" }).click();
  const asked = page.getByRole("alertdialog", { name: "Leave without saving?" });
  await asked.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Another name" })).toBeVisible();
});
