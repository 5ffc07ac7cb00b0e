import { PLAN_RATE_LIMITS, type Plan } from "@stowage/contract/limits";
import type { KeyRateLimit } from "@stowage/db/schema/api-keys";
import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import type { Caller } from "./caller.ts";

/** One person's browser: well above what the app needs, low enough to stop a loop. */
const SESSION_RATE_LIMIT = { per_minute: 3_000, per_hour: 60_000 };

/** Where one window stands; it starts anew in `reset_in_ms` milliseconds. */
export interface WindowState {
  name: "minute" | "hour";
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

/** Whose windows a call counts in. */
export function budgetOf(caller: Caller): Budget {
  if (caller.auth_method === "session") return { holder: caller.session_id, ...SESSION_RATE_LIMIT };
  return keyBudget(caller.key);
}

/** A key's windows: its plan's, or its own where those are lower. */
function keyBudget(key: { id: string; rate_limit: KeyRateLimit | null; plan: Plan }): Budget {
  const plan = PLAN_RATE_LIMITS[key.plan];
  return {
    holder: key.id,
    per_minute: Math.min(plan.per_minute, key.rate_limit?.per_minute ?? plan.per_minute),
    per_hour: Math.min(plan.per_hour, key.rate_limit?.per_hour ?? plan.per_hour),
  };
}

const WINDOW_SECONDS = { minute: 60, hour: 3_600 };

type Counted = Pick<RateLimiterRes, "consumedPoints" | "msBeforeNext">;

function decisionOf(budget: Budget, minute: Counted | null, hour: Counted | null): RateLimitDecision {
  const states = { minute: stateOf("minute", budget, minute), hour: stateOf("hour", budget, hour) };
  const isOver = { minute: isOverdrawn(budget.per_minute, minute), hour: isOverdrawn(budget.per_hour, hour) };
  return { ...states, violated: isOver.hour ? states.hour : isOver.minute ? states.minute : null };
}

function isOverdrawn(limit: number, counted: Counted | null): boolean {
  return counted !== null && counted.consumedPoints > limit;
}

/** A window that no call has opened yet is whole. */
function stateOf(name: "minute" | "hour", budget: Budget, counted: Counted | null): WindowState {
  const limit = budget[`per_${name}`];
  return {
    name,
    limit,
    remaining: Math.max(0, limit - (counted?.consumedPoints ?? 0)),
    reset_in_ms: counted?.msBeforeNext ?? WINDOW_SECONDS[name] * 1_000,
  };
}

/** Counts calls in two fixed windows a holder, each starting with the holder's first call. */
export class RateLimits {
  readonly #limiters = new Map<string, RateLimiterMemory>();

  /** Counts a call. It counts when it is refused, too: waiting is what helps. */
  async spend(budget: Budget): Promise<RateLimitDecision> {
    const [minute, hour] = await Promise.all([
      consume(this.#limiter("minute", budget), budget.holder),
      consume(this.#limiter("hour", budget), budget.holder),
    ]);
    return decisionOf(budget, minute, hour);
  }

  /** Looks without counting. */
  async look(budget: Budget): Promise<RateLimitDecision> {
    const [minute, hour] = await Promise.all([
      this.#limiter("minute", budget).get(budget.holder),
      this.#limiter("hour", budget).get(budget.holder),
    ]);
    return decisionOf(budget, minute, hour);
  }

  #limiter(name: keyof typeof WINDOW_SECONDS, budget: Budget): RateLimiterMemory {
    const points = budget[`per_${name}`];
    const id = `${name}:${points}`;
    const found = this.#limiters.get(id);
    if (found) return found;
    const made = new RateLimiterMemory({ keyPrefix: name, points, duration: WINDOW_SECONDS[name] });
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
