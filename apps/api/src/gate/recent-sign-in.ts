import { RECENT_SIGN_IN_MINUTES } from "@stowage/contract/limits";
import { ProblemError } from "../problems.ts";
import type { PersonCaller } from "./caller.ts";

/** Until when a session may do what is delicate without its person proving who they are again. */
export function recentUntil(authenticated_at: string): string {
  return new Date(Date.parse(authenticated_at) + RECENT_SIGN_IN_MINUTES * 60_000).toISOString();
}

/**
 * K62: what a stolen cookie must not be enough for.
 * @throws recent_sign_in_required
 */
export function requireRecentSignIn(caller: Pick<PersonCaller, "authenticated_at">, nowMs: number): void {
  if (nowMs < Date.parse(recentUntil(caller.authenticated_at))) return;
  throw new ProblemError(
    "recent_sign_in_required",
    "Confirm that it is you: send your password to /auth/confirm, then try again.",
  );
}
