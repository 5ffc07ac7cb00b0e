import type { Context } from "../context.ts";
import { rewriteLine } from "../io.ts";

const BAR_CELLS = 24;
/** Faster than this nobody reads, and slower it seems to stand still. */
const REDRAW_MS = 100;

/** A line on standard error that is drawn anew while something goes on; nothing unless that is a terminal. */
export class ProgressBar {
  readonly #stream: Context["io"]["stderr"] | null;
  readonly #say: (done: number, total: number | null) => string;
  #drawnAt = 0;

  constructor({ io, options }: Context, say: (done: number, total: number | null) => string) {
    this.#stream = io.stderr.isTTY && !options.quiet ? io.stderr : null;
    this.#say = say;
  }

  /** `total` is null when nobody knows. */
  draw(done: number, total: number | null = null): void {
    const now = performance.now();
    if (!this.#stream || now - this.#drawnAt < REDRAW_MS) return;
    this.#drawnAt = now;
    const bar = total ? `${barOf(done / total)} ` : "";
    rewriteLine(this.#stream, bar + this.#say(done, total));
  }

  /** Takes the line away. */
  end(): void {
    if (this.#stream && this.#drawnAt > 0) rewriteLine(this.#stream, "");
    this.#drawnAt = 0;
  }
}

function barOf(share: number): string {
  const filled = Math.round(Math.min(1, share) * BAR_CELLS);
  return "█".repeat(filled) + "░".repeat(BAR_CELLS - filled);
}

/** `1.2 MB`. */
export function bytesText(count: number): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  let at = 0;
  let rest = count;
  for (; rest >= 1_000 && at < units.length - 1; at++) rest /= 1_000;
  return `${at === 0 ? rest : rest.toFixed(1)} ${units[at]}`;
}
