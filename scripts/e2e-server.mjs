#!/usr/bin/env node
// The built server for the browser tests: on PORT, with a database of its own in a temporary folder that goes with it.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { envWithoutSettings, root } from "./bootstrap/environment.mjs";
import { exitCode, listenForStop, onStop } from "./bootstrap/processes.mjs";

const { PORT } = process.env;
const dataDir = mkdtempSync(join(tmpdir(), "stowage-e2e-"));
const server = spawn(process.execPath, ["--enable-source-maps", "apps/api/dist/server/main.js"], {
  cwd: root,
  stdio: ["ignore", "inherit", "inherit", "ipc"],
  env: {
    ...envWithoutSettings(),
    NODE_ENV: "production",
    PORT,
    DATA_DIR: dataDir,
    WEB_ROOT: join(root, "apps/web/dist/client"),
    // Each spec signs up a user of its own.
    REGISTRATION: "open",
    LOG_LEVEL: "warn",
    // The specs themselves are who triggers post to.
    WEBHOOK_ALLOW_LOOPBACK: "true",
  },
});
onStop((signal) => server.kill(signal));
listenForStop();
server.on("exit", (code, signal) => {
  rmSync(dataDir, { recursive: true, force: true });
  process.exit(exitCode(code, signal));
});
