import type { ApiKeyWithUsage, NotRenewedReason } from "@stowage/contract/api-keys";
import { SCOPES, type Scope } from "@stowage/contract/scopes";
import { formatCount, formatDate } from "../../lib/format.ts";
import { joinWords } from "./access-words.ts";
import { hasEnded, overdueSecretDays } from "./key-status.ts";

export type CoachKind = "unused" | "too_wide" | "old_secret" | "not_renewed";

/** One thing that would make a key safer, and why. */
export interface CoachLine {
  kind: CoachKind;
  title: string;
  text: string;
}

type CoachedKey = Pick<
  ApiKeyWithUsage,
  | "status"
  | "scopes"
  | "environment"
  | "acts_as_name"
  | "created_at"
  | "rotated_at"
  | "last_used_at"
  | "expires_at"
  | "auto_renew"
  | "advice"
>;

/** Watched for less than this, a key may simply not have come to its monthly job yet. */
const WATCHED_DAYS_MIN = 30;
const DAY_MS = 86_400_000;

/** K37, K15, K35: what is worth saying about a key that works; nothing for one that has ended. */
export function coachLines(key: CoachedKey, now: Date): CoachLine[] {
  if (hasEnded(key)) return [];
  return [unusedLine(key), tooWideLine(key, now), oldSecretLine(key, now), notRenewedLine(key)].filter(
    (line) => line !== null,
  );
}

function unusedLine({ advice, last_used_at, created_at }: CoachedKey): CoachLine | null {
  if (!advice.is_unused) return null;
  const since =
    last_used_at === null
      ? `It has never been used since it was made on ${formatDate(created_at)}.`
      : `Its last call was on ${formatDate(last_used_at)}.`;
  return {
    kind: "unused",
    title: `Not used for ${formatCount(advice.unused_for_days, "day")}`,
    text: `${since} A key that nobody needs can only do harm.`,
  };
}

function tooWideLine({ advice, scopes }: CoachedKey, now: Date): CoachLine | null {
  const { used_scopes, unused_scopes } = advice;
  if (used_scopes.length === 0 || unused_scopes.length === 0) return null;
  const isEverything = scopes.includes("admin:*");
  const watchedDays = (now.getTime() - Date.parse(advice.observed_since)) / DAY_MS;
  const early = watchedDays < WATCHED_DAYS_MIN ? " That is not long: a monthly job may need more." : "";
  return {
    kind: "too_wide",
    title: isEverything
      ? `Holds everything, and uses ${formatCount(used_scopes.length, "scope")}`
      : `Uses ${used_scopes.length} of its ${formatCount(scopes.length, "scope")}`,
    text: `Since ${formatDate(advice.observed_since)} it used ${namesOf(used_scopes)}${
      isEverything ? "" : `, but never ${namesOf(unused_scopes)}`
    }.${early}`,
  };
}

function oldSecretLine(key: CoachedKey, now: Date): CoachLine | null {
  const days = overdueSecretDays(key, now);
  if (days === null) return null;
  const limit = key.environment === "live" ? 90 : 180;
  return {
    kind: "old_secret",
    title: `Its secret is ${formatCount(days, "day")} old`,
    text: `Secrets for ${key.environment} data are best replaced every ${limit} days. Rotating with a grace leaves no gap.`,
  };
}

function notRenewedLine({ auto_renew, advice, acts_as_name, expires_at }: CoachedKey): CoachLine | null {
  if (!auto_renew || advice.not_renewed_because === null || expires_at === null) return null;
  const reasons: Record<NotRenewedReason, string> = {
    unused: "it was not used for 90 days",
    subject_disabled: `${acts_as_name}, whom it acts as, may not come in`,
    plan_restricted: "the plan does not include that",
    lifetime_too_long: "its lifetime is longer than the organization allows",
  };
  return {
    kind: "not_renewed",
    title: "It will not renew itself",
    text: `As things stand it ends on ${formatDate(expires_at)}, since ${reasons[advice.not_renewed_because]}.`,
  };
}

const NAMED_MAX = 4;

function namesOf(scopes: readonly Scope[]): string {
  const names = scopes.map((scope) => SCOPES[scope].label.toLowerCase());
  if (names.length <= NAMED_MAX) return joinWords(names);
  return joinWords([...names.slice(0, NAMED_MAX - 1), `${names.length - NAMED_MAX + 1} more`]);
}
