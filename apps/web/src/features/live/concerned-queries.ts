import type { EventType } from "@stowage/contract/events";
import type { QueryKey } from "@tanstack/react-query";
import { trpc } from "../../lib/trpc.ts";

/** The part of a type before the dot. */
type Family = EventType extends `${infer Name}.${string}` ? Name : never;

const KEYS = {
  account: () => trpc.account.pathKey(),
  apiKeys: () => trpc.apiKeys.pathKey(),
  bins: () => trpc.bins.pathKey(),
  codes: () => trpc.codes.pathKey(),
  events: () => trpc.events.pathKey(),
  imports: () => trpc.imports.pathKey(),
  invitations: () => trpc.invitations.pathKey(),
  items: () => trpc.items.pathKey(),
  labels: () => trpc.labels.pathKey(),
  libraries: () => trpc.libraries.pathKey(),
  locations: () => trpc.locations.pathKey(),
  members: () => trpc.members.pathKey(),
  notifications: () => trpc.notifications.pathKey(),
  organizations: () => trpc.organizations.pathKey(),
  projects: () => trpc.projects.pathKey(),
  search: () => trpc.search.pathKey(),
  session: () => trpc.auth.session.pathKey(),
  summary: () => trpc.summary.pathKey(),
  tasks: () => trpc.tasks.pathKey(),
  triggers: () => trpc.triggers.pathKey(),
  whoami: () => trpc.whoami.pathKey(),
} as const satisfies Record<string, () => QueryKey>;
type Asked = keyof typeof KEYS;

const PLACES: Asked[] = ["locations", "libraries", "bins"];
const INVENTORY: Asked[] = [...PLACES, "items", "projects", "summary", "search", "codes", "labels"];

const CONCERNED: Record<Family, readonly Asked[]> = {
  item: ["items", ...PLACES, "projects", "summary", "search"],
  bin: INVENTORY,
  location: INVENTORY,
  code: ["codes", "labels", "bins", "locations"],
  task: ["tasks", "projects", "summary"],
  project: ["projects", "items", "tasks", "summary"],
  trigger: ["triggers"],
  import: ["imports", ...INVENTORY],
  trash: INVENTORY,
  sandbox: [...INVENTORY, "tasks", "triggers", "imports"],
  api_key: ["apiKeys"],
  hand_over: [],
  member: ["members", "invitations", "apiKeys", "organizations", "whoami", "session"],
  organization: ["organizations", "whoami", "session"],
};

/** What only says how much there is of a thing, which is shown where the thing stands. */
const ONLY_THE_AMOUNT: Partial<Record<EventType, readonly Asked[]>> = {
  "item.quantity_changed": ["projects", "summary"],
  "item.low_stock": ["summary"],
  "item.restocked": ["summary"],
  "item.expiring": [],
};

/** What people may be told of, in the bell. */
const NOTICED: ReadonlySet<string> = new Set<Family>(["item", "task", "trigger", "api_key", "member"]);

/** The queries whose answers an event may have changed. */
export function concernedBy(type: EventType): QueryKey[] {
  const family = familyOf(type);
  const asked = ONLY_THE_AMOUNT[type] ?? CONCERNED[family];
  // A type that only a newer server knows may be about anything.
  return asked ? [...new Set<Asked>(["events", ...asked])].map((name) => KEYS[name]()) : [[]];
}

/** Whether an event only says how much there is of an item by now. */
export const isOfAmount = (type: EventType): boolean => type in ONLY_THE_AMOUNT;

/** Those that follow a moment after the event, when the server has looked whom to tell. */
export function concernedLater(type: EventType): QueryKey[] {
  return NOTICED.has(familyOf(type)) ? [KEYS.notifications()] : [];
}

const familyOf = (type: EventType) => type.split(".")[0] as Family; // by the type of EventType
