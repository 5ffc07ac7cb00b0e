import type { EventType } from "@stowage/contract/events";
import { formatCount, formatDate } from "../../lib/format.ts";
import type { FeedEvent } from "./feed-event.ts";

interface EventWords {
  /** Between who did it and what it was done to: "Ada *moved the bin* Fasteners". */
  verb: string;
  /** In place of the verb when the thing itself is the subject: "Espresso beans *is running low*". */
  state?: string;
  /** The verb says all: "Ada *refilled the test data*". */
  isWhole?: true;
}

/** What the words of an event depend on. */
type WordedEvent = Pick<FeedEvent, "type" | "changes" | "data" | "ip" | "actor_user_id" | "subject_id">;

type Words = EventWords | ((event: WordedEvent) => EventWords);

const WORDS: Record<EventType, Words> = {
  "location.created": { verb: "added the location" },
  "location.updated": { verb: "changed the location" },
  "location.moved": { verb: "moved the location" },
  "location.deleted": { verb: "deleted the location" },
  "bin.created": { verb: "added the bin" },
  "bin.updated": { verb: "changed the bin" },
  "bin.moved": { verb: "moved the bin" },
  "bin.deleted": { verb: "deleted the bin" },
  "bin.restored": { verb: "restored the bin" },
  "item.created": { verb: "added" },
  "item.updated": { verb: "changed" },
  "item.quantity_changed": { verb: "changed the quantity of" },
  "item.moved": { verb: "moved" },
  "item.deleted": { verb: "deleted" },
  "item.restored": { verb: "restored" },
  "item.low_stock": state("is running low"),
  "item.restocked": state("is in stock again"),
  "item.expiring": ({ data }) => state(expiryWords(data)),
  "code.reserved": { verb: "made blank labels", isWhole: true },
  "code.claimed": { verb: "put a label on" },
  "code.released": { verb: "took a label off" },
  "task.created": { verb: "added the task" },
  "task.updated": ({ data, changes }) =>
    followsStock(data, "stock_changed") ? state(missingWords(changes.missing)) : { verb: "changed the task" },
  "task.completed": ({ data }) =>
    followsStock(data, "restocked") ? state("is done, as the stock is back") : { verb: "completed the task" },
  "task.deleted": { verb: "deleted the task" },
  "project.created": { verb: "added the project" },
  "project.updated": { verb: "changed the project" },
  "project.deleted": { verb: "deleted the project" },
  "project.reserved": ({ data }) => ({ verb: `reserved ${thingIn(data)} for` }),
  "project.released": ({ data }) => ({ verb: `took ${thingIn(data)} off the project` }),
  "project.consumed": ({ data }) => ({ verb: `${useOf(data.items)} for` }),
  "trigger.created": { verb: "added the trigger" },
  "trigger.updated": { verb: "changed the trigger" },
  "trigger.deleted": { verb: "deleted the trigger" },
  "trigger.secret_rotated": { verb: "gave a new signing secret to the trigger" },
  "trigger.disabled": state("was turned off, as its deliveries failed"),
  "import.completed": { verb: "imported" },
  "trash.purged": state("was emptied of what was old"),
  "api_key.created": { verb: "made the API key" },
  "api_key.updated": { verb: "changed the API key" },
  "api_key.revoked": { verb: "revoked the API key" },
  "api_key.rotated": { verb: "gave a new secret to the API key" },
  "api_key.rotation_activated": state("was called with its new secret, which has taken effect"),
  "api_key.rotation_finished": { verb: "ended the old secret of the API key" },
  "api_key.rotation_cancelled": { verb: "took back the new secret of the API key" },
  "api_key.renewed": state("was renewed by itself"),
  "api_key.expiring": ({ data }) =>
    state(
      `ends soon${onDate(data.expires_at)}${data.not_renewed_because ? ", and will not be renewed" : ""}`,
    ),
  "api_key.expired": state("has expired"),
  "api_key.used_from_new_network": ({ data, ip }) =>
    state(`was used from a new network${text(", ", data.network ?? ip)}`),
  "api_key.authentication_failed": ({ data }) =>
    state(
      typeof data.refusals === "number" && typeof data.minutes === "number"
        ? `was refused ${formatCount(data.refusals, "time")} within ${formatCount(data.minutes, "minute")}`
        : "was refused again and again",
    ),
  "api_key.quota_reached": state("used up its rate limit"),
  "api_key.rotated_secret_used": ({ ip }) => state(`was called with an old secret${text(" from ", ip)}`),
  "api_key.dead_key_used": ({ data, ip }) =>
    state(`is still called${text(" from ", ip)}, although it ${DEAD[String(data.code)] ?? "has ended"}`),
  "api_key.exposed": state("was sent in a URL, where others may have seen it"),
  "hand_over.approved": { verb: "allowed a key for the program" },
  "hand_over.refused": { verb: "refused a key to the program" },
  "member.invited": ({ data }) =>
    data.email === null ? { verb: "made a link that invites people", isWhole: true } : { verb: "invited" },
  "member.joined": state("joined"),
  "member.updated": ({ changes }) => ({ verb: memberVerb(changes.is_active?.new) }),
  "member.removed": ({ actor_user_id, subject_id }) =>
    actor_user_id === subject_id ? state("left") : { verb: "removed the member" },
  "organization.created": { verb: "made the organization" },
  "organization.updated": { verb: "changed the organization" },
  "sandbox.reset": { verb: "refilled the test data", isWhole: true },
};

