import { EVENT_TYPES, type EventType } from "@stowage/contract/events";
import { globMatches } from "@stowage/contract/triggers";

/** What happens, as the end of a sentence that begins with "When". */
const HAPPENINGS: Record<EventType, string> = {
  "location.created": "a location is added",
  "location.updated": "a location is changed",
  "location.moved": "a location is moved",
  "location.deleted": "a location is deleted",
  "bin.created": "a bin is added",
  "bin.updated": "a bin is changed",
  "bin.moved": "a bin is moved",
  "bin.deleted": "a bin is deleted",
  "bin.restored": "a bin is restored",
  "item.created": "an item is added",
  "item.updated": "an item is changed",
  "item.quantity_changed": "a quantity changes",
  "item.moved": "an item is moved",
  "item.deleted": "an item is deleted",
  "item.restored": "an item is restored",
  "item.low_stock": "an item runs low",
  "item.restocked": "an item is in stock again",
  "item.expiring": "an item is about to expire",
  "code.reserved": "blank labels are made",
  "code.claimed": "a label is put on something",
  "code.released": "a label is taken off",
  "task.created": "a task is added",
  "task.updated": "a task is changed",
  "task.completed": "a task is done",
  "task.deleted": "a task is deleted",
  "project.created": "a project is added",
  "project.updated": "a project is changed",
  "project.deleted": "a project is deleted",
  "project.reserved": "a project reserves stock",
  "project.released": "a project gives stock back",
  "project.consumed": "a project uses stock",
  "trigger.created": "a trigger is added",
  "trigger.updated": "a trigger is changed",
  "trigger.deleted": "a trigger is deleted",
  "trigger.secret_rotated": "a trigger gets a new signing secret",
  "trigger.disabled": "a trigger is turned off, as it failed",
  "import.completed": "a file is imported",
  "trash.purged": "the trash is emptied of what is old",
  "api_key.created": "an API key is made",
  "api_key.updated": "an API key is changed",
  "api_key.revoked": "an API key is revoked",
  "api_key.rotated": "an API key gets a new secret",
  "api_key.rotation_activated": "an API key's new secret takes effect",
  "api_key.rotation_finished": "an API key's old secret ends",
  "api_key.rotation_cancelled": "an API key's new secret is taken back",
  "api_key.renewed": "an API key is renewed",
  "api_key.expiring": "an API key ends soon",
  "api_key.expired": "an API key has expired",
  "api_key.used_from_new_network": "an API key is used from a new network",
  "api_key.authentication_failed": "an API key is refused again and again",
  "api_key.quota_reached": "an API key is out of calls",
  "api_key.rotated_secret_used": "an API key's old secret is used",
  "api_key.dead_key_used": "an API key is called after its end",
  "api_key.exposed": "an API key is exposed in a URL",
  "hand_over.approved": "a program is allowed a key",
  "hand_over.refused": "a program is refused a key",
  "member.invited": "somebody is invited",
  "member.joined": "somebody joins",
  "member.updated": "a member is changed",
  "member.removed": "a member leaves or is removed",
  "organization.created": "the organization is made",
  "organization.updated": "the organization is changed",
  "sandbox.reset": "the test data is refilled",
};

const ANYTHING = "anything happens";

/** Kinds of events under one heading; `whole` is for all of a family at once. */
const GROUPS: readonly { label: string; families: readonly string[]; whole?: string }[] = [
  { label: "Items", families: ["item"], whole: "anything happens to an item" },
  { label: "Bins", families: ["bin"], whole: "anything happens to a bin" },
  { label: "Locations", families: ["location"], whole: "anything happens to a location" },
  { label: "Tasks", families: ["task"], whole: "anything happens to a task" },
  { label: "Projects", families: ["project"], whole: "anything happens to a project" },
  { label: "Labels", families: ["code"], whole: "anything happens to a label" },
  { label: "API keys", families: ["api_key"], whole: "anything happens to an API key" },
  { label: "Members", families: ["member"], whole: "anything happens to a member" },
  { label: "Triggers", families: ["trigger"], whole: "anything happens to a trigger" },
  { label: "Everything else", families: ["organization", "hand_over", "import", "trash", "sandbox"] },
];

/** The types that matter most come first within their group. */
const FIRST: readonly EventType[] = [
  "item.low_stock",
  "item.restocked",
  "item.expiring",
  "item.quantity_changed",
  "task.completed",
];

/** A type of event, or a glob for several, with its words. */
export interface EventChoice {
  value: string;
  label: string;
}

export interface EventChoiceGroup {
  label: string;
  items: EventChoice[];
}

const familyOf = (type: string): string => type.slice(0, type.indexOf("."));
const rankOf = (type: EventType): number => (FIRST.includes(type) ? FIRST.indexOf(type) : FIRST.length);

/** Everything that a trigger can listen to, in groups. */
export const EVENT_CHOICES: readonly EventChoiceGroup[] = [
  ...GROUPS.map(({ label, families, whole }) => ({
    label,
    items: [
      ...EVENT_TYPES.filter((type) => families.includes(familyOf(type)))
        .toSorted((a, b) => rankOf(a) - rankOf(b))
        .map((type) => ({ value: type as string, label: HAPPENINGS[type] })),
      ...(whole ? families.map((family) => ({ value: `${family}.*`, label: whole })) : []),
    ],
  })),
  { label: "All of it", items: [{ value: "*", label: ANYTHING }] },
];

const LABELS = new Map(EVENT_CHOICES.flatMap(({ items }) => items.map(({ value, label }) => [value, label])));

/** A type of event in words; one that only a newer server knows is called as it is. */
export function eventWords(glob: string): string {
  return LABELS.get(glob) ?? `“${glob}” happens`;
}

/** What a trigger listens to, after "When": "an item runs low or an item is about to expire". */
export function whenWords(globs: readonly string[]): string {
  return globs.map(eventWords).join(" or ");
}

/** The choice with one more or less; a glob takes in what it names, so both are never there together. */
export function chosenEvents(before: readonly string[], after: readonly string[]): string[] {
  const added = after.filter((glob) => !before.includes(glob));
  const covers = (one: string, other: string) =>
    one !== other && (one === "*" || (one.endsWith(".*") && globMatches(one, other)));
  return after.filter(
    (glob) => added.includes(glob) || !added.some((newer) => covers(newer, glob) || covers(glob, newer)),
  );
}
