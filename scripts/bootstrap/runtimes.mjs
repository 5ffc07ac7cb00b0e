import { spawn } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { layPackedClient } from "../client/packed.mjs";
import { smokeInBrowser } from "../runtimes/in-browser.mjs";
import { runtimeProgram } from "../runtimes/programs.mjs";
import { callApi } from "../seed/api.mjs";
import { freePort, isReady } from "./bench.mjs";
import { envWithoutSettings, root } from "./environment.mjs";
import { fail, say } from "./output.mjs";
import { onStop, run } from "./processes.mjs";
import { build } from "./start.mjs";

/** @typedef {{ baseUrl: string, apiKey: string, elsewhere: string }} Stand */

/** How each runtime with a command line runs a module, with no more rights than a client needs. */
const COMMANDS = {
  node: async () => ({ program: process.execPath, args: [] }),
  deno: async () => ({
    program: await runtimeProgram("deno"),
    args: ["run", "--no-prompt", "--allow-net", "--allow-read=.", "--node-modules-dir=manual"],
  }),
  bun: async () => ({ program: await runtimeProgram("bun"), args: ["run"] }),
};

/**
 * Packs the client as it would be published, installs it, and runs one program with it in every runtime against a built
 * server; ends the process.
 */
export async function runtimes() {
  say("building what changed");
  const { code, output } = await build({ quiet: true });
  if (code !== 0) fail(`The build failed:\n${output}`);
  const folder = mkdtempSync(join(tmpdir(), "stowage-runtimes-"));
  const dataDir = mkdtempSync(join(tmpdir(), "stowage-runtimes-data-"));
  const server = await startServer(dataDir);
  const elsewhere = await startRedirecting();
  onStop((signal) => server.kill(signal));
  let result = 1;
  server.on("exit", () => {
    for (const made of [folder, dataDir]) rmSync(made, { recursive: true, force: true });
    process.exit(result);
  });
  try {
    if (!(await isReady(server.url))) throw new Error("the server does not start");
    const stand = { baseUrl: server.url, apiKey: await newKey(server.url), elsewhere: elsewhere.url };
    const failed = await inEach(folder, stand);
    if (elsewhere.followed.length > 0) failed.push(`a redirect was followed: ${elsewhere.followed}`);
    for (const problem of failed) process.stderr.write(`\n✗ ${problem}\n`);
    result = failed.length === 0 ? 0 : 1;
  } catch (error) {
    process.stderr.write(`\n✗ ${error.stack}\n`);
  }
  elsewhere.close();
  server.kill("SIGTERM");
}

/** @returns {Promise<string[]>} what failed */
async function inEach(folder, /** @type {Stand} */ stand) {
  layPackedClient(folder);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module", private: true }));
  for (const name of ["smoke.mjs", "program.mjs"])
    copyFileSync(join(root, "packages/client/runtimes", name), join(folder, name));
  writeFileSync(join(folder, "stand.json"), JSON.stringify(stand), { mode: 0o600 });
  const failed = [];
  for (const [name, command] of Object.entries(COMMANDS)) {
    const { program, args } = await command();
    const options = { cwd: folder, env: envWithoutSettings(), quiet: true };
    const { output: version } = await run(program, ["--version"], options);
    const { code, output } = await run(program, [...args, "program.mjs"], options);
    say(`${name} ${version.split("\n")[0]}: ${output.trim()}`);
    if (code !== 0) failed.push(`${name} ended with ${code}`);
  }
  try {
    say(`browser: ${(await smokeInBrowser(folder, stand)).join(", ")}`);
  } catch (error) {
    failed.push(`browser: ${error.message}`);
  }
  return failed;
}

async function startServer(dataDir) {
  const port = await freePort();
  const child = spawn(process.execPath, ["--enable-source-maps", "apps/api/dist/server/main.js"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: {
      ...envWithoutSettings(),
      NODE_ENV: "production",
      LOG_LEVEL: "warn",
      PORT: String(port),
      DATA_DIR: dataDir,
      REGISTRATION: "first",
    },
  });
  return Object.assign(child, { url: `http://127.0.0.1:${port}` });
}

/** Sends everybody on to itself, and notes who comes. A browser may read it from any page. */
async function startRedirecting() {
  const followed = [];
  const redirecting = createServer((request, response) => {
    response.setHeader("access-control-allow-origin", "*");
    response.setHeader("access-control-allow-headers", "*, authorization");
    if (request.url?.startsWith("/followed")) followed.push(request.url);
    if (request.method === "OPTIONS") response.writeHead(204).end();
    else response.writeHead(307, { location: "/followed" }).end();
  });
  await new Promise((resolve) => redirecting.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = redirecting.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, followed, close: () => redirecting.close() };
}

async function newKey(url) {
  const person = { email: "runtimes@example.org", password: `${crypto.randomUUID()}`, name: "Runtimes" };
  const { response } = await callApi({ url, headers: {} }, "POST", "/auth/sign-up", person);
  const cookie = response.headers.getSetCookie().map((one) => one.split(";", 1)[0]);
  const headers = { cookie: cookie.join("; "), origin: url };
  const key = { name: "Runtimes", scopes: ["admin:*"] };
  return (await callApi({ url, headers }, "POST", "/api-keys", key)).answer.key;
}
