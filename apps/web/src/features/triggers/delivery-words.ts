import type { Delivery, DeliveryError, DeliveryStatus } from "@stowage/contract/deliveries";
import { formatCount } from "../../lib/format.ts";

interface Reason {
  /** What went wrong. */
  what: string;
  /** What to do about it. */
  remedy: string;
}

const REASONS: Record<DeliveryError, Reason> = {
  http_status: {
    what: "The other side refused it",
    remedy: "Its answer below says why. Any answer from 200 to 299 counts as success.",
  },
  redirect: {
    what: "The other side answered with a redirect",
    remedy: "Redirects are not followed. Put the address that it leads to into the trigger.",
  },
  timeout: {
    what: "No answer came within five seconds",
    remedy: "Let the other side answer at once and do its work afterwards.",
  },
  connection_refused: {
    what: "Nothing listens at that address",
    remedy: "Check host and port, and that the program there is running.",
  },
  connection_failed: {
    what: "The connection broke off",
    remedy: "Check that this server can reach the other one: network, firewall, proxy.",
  },
  dns_failed: {
    what: "The name of the host was not found",
    remedy: "Check its spelling. A name such as homeassistant.local may need the address in numbers instead.",
  },
  tls_failed: {
    what: "The secure connection was not trusted",
    remedy:
      "Its certificate has run out, is for another name or is home-made. Within your own network, http:// works too.",
  },
  address_refused: {
    what: "That address may not be posted to",
    remedy:
      "This machine itself is only allowed if whoever runs the server sets WEBHOOK_ALLOW_LOOPBACK=true; link-local addresses never are.",
  },
  not_allowed_in_test: {
    what: "Test triggers may not post to that host",
    remedy: "The organization's settings name the hosts that they may post to.",
  },
  bad_response: {
    what: "The answer was not HTTP",
    remedy: "Check the port, and whether it should be https://.",
  },
  secret_unreadable: {
    what: "The signing secret cannot be opened",
    remedy: "The server's own secret changed since. Rotate the signing secret, and enter the headers again.",
  },
  too_many_tasks: {
    what: "Triggers had made 1,000 tasks within an hour",
    remedy: "Look whether they answer to each other, and give them a condition or a pause. Then try again.",
  },
  task_failed: {
    what: "The server could not make the task",
    remedy: "Its log says why. Try again, or tell whoever runs the server.",
  },
  interrupted: {
    what: "The server was cut off in the middle of it, again and again",
    remedy: "Its log says why. Look whether it arrived, and try it again.",
  },
  assignee_gone: {
    what: "The person whom the task is for has left",
    remedy: "Choose another assignee in the trigger, or none.",
  },
};

/** Why an attempt failed, and what to do; a reason that only a newer server knows is called as it is. */
export function reasonOf(error: DeliveryError): Reason {
  return REASONS[error] ?? { what: `It failed: ${String(error)}`, remedy: "Try it again." };
}

export const STATUS_LABELS: Record<DeliveryStatus, string> = {
  pending: "On its way",
  succeeded: "Succeeded",
  failed: "Failed",
  cancelled: "Cancelled",
};

const STATUS_TONES = {
  pending: "accent",
  succeeded: "ok",
  failed: "danger",
  cancelled: "neutral",
} as const satisfies Record<DeliveryStatus, string>;

/** The state of a delivery as a mark: one that failed and is not given up says so. */
export function statusMark({ status, attempts }: Pick<Delivery, "status" | "attempts">) {
  if (status === "pending" && attempts > 0) return { label: "Will be tried again", tone: "warn" } as const;
  return { label: STATUS_LABELS[status], tone: STATUS_TONES[status] };
}

type Told = Pick<
  Delivery,
  "status" | "type" | "attempts" | "task_id" | "response_status" | "response_ms" | "error"
>;

/** How a delivery went, in a few words: "answered 204 in 31 ms", "nothing listens at that address, 3 attempts so far". */
export function outcomeWords(delivery: Told): string {
  const { status, type, attempts, task_id, response_status, response_ms, error } = delivery;
  if (status === "cancelled") return "called off: its trigger was turned off or changed";
  if (status === "succeeded") {
    if (type === "create_task")
      return task_id === null ? "resolved before anybody had to be asked" : "the task is there";
    return `answered ${response_status ?? ""}${response_ms === null ? "" : ` in ${response_ms} ms`}`;
  }
  if (status === "pending" && attempts === 0) return "waits for its first attempt";
  const why =
    error === "http_status" && response_status !== null
      ? `refused with ${response_status}`
      : error === null
        ? "tried"
        : lowerFirst(reasonOf(error).what);
  return status === "pending" ? `${why}, ${formatCount(attempts, "attempt")} so far` : why;
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** JSON as one reads it; what is no JSON as it is. */
export function readable(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
