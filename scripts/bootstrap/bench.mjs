import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { ensureBrowser } from "./browser.mjs";
import { envWithoutSettings, root } from "./environment.mjs";
import { fail, say } from "./output.mjs";
import { exitCode, onStop, run } from "./processes.mjs";
import { build } from "./start.mjs";

const START_TIMEOUT_MS = 60_000;
const POLL_MS = 100;

/**
 * What can be measured, by the first argument.
 * @type {Record<string, { file: string, needsServer?: boolean, needsBuild?: boolean, needsBrowser?: boolean }>}
 */
const SUITES = {
  compare: { file: "bench/contend/compare.mjs", needsBuild: true },
  questions: { file: "bench/questions/measure-questions.mjs", needsBuild: true, needsServer: true },
  app: { file: "bench/app/measure-app.mjs", needsBuild: true, needsServer: true, needsBrowser: true },
  growth: { file: "bench/growth/growth.mjs", needsBuild: true },
  keyscan: { file: "packages/cli/bench/keyscan.mjs" },
};

/** Measures what the first argument names, or else compares Stowage with others; ends the process. */
export async function bench(args) {
  const isNamed = args.length > 0 && !args[0].startsWith("-");
  const [name, rest] = isNamed ? [args[0], args.slice(1)] : ["compare", args];
  const suite = SUITES[name];
  if (!suite) fail(`There is no benchmark "${name}". There are: ${Object.keys(SUITES).join(", ")}.`);
  if (suite.needsBuild) {
    say("building what changed");
    const { code, output } = await build({ quiet: true });
    if (code !== 0) fail(`The build failed:\n${output}`);
  }
  if (suite.needsBrowser && !(await ensureBrowser())) process.exit(1);
  const command = [suite.file, ...rest];
  if (suite.needsServer) return measureServer(command);
  const { code } = await run(process.execPath, command, { env: envWithoutSettings() });
  process.exit(code);
}

/** Has a command measure a server on data of its own that go with it. */
async function measureServer(command) {
  const port = await freePort();
  const dataDir = mkdtempSync(join(tmpdir(), "stowage-bench-"));
  const env = { ...envWithoutSettings(), NODE_ENV: "production", LOG_LEVEL: "warn" };
  const server = spawn(process.execPath, ["--enable-source-maps", "apps/api/dist/server/main.js"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: { ...env, PORT: String(port), DATA_DIR: dataDir, REGISTRATION: "first" },
  });
  let result = 1;
  server.on("exit", (status, signal) => {
    rmSync(dataDir, { recursive: true, force: true });
    process.exit(result === 0 ? exitCode(status, signal) : result);
  });
  onStop((signal) => server.kill(signal));
  const url = `http://127.0.0.1:${port}`;
  if (await isReady(url)) {
    say(`measuring ${url}`);
    const measuring = await run(process.execPath, command, { env: { ...env, STOWAGE_URL: url } });
    result = measuring.code;
  }
  server.kill("SIGTERM");
}

/** Waits for a server to answer. @returns {Promise<boolean>} whether it does by then */
export async function isReady(url) {
  for (const until = performance.now() + START_TIMEOUT_MS; performance.now() < until; ) {
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok) return true;
    await setTimeout(POLL_MS);
  }
  return false;
}

/** A port that nothing listens on. @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
