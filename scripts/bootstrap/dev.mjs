import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { defaultDataDir } from "./data-dir.mjs";
import { envWithSettings, root } from "./environment.mjs";
import { say } from "./output.mjs";
import { exitCode, onStop } from "./processes.mjs";

const STOP_TIMEOUT_MS = 10_000;

/** The command file of a package that `folder` depends on. */
function commandOf(folder, packageName) {
  const manifest = createRequire(join(root, folder, "package.json")).resolve(`${packageName}/package.json`);
  const { bin } = createRequire(manifest)(manifest);
  return join(dirname(manifest), typeof bin === "string" ? bin : bin[packageName]);
}

/** Starts a command in `folder` and prints its lines under `label`. It leads a process group, so it ends as a whole. */
function startLabelled(label, folder, [packageName, ...args], env) {
  const child = spawn(process.execPath, [commandOf(folder, packageName), ...args], {
    cwd: join(root, folder),
    env,
    stdio: ["ignore", "pipe", "pipe"],
    detached: process.platform !== "win32",
  });
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on("line", (line) => process.stdout.write(`${label} ${line}\n`));
  return child;
}

function signalGroup(child, signal) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(process.platform === "win32" ? child.pid : -child.pid, signal);
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}

/** The API on PORT (4870) and Vite on 5173, each reloading on a save. When either ends, so does the other. */
export async function dev() {
  const settings = envWithSettings();
  const port = settings.PORT || "4870";
  const env = {
    ...settings,
    NODE_ENV: "development",
    PORT: port,
    PUBLIC_URL: settings.PUBLIC_URL || "http://localhost:5173",
    DATA_DIR: settings.DATA_DIR || defaultDataDir(root),
    ...(process.stdout.isTTY ? { FORCE_COLOR: "1" } : {}),
  };
  say(`the app on http://localhost:5173, its API on http://127.0.0.1:${port}; Ctrl-C stops both`);
  const children = [
    startLabelled("[api]", "apps/api", ["tsx", "watch", "--clear-screen=false", "src/main.ts"], env),
    startLabelled("[web]", "apps/web", ["vite", "--port=5173", "--strictPort"], env),
  ];
  const stopAll = (signal) => {
    for (const child of children) signalGroup(child, signal);
  };
  onStop((signal, nth) => stopAll(nth > 2 ? "SIGKILL" : signal));

  const ends = children.map(
    (child) => new Promise((resolve) => child.on("exit", (code, signal) => resolve(exitCode(code, signal)))),
  );
  const code = await Promise.race(ends);
  stopAll("SIGTERM");
  setTimeout(() => stopAll("SIGKILL"), STOP_TIMEOUT_MS).unref();
  await Promise.all(ends);
  process.exit(code);
}
