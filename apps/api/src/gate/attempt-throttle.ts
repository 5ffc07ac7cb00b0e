import { ProblemError } from "../problems.ts";
import { CountingWindows } from "./counting-windows.ts";

export const WINDOW_SECONDS = 15 * 60;
/** Wrong attempts of one holder within a window, by what is guessed. */
export const FAILURES_MAX = { second_factor: 10, invitation: 30, hand_over: 20 } as const;

/**
 * Counts failed attempts of one kind in windows of 15 minutes: guessing is bounded, being right is free. Each server counts
 * alone, in a bounded memory.
 */
export class AttemptThrottle {
  readonly #failuresMax: number;
  readonly #windows: CountingWindows;

  /** @param options.now  Unix milliseconds */
  constructor({ now, failuresMax }: { now: () => number; failuresMax: number }) {
    this.#failuresMax = failuresMax;
    this.#windows = new CountingWindows({ now, windowSeconds: WINDOW_SECONDS });
  }

  /**
   * Counts an attempt as failed before it is judged, so that parallel guesses cannot slip past.
   * @throws auth_throttled
   */
  begin(holder: string): void {
    const { count, endsInSeconds } = this.#windows.count(holder);
    if (count > this.#failuresMax) throw throttled(endsInSeconds);
  }

  /** Takes the attempt back: it was right. Others' failures stay counted. */
  succeeded(holder: string): void {
    this.#windows.uncount(holder);
  }
}

function throttled(retry_after: number): ProblemError {
  return new ProblemError(
    "auth_throttled",
    `Too many failed attempts. Wait ${retry_after} s, then try again.`,
    {
      retry_after,
      headers: { "retry-after": String(retry_after) },
    },
  );
}
