import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { envWithoutSettings } from "../../scripts/bootstrap/environment.mjs";

/** The project's own folder. */
export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

/** What every program starts with: none of the server's settings of whoever runs the benchmark. @type {NodeJS.ProcessEnv} */
export const environment = envWithoutSettings();

const REPORT_USAGE = new URL("../contenders/report-usage.mjs", import.meta.url).href;
const SERVER_CORE = 0;
const STOP_PATIENCE_MS = 8_000;

const canPin = availableParallelism() > 1 && hasTaskset();

/** Whether server and load have cores of their own. */
export const pinning = canPin
  ? `the server on core ${SERVER_CORE}, PostgreSQL and the load on the others`
  : "nothing pinned, so server, PostgreSQL and load share all cores";

function hasTaskset() {
  try {
    execFileSync("taskset", ["-c", String(SERVER_CORE), "true"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Cores for what is measured, for the rest, and for what is done while nothing is measured. */
const CORES = { server: String(SERVER_CORE), rest: `1-${availableParallelism() - 1}`, any: null };

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();

/**
 * Starts a Node.js program with a channel to this one.
 * @param {{ file: string, args?: string[], nodeArgs?: string[], env?: Record<string, string>, on: keyof typeof CORES }} program
 */
export function startProcess({ file, args = [], nodeArgs = [], env = {}, on }) {
  const node = [process.execPath, "--import", REPORT_USAGE, ...nodeArgs, file, ...args];
  const cores = CORES[on];
  const [command = "", ...rest] = canPin && cores ? ["taskset", "-c", cores, ...node] : node;
  const child = spawn(command, rest, {
    cwd: root,
    env: { ...environment, ...env },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    serialization: "advanced",
    // A terminal's Ctrl-C reaches the benchmark alone, which ends the rest in order.
    detached: process.platform !== "win32",
  });
  running.add(child);
  child.once("exit", () => running.delete(child));
  return child;
}

/**
 * What a process says next under a name; what it says of anything else is left alone.
 * @param {import("node:child_process").ChildProcess} child
 * @param {string} name
 * @returns {Promise<any>}
 */
export function told(child, name) {
  return new Promise((resolve, reject) => {
    const hear = (message) => {
      if (message?.error) done(() => reject(new Error(message.error)));
      else if (message && name in message) done(() => resolve(message[name]));
    };
    const end = (code) => done(() => reject(new Error(`${child.spawnargs.join(" ")} ended (${code})`)));
    const done = (settle) => {
      child.off("message", hear);
      child.off("exit", end);
      settle();
    };
    child.on("message", hear);
    child.once("exit", end);
  });
}

/** Microseconds of processor and bytes of memory that a process has used so far. */
export async function usageOf(child) {
  const answer = told(child, "usage");
  child.send("usage");
  return await answer;
}

/** @param {import("node:child_process").ChildProcess} child */
export async function stopProcess(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  const patience = setTimeout(() => child.kill("SIGKILL"), STOP_PATIENCE_MS);
  await ended;
  clearTimeout(patience);
}

/** Ends whatever is still running: all that works on the database together, and then the database. */
export async function stopAll() {
  const [first, ...others] = running;
  await Promise.all(others.map(stopProcess));
  if (first) await stopProcess(first);
}
