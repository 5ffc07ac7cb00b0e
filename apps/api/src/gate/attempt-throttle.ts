import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import { ProblemError } from "../problems.ts";

const WINDOW_SECONDS = 15 * 60;

/** Counts failed attempts of one kind in windows of 15 minutes: guessing is bounded, being right is free. */
export class AttemptThrottle {
  readonly #limiter: RateLimiterMemory;

  constructor(failuresMax: number) {
    this.#limiter = new RateLimiterMemory({ points: failuresMax, duration: WINDOW_SECONDS });
  }

  /**
   * Counts an attempt as failed before it is judged, so that parallel guesses cannot slip past.
   * @throws auth_throttled
   */
  async begin(holder: string): Promise<void> {
    try {
      await this.#limiter.consume(holder);
    } catch (result) {
      if (result instanceof Error) throw result;
      throw throttled((result as RateLimiterRes).msBeforeNext); // the library rejects with its result
    }
  }

  /** Takes the attempt back: it was right. Others' failures stay counted. */
  async succeeded(holder: string): Promise<void> {
    await this.#limiter.reward(holder);
  }
}

function throttled(waitMs: number): ProblemError {
  const retry_after = Math.max(1, Math.ceil(waitMs / 1_000));
  return new ProblemError(
    "auth_throttled",
    `Too many failed attempts. Wait ${retry_after} s, then try again.`,
    {
      retry_after,
      headers: { "retry-after": String(retry_after) },
    },
  );
}
