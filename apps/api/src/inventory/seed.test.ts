import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, startTestServer, type TestServer } from "../testing/test-server.ts";

const SEED = fileURLToPath(new URL("../../../../scripts/seed.mjs", import.meta.url));

let server: TestServer;
let anna: Person;
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  server = await startTestServer();
  anna = await server.signUp("Anna");
  const { key } = await anna.key([
    "locations:read",
    "locations:write",
    "bins:read",
    "bins:write",
    "items:write",
  ]);
  env = { STOWAGE_URL: await server.listen(), STOWAGE_API_KEY: key };
});
afterAll(() => server.close());

const seed = async (...args: string[]) =>
  (await promisify(execFile)(process.execPath, [SEED, ...args], { env })).stdout;

const totals = () =>
  Promise.all(
    ["locations", "bins", "items"].map(
      async (noun) => (await anna.ask("GET", `${noun}?limit=1&include_total=true`)).body.total,
    ),
  );

test("the big seed makes as many items as asked for, and the next run only what is missing", async () => {
  expect(await seed("--items", "620")).toContain("Made 6 locations, 25 bins and 620 items");
  expect(await totals()).toEqual([6, 25, 620]);
  const [item] = (await anna.ask("GET", "items?external_id=stock-000001")).body.data;
  await anna.ask("PATCH", `items/${item.id}`, { body: { name: "Changed by hand" } });

  const again = await seed("--items", "1100");
  expect(again).toContain("1152/1152"); // 8 places and 44 bins
  expect(again).toMatch(/Made 2 locations, 19 bins and 480 items .* in [\d.]+ s/);
  expect(await totals()).toEqual([8, 44, 1100]);
  expect((await anna.ask("GET", `items/${item.id}`)).body.name).toBe("Changed by hand");
  expect(await seed("--items", "1100")).toContain("Made 0 locations, 0 bins and 0 items");
});

test("its items are of many kinds, as in life", async () => {
  const { sql } = server.database;
  const [kinds] = await sql`select count(distinct name)::int as names, count(expires_on)::int as expiring,
    count(*) filter (where is_low)::int as low, count(*) filter (where min_quantity is not null)::int as minimums,
    count(distinct barcodes)::int as barcodes, count(*) filter (where bin_id is null)::int as beside
    from items where workspace_id = (select workspace_id from items where external_id = 'stock-000001')`;
  expect(kinds?.names).toBeGreaterThan(800);
  for (const share of ["expiring", "low", "minimums", "barcodes", "beside"])
    expect(kinds?.[share], share).toBeGreaterThan(10);
});

test("a number that is none, and an argument that is not known, are refused with a sentence", async () => {
  for (const args of [
    ["--items", "many"],
    ["--items", "0"],
    ["--items", "100001"],
    ["--times", "3"],
  ])
    await expect(seed(...args), args.join(" ")).rejects.toThrow(/✗ /);
});
