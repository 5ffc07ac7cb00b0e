import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { SYSTEM_ENV } from "@stowage/db/embedded/system-env";
import { afterEach, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../testing/test-server.ts";

// `npm run bench -- questions` in its short form: few things, each question once, and no word about time.

const BENCH = fileURLToPath(new URL("../../../../bench/questions/measure-questions.mjs", import.meta.url));

let server: TestServer;
afterEach(() => server.close());

async function benched(...more: string[]): Promise<{ code: number; output: string }> {
  const args = [BENCH, "--items", "300", "--rounds", "0", ...more];
  const env = { ...SYSTEM_ENV, STOWAGE_URL: await server.listen() };
  return promisify(execFile)(process.execPath, args, { env }).then(
    ({ stdout }) => ({ code: 0, output: stdout }),
    ({ code, stdout, stderr }) => ({ code, output: stdout + stderr }),
  );
}

test("the benchmark gets the right answer to every question, and says how long each took", async () => {
  server = await startTestServer();
  const { code, output } = await benched();
  expect(code, output).toBe(0);
  expect(output).toMatch(/\d{3} questions: 0 answered wrongly/);
  for (const route of ["GET /items?sort=name ", "GET /search?q=kinpex ", "GET /summary · bounded "])
    expect(output).toMatch(
      new RegExp(`^${route.replaceAll("?", "\\?")} +\\d+\\.\\d +\\d+\\.\\d +\\d+\\.\\d×`, "m"),
    );
});

test("the benchmark fails when a route answers wrongly, and says which and how", async () => {
  server = await startTestServer();
  await server.database.sql.unsafe(`
    create function miscount() returns trigger language plpgsql as
      'begin new.item_count := new.item_count + 1; return new; end';
    create trigger miscount before update of item_count on workspaces for each row execute function miscount()`);
  const { code, output } = await benched("--only", "include_total");
  expect(code, output).toBe(1);
  expect(output).toMatch(/✗ GET \/items\?limit=1&include_total=true: counted \d+, not 307/);
});
