import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { PASSWORD, signUp } from "./account.ts";

interface Begun {
  device_code: string;
  user_code: string;
  verification_uri_complete: string;
}

/** As a program asks: outside of the browser, with no credentials. */
async function ask(origin: string | undefined, path: string, body: object) {
  const response = await fetch(`${origin}/api/v1/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

const begin = async (origin: string | undefined, wish: object): Promise<Begun> =>
  (await ask(origin, "hand-overs", { client_name: "Stowage CLI on ada-laptop", ...wish })).body;

/** What the list of screens cannot show, as it takes a program that asks. */
async function expectOpenToAll(page: Page): Promise<void> {
  const axe = () => new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  expect((await axe().analyze()).violations).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  expect((await axe().withRules(["color-contrast"]).analyze()).violations).toEqual([]);
}

test("K16: a program that waits has its key once its person, signed out at first, has approved it", async ({
  page,
  baseURL,
}) => {
  const email = await signUp(page);
  await page.context().clearCookies();
  const begun = await begin(baseURL, { scopes: ["bins:read", "bins:write"], environment: "test" });

  // The link leads through signing in to the code, and does no more than fill it in.
  await page.goto(begun.verification_uri_complete);
  await page.getByRole("textbox", { name: "E-mail" }).fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("textbox", { name: "Code" })).toHaveValue(begun.user_code);
  await page.getByRole("button", { name: "Go on" }).click();

  await expect(page.getByRole("heading", { name: "Give “Stowage CLI on ada-laptop” a key?" })).toBeFocused();
  await expect(page.getByRole("region", { name: "Who asks" })).toContainText("127.0.0.1, your own network");
  await expect(page.getByText("Only go on if you started this yourself, just now.")).toBeInViewport();
  await expect(page.getByRole("status").filter({ hasText: "test data" })).toContainText(
    "read and write bins",
  );
  await expectOpenToAll(page);
  // Less than it asked for.
  await page
    .getByRole("radiogroup", { name: "Bins" })
    .getByRole("radio", { name: "Read", exact: true })
    .click();
  await page.getByRole("button", { name: "Approve" }).click();
  await expect(page.getByRole("heading", { name: "Approved" })).toBeFocused();

  const collected = await ask(baseURL, "hand-overs/collect", { device_code: begun.device_code });
  expect(collected.body).toMatchObject({
    status: "approved",
    api_key: { name: "Stowage CLI on ada-laptop", scopes: ["bins:read"], environment: "test" },
  });
  await page.getByRole("link", { name: "See your API keys" }).click();
  await expect(page.getByText("Stowage CLI on ada-laptop")).toBeVisible();
});

test("K16: a code that is typed anyhow leads to who asks, and a refusal leaves the program without a key", async ({
  page,
  baseURL,
}) => {
  await signUp(page);
  const begun = await begin(baseURL, {});
  await page.goto("/device");
  const code = page.getByRole("textbox", { name: "Code" });
  await expect(code).toBeFocused();
  await page.keyboard.type("bcd");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toHaveText("A code has 8 letters.");
  await code.fill("ZZZZ-ZZZZ");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^No program waits with this code/)).toBeVisible();
  await code.fill(` ${begun.user_code.toLowerCase().replace("-", " ")}`);
  await expect(code).toHaveValue(begun.user_code);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Refuse" }).click();
  await expect(page.getByRole("heading", { name: "Refused" })).toBeFocused();
  const { body } = await ask(baseURL, "hand-overs/collect", { device_code: begun.device_code });
  expect(body).toMatchObject({ status: "refused", key: null });
});
