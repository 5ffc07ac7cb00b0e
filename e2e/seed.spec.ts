import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import { PASSWORD, signUp } from "./account.ts";

const run = promisify(execFile);

test("the seed fills a workshop through the API by a key of its own, and only once", async ({
  page,
  baseURL,
}) => {
  const email = await signUp(page);
  const env = { ...process.env, STOWAGE_URL: baseURL, STOWAGE_EMAIL: email, STOWAGE_PASSWORD: PASSWORD };
  const { stdout } = await run(process.execPath, ["scripts/seed.mjs"], { env });
  expect(stdout).toContain("445/445");
  expect(stdout).toContain("Made 5 locations, 40 bins and 400 items");

  const counts = ["locations", "bins", "items"].map(async (noun) => {
    const answer = await page.request.get(`/api/v1/${noun}?limit=1&include_total=true`);
    return (await answer.json()).total;
  });
  expect(await Promise.all(counts)).toEqual([5, 40, 400]);
  const events = await (await page.request.get("/api/v1/events?limit=1")).json();
  expect(events.data[0]).toMatchObject({ auth_method: "api_key", api_key_name: "Seed" });

  await expect(run(process.execPath, ["scripts/seed.mjs"], { env })).rejects.toThrow(/already has a place/);

  await page.goto("/items");
  await expect(page.getByRole("row")).not.toHaveCount(0);
  await page.goto("/");
  await expect(page.getByText("400")).toBeVisible();
});
