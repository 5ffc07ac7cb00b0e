import { z } from "zod";

interface ScopeWords {
  /** A few words for a form: "Read bins". */
  label: string;
  /** What a key with it can do, as a sentence. */
  description: string;
}

/** Every scope there is. A new one is one more entry here; its words are not optional. */
export const SCOPES = {
  "locations:read": { label: "Read locations", description: "See places and how they nest." },
  "locations:write": { label: "Write locations", description: "Create, rename and move places." },
  "locations:delete": { label: "Delete locations", description: "Remove places." },
  "bins:read": { label: "Read bins", description: "See bins, their codes and where they are." },
  "bins:write": { label: "Write bins", description: "Create, change and move bins." },
  "bins:delete": { label: "Delete bins", description: "Put bins in the trash." },
  "items:read": { label: "Read items", description: "See items and how much there is of each." },
  "items:write": { label: "Write items", description: "Create and change items, count and move stock." },
  "items:delete": { label: "Delete items", description: "Put items in the trash." },
  "tasks:read": { label: "Read tasks", description: "See tasks." },
  "tasks:write": { label: "Write tasks", description: "Create, change and complete tasks." },
  "tasks:delete": { label: "Delete tasks", description: "Remove tasks." },
  "projects:read": { label: "Read projects", description: "See projects and what they reserve." },
  "projects:write": { label: "Write projects", description: "Create projects, reserve and consume stock." },
  "projects:delete": { label: "Delete projects", description: "Remove projects." },
  "triggers:read": {
    label: "Read triggers",
    description: "See triggers and their deliveries, with what was posted.",
  },
  "triggers:write": {
    label: "Write triggers",
    description: "Create, change and delete triggers, which post what happens wherever they say.",
  },
  "events:read": { label: "Read activity", description: "See what changed, when and by whom." },
  "users:read": { label: "Read members", description: "See who belongs to the organization." },
  "users:write": { label: "Manage members", description: "Invite, change and remove members." },
  "organizations:read": { label: "Read organization", description: "See the organization's settings." },
  "organizations:write": { label: "Manage organization", description: "Change the organization's settings." },
  "api-keys:manage": {
    label: "Manage API keys",
    description: "Create, change and revoke API keys, never beyond its own rights.",
  },
  "admin:*": {
    label: "Everything",
    description: "All of the above and whatever is added later. Dangerous: treat it like a password.",
  },
} as const satisfies Record<string, ScopeWords>;

export type Scope = keyof typeof SCOPES;

export const ALL_SCOPES = Object.keys(SCOPES) as Scope[]; // keys of a const object: exactly Scope

export const Scope = z.enum(ALL_SCOPES);

/** Scopes as a key stores them: distinct, in catalogue order. */
export const ScopeSet = z
  .array(Scope)
  .min(1)
  .max(ALL_SCOPES.length)
  .overwrite((scopes) => inCatalogueOrder(scopes));

export function inCatalogueOrder(scopes: Iterable<Scope>): Scope[] {
  const wanted = new Set(scopes);
  return ALL_SCOPES.filter((scope) => wanted.has(scope));
}

/** `admin:*` grants every scope, those of later versions too; any other scope grants itself alone. */
export function grants(granted: readonly Scope[], required: Scope): boolean {
  return granted.includes(required) || granted.includes("admin:*");
}

export function missingScopes(granted: readonly Scope[], required: readonly Scope[]): Scope[] {
  return required.filter((scope) => !grants(granted, scope));
}
