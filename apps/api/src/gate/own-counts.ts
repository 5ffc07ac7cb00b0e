import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";

export const WINDOW_SECONDS = { minute: 60, hour: 3_600 } as const;

/** The counters only count; what is too much is said elsewhere. */
export const NO_LIMIT = Number.MAX_SAFE_INTEGER;

/** What a window holds: calls so far, and milliseconds until it starts anew. */
export type Counted = Pick<RateLimiterRes, "consumedPoints" | "msBeforeNext">;

/** Both windows of a holder; null for one that no call has opened. */
export interface Counts {
  minute: Counted | null;
  hour: Counted | null;
}

/** The calls that this server was asked, in its memory. */
export class OwnCounts {
  readonly #minute = new RateLimiterMemory({ points: NO_LIMIT, duration: WINDOW_SECONDS.minute });
  readonly #hour = new RateLimiterMemory({ points: NO_LIMIT, duration: WINDOW_SECONDS.hour });

  async spend(holder: string): Promise<Counts> {
    const [minute, hour] = await Promise.all([this.#minute.consume(holder), this.#hour.consume(holder)]);
    return { minute, hour };
  }

  async look(holder: string): Promise<Counts> {
    const [minute, hour] = await Promise.all([this.#minute.get(holder), this.#hour.get(holder)]);
    return { minute: ifOpen(minute), hour: ifOpen(hour) };
  }
}

/** A window that is over is still there until its timer fires. */
function ifOpen(counted: RateLimiterRes | null): RateLimiterRes | null {
  return counted !== null && counted.msBeforeNext > 0 ? counted : null;
}
