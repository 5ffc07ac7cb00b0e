import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { envWithoutSettings, root } from "./environment.mjs";
import { fail, say } from "./output.mjs";
import { exitCode, onStop, run } from "./processes.mjs";
import { build } from "./start.mjs";

const START_TIMEOUT_MS = 60_000;
const POLL_MS = 100;

/** Builds, starts a server on data of its own that go with it, and measures it; ends the process. */
export async function bench(args) {
  if (args[0] === "keyscan") return benchKeyscan(args.slice(1));
  say("building what changed");
  const { code, output } = await build({ quiet: true });
  if (code !== 0) fail(`The build failed:\n${output}`);

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
    const measuring = await run(process.execPath, ["scripts/bench.mjs", ...args], {
      env: { ...env, STOWAGE_URL: url },
    });
    result = measuring.code;
  }
  server.kill("SIGTERM");
}

/** Measures the search for keys in files, which needs no server. */
async function benchKeyscan(args) {
  const { code } = await run(process.execPath, ["packages/cli/bench/keyscan.mjs", ...args]);
  process.exit(code);
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
