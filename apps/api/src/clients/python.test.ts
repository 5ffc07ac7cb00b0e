import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { presetKey, pythonPath } from "../testing/recipes.ts";
import { startTestServer, type TestServer } from "../testing/test-server.ts";
import { signatureHeaders } from "../webhooks/sign.ts";

const PACKAGE = fileURLToPath(new URL("../../../../packages/client-python/", import.meta.url));
/** Shorter than the test's own time, so that no Python outlives a test that was given up. */
const PYTHON_MS_MAX = 50_000;

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** A post as the server signs it while its secret is being changed. */
function signedPost() {
  const secrets = ["old", "new"].map(
    (name) => `whsec_${Buffer.from(name.padEnd(24, ".")).toString("base64")}`,
  );
  const body = JSON.stringify({ type: "item.low_stock", data: { event: { subject_name: "Screws ½″" } } });
  const headers = signatureHeaders(secrets, { id: "dlv_1", at: Date.now(), body });
  return JSON.stringify({ secrets, body, headers });
}

/** @returns what it wrote to its standard error, and whether it ended well */
function runPython(
  args: string[],
  env: Record<string, string>,
): Promise<{ isDone: boolean; report: string }> {
  return new Promise((resolve) => {
    execFile(pythonPath(), args, { cwd: PACKAGE, env, timeout: PYTHON_MS_MAX }, (error, _out, report) =>
      resolve({ isDone: error === null, report }),
    );
  });
}

test("the Python client keeps its own tests' guarantees against this server", async () => {
  const anna = await server.signUp("Anna");
  const { key } = await presetKey(anna, "full_access");
  const { isDone, report } = await runPython(
    ["-W", "error", "-m", "unittest", "discover", "--start-directory", "tests"],
    {
      PYTHONPATH: "src",
      PYTHONDONTWRITEBYTECODE: "1",
      PYTHONIOENCODING: "utf-8",
      STOWAGE_URL: await server.listen(),
      STOWAGE_API_KEY: key,
      STOWAGE_TEST_WEBHOOK: signedPost(),
    },
  );
  expect(isDone, report).toBe(true);
  // At least ten, none of which was skipped; and no word beside, such as of a connection that nobody closed.
  expect(report).toMatch(/^\.{10,}\n-+\nRan \d+ tests in [\d.]+s\n\nOK\n$/);
}, 60_000);
