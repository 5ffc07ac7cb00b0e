import type { KeyRecord } from "@stowage/auth/key-store";
import { PLAN_RATE_LIMITS } from "@stowage/contract/limits";
import type { Caller, StrayCaller } from "./caller.ts";
import { type Counted, type Counts, OwnCounts, WINDOW_SECONDS } from "./own-counts.ts";
import type { SharedCounts } from "./shared-counts.ts";

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
export function budgetOf(caller: Caller | StrayCaller): Budget {
  if (caller.auth_method === "session") return { holder: caller.session_id, ...SESSION_RATE_LIMIT };
  return keyBudget(caller.key);
}

/** A key's windows: its organization's, or its own where those are lower. */
function keyBudget(key: KeyRecord): Budget {
  const plan = key.custom_rate_limit ?? PLAN_RATE_LIMITS[key.plan];
  return {
    holder: key.id,
    per_minute: Math.min(plan.per_minute, key.rate_limit?.per_minute ?? plan.per_minute),
    per_hour: Math.min(plan.per_hour, key.rate_limit?.per_hour ?? plan.per_hour),
  };
}

function decisionOf(budget: Budget, counts: Counts): RateLimitDecision {
  const minute = stateOf("minute", budget.per_minute, counts.minute);
  const hour = stateOf("hour", budget.per_hour, counts.hour);
  const violated = isOverdrawn(budget.per_hour, counts.hour)
    ? hour
    : isOverdrawn(budget.per_minute, counts.minute)
      ? minute
      : null;
  return { minute, hour, violated };
}

function isOverdrawn(limit: number, counted: Counted | null): boolean {
  return counted !== null && counted.consumedPoints > limit;
}

/** A window that no call has opened yet is whole. */
function stateOf(name: "minute" | "hour", limit: number, counted: Counted | null): WindowState {
  return {
    name,
    limit,
    remaining: Math.max(0, limit - (counted?.consumedPoints ?? 0)),
    reset_in_ms: counted?.msBeforeNext ?? WINDOW_SECONDS[name] * 1_000,
  };
}

/** Whether several servers count together, could but cannot at the moment, or were never told to. */
export type RateLimitSharing = "shared" | "per_node" | "alone";

/**
 * Counts calls in two fixed windows a holder, each starting with the holder's first call. How much a window allows is
 * asked at each call and is not part of the count, so that a changed limit leaves spent what was spent.
 */
export class RateLimits {
  readonly #own = new OwnCounts();
  readonly #shared: SharedCounts | null;

  constructor(shared: SharedCounts | null = null) {
    this.#shared = shared;
  }

  get sharing(): RateLimitSharing {
    if (this.#shared === null) return "alone";
    return this.#shared.isUp ? "shared" : "per_node";
  }

  /**
   * Counts a call. It counts when it is refused, too: waiting is what helps. This server always counts what it is asked
   * itself, and goes on from there when the shared counts are away. A server that counts alone awaits nothing.
   */
  spend(budget: Budget): RateLimitDecision | Promise<RateLimitDecision> {
    const own = this.#own.spend(budget.holder);
    if (this.#shared === null) return decisionOf(budget, own);
    return this.#shared.spend(budget.holder).then((shared) => decisionOf(budget, shared ?? own));
  }

  /** Looks without counting. */
  async look(budget: Budget): Promise<RateLimitDecision> {
    const shared = await this.#shared?.look(budget.holder);
    return decisionOf(budget, shared ?? this.#own.look(budget.holder));
  }
}
