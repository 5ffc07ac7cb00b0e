import type { KeyRotation } from "@stowage/contract/api-keys";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Where a rotation stands. */
export function oldSecretWords({ is_pending, old_secret_ends_at }: KeyRotation): string {
  if (is_pending) return "The new secret waits for its first call. Until then the old one works.";
  if (old_secret_ends_at === null) return "The new secret is in use; the old one still works.";
  return "Both secrets work for now.";
}

/** `2 d 3 h`, `3 h 12 min`, `4 min 9 s`, `12 s`; nothing left is `0 s`. */
export function timeLeft(end: string, now: Date): string {
  const seconds = Math.max(0, Math.ceil((Date.parse(end) - now.getTime()) / 1_000));
  if (seconds >= DAY) return `${Math.floor(seconds / DAY)} d ${Math.floor((seconds % DAY) / HOUR)} h`;
  if (seconds >= HOUR) return `${Math.floor(seconds / HOUR)} h ${Math.floor((seconds % HOUR) / MINUTE)} min`;
  if (seconds >= MINUTE) return `${Math.floor(seconds / MINUTE)} min ${seconds % MINUTE} s`;
  return `${seconds} s`;
}

/** The program of a user agent: `curl` of `curl/8.5.0`, `HomeAssistant` of `HomeAssistant/2026.1 aiohttp/3.9`. */
export function agentName(agent: string): string {
  return agent.split(/[/\s(]/)[0] || agent;
}
