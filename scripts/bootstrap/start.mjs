import { spawn } from "node:child_process";
import { join } from "node:path";
import { defaultDataDir } from "./data-dir.mjs";
import { envWithSettings, root } from "./environment.mjs";
import { fail, say } from "./output.mjs";
import { exitCode, onStop, runTool } from "./processes.mjs";

/** Brings both apps' `dist` up to date; what did not change comes from turbo's cache. */
export const build = (options = {}) =>
  runTool("turbo", ["run", "build", "--output-logs=errors-only"], options);

/** Builds and then is the server's parent: passes signals down and the exit code up. */
export async function start() {
  say("building what changed");
  const { code, output } = await build({ quiet: true });
  if (code !== 0) fail(`The build failed:\n${output}`);

  say("starting the server");
  const env = envWithSettings();
  const server = spawn(process.execPath, ["--enable-source-maps", "apps/api/dist/server/main.js"], {
    cwd: root,
    // The channel is how the server learns of our death, even by kill -9. A session of its own keeps a terminal's
    // Ctrl-C from reaching the server and its PostgreSQL beside the one signal that we pass on.
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    detached: process.platform !== "win32",
    env: {
      ...env,
      NODE_ENV: "production",
      // Node.js has its threads before the server's first line. Of 4, its own choice, only 2 look up names, and hosts of
      // webhooks that never answer would keep one of them from mail and the database.
      UV_THREADPOOL_SIZE: env.UV_THREADPOOL_SIZE || "16",
      DATA_DIR: env.DATA_DIR || defaultDataDir(root),
      WEB_ROOT: env.WEB_ROOT || join(root, "apps/web/dist/client"),
    },
  });
  onStop((signal, nth) => server.kill(nth > 2 ? "SIGKILL" : signal));
  server.on("error", (error) => fail(`The server could not be started: ${error.message}`));
  server.on("exit", (status, signal) => process.exit(exitCode(status, signal)));
}
