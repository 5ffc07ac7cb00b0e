import { ProblemError } from "../problems.ts";
import type { RateLimitDecision, WindowState } from "./rate-limits.ts";

/** Seconds until the window restarts, rounded up so that waiting them always suffices. */
function secondsLeft(window: WindowState): number {
  return Math.max(1, Math.ceil(window.reset_in_ms / 1_000));
}

/** What says how much of a budget is left. */
export const RATE_LIMIT_HEADERS = [
  "x-ratelimit-limit",
  "x-ratelimit-remaining",
  "x-ratelimit-reset",
  "ratelimit-policy",
  "ratelimit",
] as const;

/** The classic three headers speak of the hour, or of the violated window; the IETF pair speaks of both. */
export function rateLimitHeaders(
  { minute, hour, violated }: RateLimitDecision,
  nowMs: number,
): Record<(typeof RATE_LIMIT_HEADERS)[number], string> {
  const shown = violated ?? hour;
  return {
    "x-ratelimit-limit": String(shown.limit),
    "x-ratelimit-remaining": String(shown.remaining),
    "x-ratelimit-reset": String(Math.ceil((nowMs + shown.reset_in_ms) / 1_000)),
    "ratelimit-policy": `"minute";q=${minute.limit};w=60, "hour";q=${hour.limit};w=3600`,
    ratelimit: `"minute";r=${minute.remaining};t=${secondsLeft(minute)}, "hour";r=${hour.remaining};t=${secondsLeft(hour)}`,
  };
}

export function rateLimited(violated: WindowState): ProblemError {
  const retry_after = secondsLeft(violated);
  return new ProblemError(
    "rate_limited",
    `More than ${violated.limit} requests in one ${violated.name}. Wait ${retry_after} s, then go on.`,
    { retry_after, violated_policies: [violated.name], headers: { "retry-after": String(retry_after) } },
  );
}