/** Whether a task changed by itself: whoever changed the stock did not touch the task. */
function followsStock({ because, undoes }: FeedEvent["data"], cause: string): boolean {
  return because === cause && undoes === undefined;
}

function missingWords(missing: FeedEvent["changes"][string] | undefined): string {
  if (missing?.new === 0) return "has nothing missing any more, as the stock is back";
  return Number(missing?.new) < Number(missing?.old)
    ? "has less missing, as the stock changed"
    : "has more missing, as the stock changed";
}

function expiryWords({ days_left, expires_on }: FeedEvent["data"]): string {
  if (days_left === 0) return "expires today";
  return Number(days_left) < 0 ? "has expired" : `expires soon${onDate(expires_on)}`;
}

const DEAD: Record<string, string> = {
  key_disabled: "is disabled",
  key_expired: "has expired",
  key_revoked: "was revoked",
};

/** The words of an event; a type that a newer server added still reads as a sentence. */
export function wordsOf(event: WordedEvent): EventWords {
  const disabling = event.changes.disabled_at;
  if (disabling) return { verb: disabling.new === null ? "enabled the API key" : "disabled the API key" };
  const words: Words = WORDS[event.type] ?? {
    verb: `did “${String(event.type).replaceAll(/[._]/g, " ")}” to`,
  };
  const said = typeof words === "function" ? words(event) : words;
  // What was gone for good is made anew by an undo.
  return event.data.undoes === undefined
    ? said
    : { ...said, verb: said.verb.replace(/^added/, "brought back") };
}

/** Whether a person can ask for it to be put back: what changed things, and holds. */
export function isUndoable({ type, undone_by }: Pick<FeedEvent, "type" | "undone_by">): boolean {
  return undone_by === null && UNDOABLE.test(type);
}

const UNDOABLE =
  /^(location|bin|item|task|project)\.(created|updated|moved|quantity_changed|deleted|restored|completed|reserved|released|consumed)$|^code\.(claimed|released)$/;

/** `min_quantity` → "Min quantity", `location_id` → "Location". */
export function fieldLabel(field: string): string {
  const words = LABELS[field] ?? field.replace(/_id$/, "").replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const LABELS: Record<string, string> = {
  allowed_cidrs: "networks",
  location_ids: "places",
  api_key_makers: "keys are made by",
  api_key_days_max: "longest life of a key, in days",
  event_retention_days: "activity kept, in days",
  request_retention_days: "calls kept, in days",
  trash_days: "trash kept, in days",
  test_webhook_hosts: "hosts that test triggers may post to",
};

/** Suspending and its end are changes of their own kind; a new role is not. */
function memberVerb(isActive: unknown): string {
  if (isActive === undefined) return "changed the member";
  return isActive ? "readmitted" : "suspended";
}

/** The item that an event of a project is about. */
function thingIn(data: unknown): string {
  const named = typeof data === "object" && data !== null && "item_name" in data ? data.item_name : "";
  return typeof named === "string" && named !== "" ? named : "stock";
}

/** What a project took out of the stock; undone, it is less than nothing. */
function useOf(items: unknown): string {
  const [first, ...others]: unknown[] = Array.isArray(items) ? items : [];
  const words = others.length === 0 ? thingIn(first) : formatCount(others.length + 1, "thing");
  const isPutBack =
    typeof first === "object" && first !== null && "quantity" in first && Number(first.quantity) < 0;
  return `${isPutBack ? "put back" : "used"} ${words}`;
}

function state(words: string): EventWords {
  return { verb: "", state: words };
}

function text(before: string, value: unknown): string {
  return typeof value === "string" && value !== "" ? before + value : "";
}

function onDate(value: unknown): string {
  return typeof value === "string" ? `, on ${formatDate(value)}` : "";
}
