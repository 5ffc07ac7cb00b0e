import type { ApiKeyAlert } from "@stowage/contract/api-keys";
import type { EventType } from "@stowage/contract/events";
import type { ProblemCode } from "@stowage/contract/problems";

/** The event that each alert is recorded as. */
export const ALERT_EVENTS = {
  new_network: "api_key.used_from_new_network",
  authentication_failed: "api_key.authentication_failed",
  quota_reached: "api_key.quota_reached",
  rotated_secret_used: "api_key.rotated_secret_used",
  dead_key_used: "api_key.dead_key_used",
} as const satisfies Record<ApiKeyAlert, EventType>;

/** One alert: what was seen, and on which occasion, which tells one time from another. */
export interface Alert {
  alert: ApiKeyAlert;
  api_key_id: string;
  occasion: string;
  /** Of the call that raised it. */
  ip: string;
  data: Record<string, string | number>;
}

interface NamedKey {
  name: string;
  prefix: string;
}

/** What is said of it: the fact, and what to do if it was not expected. */
export function alertWords(key: NamedKey, { alert, ip, data }: Alert): { title: string; body: string } {
  const named = `The API key ${key.name} (${key.prefix})`;
  switch (alert) {
    case "new_network":
      return {
        title: `${key.name} is used from a new network`,
        body:
          `${named} was used from ${ip}, and never before from the network ${data.network}. If that is not you, ` +
          "rotate or revoke the key; on its page you can also limit it to the networks that you know.",
      };
    case "authentication_failed":
      return {
        title: `${key.name} is refused again and again`,
        body:
          `${named} was refused ${data.refusals} times or more within ${data.minutes} minutes, last for ${ip}. ` +
          "Its log tells why: most often a program goes on with a key that has ended, or from a network that the key is not allowed in.",
      };
    case "quota_reached":
      return {
        title: `${key.name} has used up its rate limit`,
        body:
          `${named} made more calls than it may; those are refused until the window ends. ` +
          "Let the program wait as Retry-After says and ask less often, or see whether the key's own limit is too low.",
      };
    case "rotated_secret_used":
      return {
        title: `An old secret of ${key.name} is still used`,
        body:
          `${named} was rotated, and somebody at ${ip} still calls with a secret that has ended; they are refused. ` +
          "Give that program the new secret. If you know of no such program, the old secret may have leaked.",
      };
    case "dead_key_used":
      return {
        title: `${key.name} is still called`,
        body:
          `${named} ${DEAD[String(data.code)] ?? "has ended"}, and somebody at ${ip} still calls with it; they are refused. ` +
          "Give that program another key, or end it.",
      };
  }
}

const DEAD: Record<string, string> = {
  key_disabled: "is disabled",
  key_expired: "has expired",
  key_revoked: "was revoked",
} satisfies Partial<Record<ProblemCode, string>>;
