import { RateLimitState } from "@stowage/contract/rate-limits";
import type { Deps } from "../../deps.ts";
import type { Caller } from "../../gate/caller.ts";
import { budgetOf, type WindowState } from "../../gate/rate-limits.ts";
import { ANY_CREDENTIAL_FREE, scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";

/** K50: what is left of the caller's two windows. Asking is free, also when nothing is left. */
export const get = scoped(ANY_CREDENTIAL_FREE)
  .meta(rest("GET /rate-limit", "Tell what is left of the rate limit"))
  .output(RateLimitState)
  .query(({ ctx }) => rateLimitState(ctx.deps, ctx.caller));

async function rateLimitState(deps: Deps, caller: Caller): Promise<RateLimitState> {
  const { minute, hour } = await deps.rateLimits.look(budgetOf(caller));
  const now = deps.now();
  const windows = [minute, hour].map((window) => ({ name: window.name, ...onTheWire(window, now) }));
  return { ...onTheWire(hour, now), plan: caller.organization.plan, windows };
}

function onTheWire({ limit, remaining, reset_in_ms }: WindowState, nowMs: number) {
  const reset = Math.ceil((nowMs + reset_in_ms) / 1_000);
  return { limit, remaining, reset, reset_at: new Date(reset * 1_000).toISOString() };
}
