import type { ProblemCode } from "@stowage/contract/problems";
import type { AlikeUses } from "../workers/alike-uses.ts";
import type { Alert } from "./alert-words.ts";

const DEAD: ReadonlySet<ProblemCode> = new Set(["key_disabled", "key_expired", "key_revoked"]);

/** The alerts that single uses raise, one for each occasion; uses of a bundle are within one. */
export function alertsOfUses(uses: readonly AlikeUses[]): Alert[] {
  const found = new Map<string, Alert>();
  for (const bundle of uses) {
    const alert = alertOf(bundle);
    if (alert) found.set([alert.api_key_id, alert.alert, alert.occasion].join("\n"), alert);
  }
  return [...found.values()];
}

function alertOf({ api_key_id, secret_id, code, endpoint, ip, last_at: at }: AlikeUses): Alert | null {
  if (code === null) return null;
  const day = new Date(at).toISOString().slice(0, 10);
  const seen = { api_key_id, ip };
  if (code === "rate_limited")
    return { ...seen, alert: "quota_reached", occasion: hourOf(at), data: { endpoint } };
  if (code === "key_rotated")
    return { ...seen, alert: "rotated_secret_used", occasion: `${secret_id}:${day}`, data: { endpoint } };
  if (DEAD.has(code)) return { ...seen, alert: "dead_key_used", occasion: day, data: { endpoint, code } };
  return null;
}

/** The UTC hour, such as `2026-01-02T03`. */
export function hourOf(at: number): string {
  return new Date(at).toISOString().slice(0, 13);
}

/** It was refused for who or where it came from: that is no use of the key, but a failed try. */
export function isRefusedEntry({ status, code }: Pick<AlikeUses, "status" | "code">): boolean {
  return status === 401 || code === "ip_not_allowed";
}
