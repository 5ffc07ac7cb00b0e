import { setTimeout as sleep } from "node:timers/promises";
import { run } from "./run.ts";

const interrupt = new AbortController();
// A second Ctrl-C ends it at once: the handler is gone by then.
process.once("SIGINT", () => {
  interrupt.abort(new Error("interrupted"));
  process.stdin.destroy(); // so that nobody goes on waiting for it
});

const exitCode = await run(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  // biome-ignore lint/style/noProcessEnv: the one place that reads it; all else is given it
  env: process.env,
  signal: interrupt.signal,
  fetch: (input, init) => fetch(input, init),
  wait: (seconds, signal) => sleep(seconds * 1_000, undefined, { signal }),
});
// Open standard input would keep it alive. Everything is written by now.
process.exit(exitCode);
