import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { childEnv, isUnderNpm, root } from "./environment.mjs";
import { npmWatch } from "./npm-parent.mjs";

const REPEATED_SIGNAL_MS = 500;
const PARENT_POLL_MS = 1_000;
const STOP_TIMEOUT_MS = 5_000;

const running = new Set();
let isStopping = false;

/** The exit code a shell would report for a child that ended so. */
export function exitCode(code, signal) {
  return code ?? 128 + (constants.signals[signal] ?? 0);
}

/**
 * Runs a program to its end. `quiet` collects what it prints and returns it; otherwise it prints as it goes.
 * Its standard input is empty, so nothing it starts can wait for an answer.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: object, quiet?: boolean, stdin?: "ignore" | "inherit", shell?: boolean }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(
  command,
  args,
  { cwd = root, env = childEnv, quiet = false, stdin = "ignore", shell = false } = {},
) {
  const out = quiet ? "pipe" : "inherit";
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env: { ...env }, stdio: [stdin, out, out], shell });
    const chunks = [];
    const end = (code) => {
      running.delete(child);
      // When we are on our way out, nobody goes on to call the ended child's work a failure.
      if (!isStopping) resolve({ code, output: Buffer.concat(chunks).toString("utf8") });
    };
    running.add(child);
    child.stdout?.on("data", (chunk) => chunks.push(chunk));
    child.stderr?.on("data", (chunk) => chunks.push(chunk));
    child.on("error", (error) => {
      chunks.push(Buffer.from(`${command}: ${error.message}\n`));
      end(127);
    });
    child.on("close", (code, signal) => end(exitCode(code, signal)));
  });
}

/** The JavaScript file behind a development tool's command; run by Node itself it needs no shell on any platform. */
function toolEntry(name, packageName) {
  const folder = join(root, "node_modules", packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return join(folder, typeof bin === "string" ? bin : bin[name]);
}

/**
 * Runs a development tool of the root package, by the name of its command; `options` as for `run`.
 * @param {string} name
 * @param {string[]} args
 * @param {{ from?: string, env?: object, quiet?: boolean }} [options] `from` is the package if named otherwise
 */
export function runTool(name, args, { from = name, ...options } = {}) {
  return run(process.execPath, [toolEntry(name, from), ...args], options);
}

/** Ends what `run` has under way, and then ourselves. */
async function stopRunning(signal) {
  isStopping = true;
  const gone = Promise.all(
    [...running].map((child) => new Promise((resolve) => child.once("close", resolve))),
  );
  for (const child of running) child.kill(signal);
  await Promise.race([gone, setTimeout(STOP_TIMEOUT_MS)]);
  process.exit(exitCode(null, signal));
}

/** @type {(signal: NodeJS.Signals, nth: number) => void} */
let stop = stopRunning;

/** Replaces what is done on a request to end; `nth` counts the requests from 1. */
export function onStop(/** @type {typeof stop} */ handler) {
  stop = handler;
}

/**
 * Listens for requests to end: signals, and the death of the npm that started us. A terminal's Ctrl-C arrives twice,
 * from the terminal and from npm, and counts once.
 */
export function listenForStop() {
  let last = Number.NEGATIVE_INFINITY;
  let count = 0;
  const request = (/** @type {NodeJS.Signals} */ signal) => {
    if (performance.now() - last < REPEATED_SIGNAL_MS) return;
    last = performance.now();
    count += 1;
    stop(signal, count);
  };
  process.on("SIGINT", () => request("SIGINT"));
  process.on("SIGTERM", () => request("SIGTERM"));
  // A closed terminal. To a server it means what SIGTERM means; unhandled it would end one without a word.
  process.on("SIGHUP", () => request("SIGTERM"));
  if (!isUnderNpm) return;
  const isNpmGone = npmWatch();
  const watch = setInterval(() => {
    if (count === 0 && !isNpmGone()) return;
    clearInterval(watch);
    // Someone who asked already is not asked again: a server takes a second request as "at once".
    if (count === 0) request("SIGTERM");
  }, PARENT_POLL_MS);
  watch.unref();
}
