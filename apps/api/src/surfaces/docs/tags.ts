import type { AppRouter } from "../../trpc/router.ts";

/** A chapter of the API reference. */
export interface Tag {
  name: string;
  description: string;
}

const ACCOUNT: Tag = {
  name: "Account",
  description:
    "Signing in and out, one's own account, its sessions and its second factor. For people, in a browser.",
};
const API_KEYS: Tag = {
  name: "API keys",
  description: "Making, rotating, watching and ending keys, and what the calling key may do.",
};
const ORGANIZATIONS: Tag = {
  name: "Organizations",
  description: "Organizations, who is in them, and the invitations to them.",
};
const INSTANCE: Tag = { name: "Instance", description: "What whoever runs this server does." };
const NOTIFICATIONS: Tag = {
  name: "Notifications",
  description: "What a person is told, and how they want to be told it.",
};
const LOCATIONS: Tag = {
  name: "Locations",
  description: "Places within places: a workshop, its shelves, their boards.",
};
const BINS: Tag = { name: "Bins", description: "Boxes, drawers and bags, each with a label." };
const ITEMS: Tag = {
  name: "Items",
  description: "What lies in bins: how much of it, and how much there should be.",
};
const LABELS: Tag = {
  name: "Labels",
  description: "Codes on labels: reserving, printing, scanning and claiming them.",
};
const FINDING: Tag = { name: "Finding", description: "The search, and the numbers of the home page." };
const TASKS: Tag = { name: "Tasks", description: "What is to be done, such as buying more." };
const PROJECTS: Tag = { name: "Projects", description: "What items are kept for, and used up by." };
const ACTIVITY: Tag = {
  name: "Activity",
  description: "Everything that happened: reading it, following it, undoing it.",
};
const TRIGGERS: Tag = {
  name: "Triggers",
  description: "What follows when something happens: webhooks and tasks.",
};
const TRANSFERS: Tag = { name: "Import and export", description: "Everything out as a file, and in again." };

/** The tag of each noun of the router. */
const TAG_OF = {
  auth: ACCOUNT,
  account: ACCOUNT,
  sessions: ACCOUNT,
  twoFactor: ACCOUNT,
  whoami: API_KEYS,
  apiKeys: API_KEYS,
  rateLimit: API_KEYS,
  leakedKeys: API_KEYS,
  handOvers: API_KEYS,
  organizations: ORGANIZATIONS,
  members: ORGANIZATIONS,
  invitations: ORGANIZATIONS,
  instanceUsers: INSTANCE,
  notifications: NOTIFICATIONS,
  sandbox: TRANSFERS,
  locations: LOCATIONS,
  libraries: LOCATIONS,
  bins: BINS,
  items: ITEMS,
  scan: LABELS,
  codes: LABELS,
  labels: LABELS,
  search: FINDING,
  summary: FINDING,
  tasks: TASKS,
  projects: PROJECTS,
  events: ACTIVITY,
  triggers: TRIGGERS,
  deliveries: TRIGGERS,
  exports: TRANSFERS,
  imports: TRANSFERS,
} satisfies Record<keyof AppRouter["_def"]["record"], Tag>;

const tagOfNoun: ReadonlyMap<string, Tag> = new Map(Object.entries(TAG_OF));

/** @throws Error for a noun that has none */
export function tagOf(procedure: string): Tag {
  const [noun = ""] = procedure.split(".");
  const tag = tagOfNoun.get(noun);
  if (!tag) throw new Error(`${noun}: say in tags.ts which chapter of the reference it belongs to`);
  return tag;
}

/** All of them, in the order of the reference. */
export const TAGS: readonly Tag[] = [
  LOCATIONS,
  BINS,
  ITEMS,
  LABELS,
  FINDING,
  TASKS,
  PROJECTS,
  ACTIVITY,
  TRIGGERS,
  TRANSFERS,
  API_KEYS,
  ORGANIZATIONS,
  NOTIFICATIONS,
  ACCOUNT,
  INSTANCE,
];
