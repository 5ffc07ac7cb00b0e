import type { ApiKey, RotateApiKey } from "@stowage/contract/api-keys";
import { ROTATION_GRACE_SECONDS_MAX } from "@stowage/contract/limits";
import { formatCount, formatMoment, formatRelative } from "../../lib/format.ts";

const HOUR_SECONDS = 3_600;
const HOURS_MAX = ROTATION_GRACE_SECONDS_MAX / HOUR_SECONDS;

const GRACES = [
  { value: "1h", label: "1 hour", seconds: HOUR_SECONDS },
  { value: "24h", label: "24 hours", seconds: 24 * HOUR_SECONDS },
  { value: "7d", label: "7 days", seconds: ROTATION_GRACE_SECONDS_MAX },
] as const;

export type GraceChoice = "none" | (typeof GRACES)[number]["value"] | "other";

export const GRACE_OPTIONS: readonly { value: GraceChoice; label: string }[] = [
  ...GRACES.map(({ value, label }) => ({ value, label })),
  { value: "other", label: "Other" },
];

/** A rotation as its form holds it. */
export interface RotationValues {
  /** When the old secret stops: at once, after a while, or once the new one is used. */
  stops: "now" | "later" | "first_use";
  grace: GraceChoice;
  /** The same after the new secret's first use; "none" stops the old one right then. */
  graceAfterUse: GraceChoice;
  /** Whole hours, for the choice "other". */
  hours: string;
}

export const ROTATION_DEFAULT: RotationValues = {
  stops: "now",
  grace: "24h",
  graceAfterUse: "none",
  hours: "",
};

function graceOf({ stops, grace, graceAfterUse }: RotationValues): GraceChoice {
  if (stops === "now") return "none";
  return stops === "later" ? grace : graceAfterUse;
}

/** Says what is wrong with the hours that were typed; undefined where none are asked for. */
export function hoursProblem(values: RotationValues): string | undefined {
  if (graceOf(values) !== "other") return undefined;
  const hours = Number(values.hours);
  if (Number.isInteger(hours) && hours >= 1 && hours <= HOURS_MAX) return undefined;
  return `Enter whole hours, from 1 to ${HOURS_MAX} (7 days).`;
}

/** What is sent; undefined while the hours are not right. */
export function rotationOf(values: RotationValues): Omit<RotateApiKey, "id"> | undefined {
  if (hoursProblem(values) !== undefined) return undefined;
  const choice = graceOf(values);
  const named = GRACES.find(({ value }) => value === choice)?.seconds ?? 0;
  return {
    grace_seconds: choice === "other" ? Number(values.hours) * HOUR_SECONDS : named,
    activate: values.stops === "first_use" ? "first_use" : "now",
  };
}

/** What rotating will do to whoever still has the old secret. */
export function rotationSentence(
  key: Pick<ApiKey, "expires_at" | "last_used_at" | "last_used_ip">,
  values: RotationValues,
  now: Date,
): string {
  const rotation = rotationOf(values);
  if (rotation === undefined) return "Choose how long the old secret goes on working.";
  const { activate, grace_seconds } = rotation;
  if (activate === "first_use") {
    const then = grace_seconds === 0 ? "is refused from then on" : `works for ${spanOf(grace_seconds)} more`;
    return `The old secret works until the first call with the new one arrives, and ${then}.`;
  }
  if (grace_seconds === 0) return `The old secret is refused from that moment. ${lastUseOf(key, now)}`;
  const end = new Date(now.getTime() + grace_seconds * 1_000).toISOString();
  if (key.expires_at !== null && key.expires_at < end)
    return `Both secrets work until the key itself ends, ${formatMoment(key.expires_at, now)}.`;
  return `Both secrets work until ${formatMoment(end, now)}. Then the old one is refused.`;
}

function spanOf(seconds: number): string {
  const hours = seconds / HOUR_SECONDS;
  return hours > 24 && hours % 24 === 0 ? formatCount(hours / 24, "day") : formatCount(hours, "hour");
}

function lastUseOf({ last_used_at, last_used_ip }: Pick<ApiKey, "last_used_at" | "last_used_ip">, now: Date) {
  if (last_used_at === null) return "Nothing has used it yet.";
  return `It was last used ${formatRelative(last_used_at, now)}${last_used_ip ? ` from ${last_used_ip}` : ""}.`;
}
