import {
  type ApproveHandOver,
  type BeginHandOver,
  HAND_OVER_INTERVAL_SECONDS,
  type HandOverStatus,
} from "@stowage/contract/hand-overs";
import { PRESETS } from "@stowage/contract/presets";
import { inCatalogueOrder, type Scope } from "@stowage/contract/scopes";
import type { HandOverTerms } from "@stowage/db/schema/hand-overs";

/** What settles how far a hand-over is. */
export interface HandOverTimes {
  expires_at: string;
  approved_at: string | null;
  refused_at: string | null;
  collected_at: string | null;
}

/** How far a hand-over is at `nowMs`. A key that was collected is given to nobody again, so it counts as over. */
export function statusOf(times: HandOverTimes, nowMs: number): HandOverStatus {
  if (times.refused_at !== null) return "refused";
  if (times.collected_at !== null || Date.parse(times.expires_at) <= nowMs) return "expired";
  return times.approved_at === null ? "pending" : "approved";
}

/** The scopes that a program would like; null when it leaves them to the person. */
export function wishedScopes({ scopes = [], preset }: BeginHandOver): Scope[] | null {
  const wished = [...scopes, ...(preset ? PRESETS[preset].scopes : [])];
  return wished.length === 0 ? null : inCatalogueOrder(wished);
}

/** The key that an approval stands for, under the program's name unless it has one of its own. */
export function termsOf(
  { user_code: _code, name, ...terms }: ApproveHandOver,
  client_name: string,
): HandOverTerms {
  return {
    ...terms,
    name: name ?? client_name,
    description: `Handed over to ${client_name}`,
    active: true,
  };
}

/** Whole seconds until a program that asked at `asked_at` may ask again, at least one. */
export function secondsToWait(asked_at: string, nowMs: number): number {
  const left = Date.parse(asked_at) + HAND_OVER_INTERVAL_SECONDS * 1_000 - nowMs;
  return Math.min(HAND_OVER_INTERVAL_SECONDS, Math.max(1, Math.ceil(left / 1_000)));
}
