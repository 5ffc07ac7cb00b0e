import { grants, inCatalogueOrder, type Scope } from "@stowage/contract/scopes";

/** How far a key may go with one resource; each level holds the scopes of the levels before it. */
export type AccessLevel = "none" | "read" | "write" | "delete";

export interface ScopeResource {
  /** As it stands in a scope: `bins` of `bins:read`. */
  name: string;
  label: string;
  /** The scopes that each level adds to the one before. */
  levels: { level: Exclude<AccessLevel, "none">; scope: Scope }[];
}

export interface ScopeToggle {
  scope: Scope;
  label: string;
}

/** Resources that are picked by level, one row each. */
export const SCOPE_RESOURCES: readonly ScopeResource[] = [
  resource("items", "Items", ["items:read", "items:write", "items:delete"]),
  resource("bins", "Bins", ["bins:read", "bins:write", "bins:delete"]),
  resource("locations", "Locations", ["locations:read", "locations:write", "locations:delete"]),
  resource("tasks", "Tasks", ["tasks:read", "tasks:write", "tasks:delete"]),
  resource("projects", "Projects", ["projects:read", "projects:write", "projects:delete"]),
  resource("triggers", "Triggers", ["triggers:read", "triggers:write"]),
];

/** Scopes that stand alone and are ticked one by one. */
export const SCOPE_TOGGLES: readonly ScopeToggle[] = [
  { scope: "events:read", label: "Read activity" },
  { scope: "users:read", label: "Read members" },
  { scope: "users:write", label: "Manage members" },
  { scope: "organizations:read", label: "Read organization" },
  { scope: "organizations:write", label: "Manage organization" },
  { scope: "api-keys:manage", label: "Manage API keys" },
];

function resource(name: string, label: string, scopes: Scope[]): ScopeResource {
  const order = ["read", "write", "delete"] as const;
  return {
    name,
    label,
    levels: order.flatMap((level, i) => (scopes[i] ? [{ level, scope: scopes[i] }] : [])),
  };
}

/** The highest level whose scopes, and those of every lower level, are all chosen. */
export function levelOf(resource: ScopeResource, scopes: readonly Scope[]): AccessLevel {
  let reached: AccessLevel = "none";
  for (const { level, scope } of resource.levels) {
    if (!scopes.includes(scope)) break;
    reached = level;
  }
  return reached;
}

/** The levels of a set that is no level, such as write without read, which keys made by scripts may have; else none. */
export function looseLevelsOf(resource: ScopeResource, scopes: readonly Scope[]): AccessLevel[] {
  const held = resource.levels.filter(({ scope }) => scopes.includes(scope));
  const isLevel = held.length === 0 || held.at(-1)?.level === levelOf(resource, scopes);
  return isLevel ? [] : held.map(({ level }) => level);
}

/** The same choice, with one resource set to a level. */
export function withLevel(resource: ScopeResource, level: AccessLevel, scopes: readonly Scope[]): Scope[] {
  const end = resource.levels.findIndex((entry) => entry.level === level) + 1;
  const wanted = new Set(scopes);
  resource.levels.forEach(({ scope }, i) => {
    if (i < end) wanted.add(scope);
    else wanted.delete(scope);
  });
  return inCatalogueOrder(wanted);
}

/** The levels a maker may hand out: up to the first scope that they lack themselves. */
export function levelsOffered(resource: ScopeResource, grantable: readonly Scope[]): AccessLevel[] {
  const firstMissing = resource.levels.findIndex(({ scope }) => !grants(grantable, scope));
  const held = firstMissing === -1 ? resource.levels : resource.levels.slice(0, firstMissing);
  return ["none", ...held.map(({ level }) => level)];
}

export function withToggle(scope: Scope, isOn: boolean, scopes: readonly Scope[]): Scope[] {
  const wanted = new Set(scopes);
  if (isOn) wanted.add(scope);
  else wanted.delete(scope);
  return inCatalogueOrder(wanted);
}
