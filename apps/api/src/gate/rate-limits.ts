import { PLAN_RATE_LIMITS, type Plan } from "@stowage/contract/limits";
import type { KeyRateLimit } from "@stowage/db/schema/api-keys";
import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";

/** One person's browser: well above what the app needs, low enough to stop a loop. */
export const SESSION_RATE_LIMIT = { per_minute: 3_000, per_hour: 60_000 };

/** Where one window stands after a call. `reset_at_ms` is Unix milliseconds. */
export interface WindowState {
  name: "minute" | "hour";
  seconds: number;
  limit: number;
  remaining: number;
  reset_in_ms: number;
}

export interface Budget {
  /** Who pays: a key's id or a session's. */
  holder: string;
  per_minute: number;
  per_hour: number;
}

export interface RateLimitDecision {
  minute: WindowState;
  hour: WindowState;
  violated: WindowState | null;
}

/** A key's windows: its plan's, or its own where those are lower. */
export function keyBudget(key: { id: string; rate_limit: KeyRateLimit | null; plan: Plan }): Budget {
  const plan = PLAN_RATE_LIMITS[key.plan];
  return {
    holder: key.id,
    per_minute: Math.min(plan.per_minute, key.rate_limit?.per_minute ?? plan.per_minute),
    per_hour: Math.min(plan.per_hour, key.rate_limit?.per_hour ?? plan.per_hour),
  };
}

/** Counts calls in two fixed windows a holder, each starting with the holder's first call. */
export class RateLimits {
  readonly #limiters = new Map<string, RateLimiterMemory>();

  async spend(budget: Budget): Promise<RateLimitDecision> {
    const [minute, hour] = await Promise.all([
      this.#spendIn("minute", 60, budget.per_minute, budget.holder),
      this.#spendIn("hour", 3_600, budget.per_hour, budget.holder),
    ]);
    const violated = hour.isOver ? hour.state : minute.isOver ? minute.state : null;
    return { minute: minute.state, hour: hour.state, violated };
  }

  async #spendIn(name: "minute" | "hour", seconds: number, limit: number, holder: string) {
    const result = await consume(this.#limiter(name, seconds, limit), holder);
    const state: WindowState = {
      name,
      seconds,
      limit,
      remaining: Math.max(0, limit - result.consumedPoints),
      reset_in_ms: result.msBeforeNext,
    };
    return { state, isOver: result.consumedPoints > limit };
  }

  #limiter(name: string, seconds: number, points: number): RateLimiterMemory {
    const id = `${name}:${points}`;
    const found = this.#limiters.get(id);
    if (found) return found;
    const made = new RateLimiterMemory({ keyPrefix: name, points, duration: seconds });
    this.#limiters.set(id, made);
    return made;
  }
}

/** The library rejects with the same result object when the points are used up. */
async function consume(limiter: RateLimiterMemory, holder: string): Promise<RateLimiterRes> {
  try {
    return await limiter.consume(holder);
  } catch (result) {
    if (result instanceof Error) throw result;
    return result as RateLimiterRes; // anything but an Error is the limiter's result, by its documentation
  }
}
