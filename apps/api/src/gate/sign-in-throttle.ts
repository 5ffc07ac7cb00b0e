import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import { ProblemError } from "../problems.ts";

/** Wrong passwords for one account from one network before it must wait. */
export const FAILURES_PER_ACCOUNT_AND_NETWORK = 10;
/** Wrong passwords from one network, for any accounts. */
export const FAILURES_PER_NETWORK = 100;
/** Wrong passwords for one account, from anywhere: slows a distributed guesser, hardly the owner. */
export const FAILURES_PER_ACCOUNT = 100;
const WINDOW_SECONDS = 15 * 60;

/** Counts failed sign-ins. Only failures count, so that signing in rightly never runs into it. */
export class SignInThrottle {
  readonly #both = new RateLimiterMemory({
    points: FAILURES_PER_ACCOUNT_AND_NETWORK,
    duration: WINDOW_SECONDS,
  });
  readonly #network = new RateLimiterMemory({ points: FAILURES_PER_NETWORK, duration: WINDOW_SECONDS });
  readonly #account = new RateLimiterMemory({ points: FAILURES_PER_ACCOUNT, duration: WINDOW_SECONDS });

  /**
   * Counts an attempt as failed before the password is looked at, so that parallel guesses cannot slip past. A network that
   * has to wait counts for no account: it keeps nobody out elsewhere, and what it tries is not remembered.
   * @throws auth_throttled
   */
  async begin(email: string, network: string): Promise<void> {
    await refuseOverdrawn([this.#network.consume(network)]);
    await refuseOverdrawn([this.#both.consume(`${email} ${network}`), this.#account.consume(email)]);
  }

  /** Takes the attempt back: the password was right. */
  async succeeded(email: string, network: string): Promise<void> {
    await Promise.all([
      this.#both.delete(`${email} ${network}`),
      this.#network.reward(network),
      this.#account.reward(email),
    ]);
  }
}

/** @throws auth_throttled  until the last of them has room again */
async function refuseOverdrawn(consumed: Promise<RateLimiterRes>[]): Promise<void> {
  const results = await Promise.allSettled(consumed);
  const waits = results.map((result) => (result.status === "rejected" ? millisecondsLeft(result.reason) : 0));
  const wait = Math.max(...waits);
  if (wait > 0) throw throttled(Math.ceil(wait / 1_000));
}

function millisecondsLeft(reason: unknown): number {
  if (reason instanceof Error) throw reason;
  return (reason as RateLimiterRes).msBeforeNext; // the library rejects with its result when the points are used up
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
