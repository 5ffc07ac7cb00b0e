import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import type { Log } from "../log.ts";

/** Enough to show why a start failed. */
const LAST_LINES = 20;

/** Everyday lines of a start after a crash; an operator need not be alarmed by them. */
const ROUTINE = / (LOG|DEBUG\d?|INFO|NOTICE|HINT|DETAIL|STATEMENT|CONTEXT):/;

/** Passes PostgreSQL's own messages to the log, and gives back its last ones for an error message. */
export function forwardLog(stream: Readable, log: Log): () => string {
  const last: string[] = [];
  createInterface({ input: stream }).on("line", (line) => {
    last.push(line);
    if (last.length > LAST_LINES) last.shift();
    if (ROUTINE.test(line)) log.debug(`postgres: ${line}`);
    else log.warn(`postgres: ${line}`);
  });
  return () => last.join("\n");
}
