import type { KeyRateLimit } from "@stowage/contract/api-keys";
import type { Environment } from "@stowage/contract/environments";
import { PRESETS } from "@stowage/contract/presets";
import { ALL_SCOPES, type Scope } from "@stowage/contract/scopes";
import { formatCount, formatNumber } from "../../lib/format.ts";
import { presetOf } from "./preset-choice.ts";

/** Resources by their own word, in the order people think of them. */
const NOUNS: Record<string, string> = {
  items: "items",
  bins: "bins",
  locations: "locations",
  tasks: "tasks",
  projects: "projects",
  triggers: "triggers",
  events: "activity",
  users: "members",
  organizations: "the organization",
};

const VERBS = ["read", "write", "delete"];
const EVERY_READ = ALL_SCOPES.filter((scope) => scope.endsWith(":read"));

const endDate = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });

/** `a`, `a and b`, `a, b and c`. */
export function joinWords(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? "";
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

interface AccessGroup {
  verbs: string[];
  nouns: string[];
}

/** Resources that share their verbs, the most powerful group first. */
function groupsOf(scopes: readonly Scope[]): AccessGroup[] {
  const groups = new Map<string, AccessGroup>();
  for (const [name, noun] of Object.entries(NOUNS)) {
    const verbs = VERBS.filter((verb) => scopes.some((scope) => scope === `${name}:${verb}`));
    if (verbs.length === 0) continue;
    const group = groups.get(verbs.join()) ?? { verbs, nouns: [] };
    group.nouns.push(noun);
    groups.set(verbs.join(), group);
  }
  return [...groups.values()].sort((a, b) => b.verbs.length - a.verbs.length);
}

/** What scopes allow, a clause for each kind of access: `read and write items`, `read bins`. */
function clausesOf(scopes: readonly Scope[]): string[] {
  const readsEverything = EVERY_READ.every((scope) => scopes.includes(scope));
  const groups = groupsOf(scopes).filter((group) => !readsEverything || group.verbs.join() !== "read");
  const clauses = groups.map((group) => `${joinWords(group.verbs)} ${joinWords(group.nouns)}`);
  if (readsEverything) clauses.push(groups.length === 0 ? "read everything" : "read everything else");
  if (scopes.includes("api-keys:manage")) clauses.push("manage API keys");
  return clauses;
}

function joinClauses(clauses: readonly string[]): string {
  const isAmbiguous = clauses.some((clause) => clause.includes(" and "));
  if (!isAmbiguous) return joinWords(clauses);
  return clauses.length === 2 ? clauses.join(", and ") : clauses.join("; ");
}

export interface IntendedAccess {
  scopes: readonly Scope[];
  environment: Environment;
  /** Null for never; undefined while it is still to be chosen. */
  expiresAt: string | null | undefined;
  isRenewed?: boolean;
  /** Whose rights it uses, when not the reader's own. */
  actsAs?: string | null;
  /** The places it is bound to, by name; null for everywhere. */
  places?: readonly string[] | null;
  /** The networks it is bound to; null for anywhere. */
  networks?: readonly string[] | null;
  rateLimit?: KeyRateLimit | null;
  isDisabled?: boolean;
}

/**
 * What a key will be able to do, as whom, where, from where and until when: "Can read and write bins in live data,
 * only in Garage, only from 10.0.0.0/8. At most 60 requests a minute. Never ends."
 */
export function accessSentence(access: IntendedAccess): string {
  const { scopes, environment } = access;
  if (scopes.length === 0) return "Can do nothing yet: choose what it may access.";
  const what = scopes.includes("admin:*")
    ? `do everything in ${environment} data and in the organization, whatever is added later too`
    : `${joinClauses(clausesOf(scopes))} in ${environment} data`;
  return [
    `Can ${what}${boundWords(access)}.`,
    rateWords(access.rateLimit ?? null),
    endWords(access),
    access.isDisabled ? "Disabled until you enable it." : "",
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

/** More names than this are counted instead. */
const NAMED_MAX = 2;

function boundWords({ actsAs, places, networks }: IntendedAccess): string {
  const parts = [
    actsAs ? `with the rights of ${actsAs}` : "",
    places ? `only in ${fewOf(places, "place")}` : "",
    networks ? `only from ${fewOf(networks, "network")}` : "",
  ];
  return parts.map((part) => (part === "" ? "" : `, ${part}`)).join("");
}

/** `a`, `a and b`, `a, b and 3 more places`. */
function fewOf(names: readonly string[], noun: string): string {
  const more = names.length - NAMED_MAX;
  if (more <= 0) return joinWords(names);
  return joinWords([...names.slice(0, NAMED_MAX), `${more} more ${more === 1 ? noun : `${noun}s`}`]);
}

function rateWords(limit: KeyRateLimit | null): string {
  const windows = [
    limit?.per_minute === undefined ? "" : `${formatCount(limit.per_minute, "request")} a minute`,
    limit?.per_hour === undefined ? "" : `${formatNumber(limit.per_hour)} an hour`,
  ].filter((window) => window !== "");
  return windows.length === 0 ? "" : `At most ${joinWords(windows)}.`;
}

function endWords({ expiresAt, isRenewed }: IntendedAccess): string {
  if (expiresAt === undefined) return "Choose the day it ends.";
  if (expiresAt === null) return "Never ends.";
  const day = endDate.format(new Date(expiresAt));
  return isRenewed ? `Renews itself before ${day}.` : `Ends ${day}.`;
}

/** A few words for a row: the preset's name, or what a custom set allows. */
export function accessSummary(scopes: readonly Scope[]): string {
  if (scopes.includes("admin:*")) return "Everything";
  const preset = presetOf(scopes);
  if (preset) return PRESETS[preset].label;
  const words = clausesOf(scopes).join("; ");
  return words === "" ? "Nothing" : words.charAt(0).toUpperCase() + words.slice(1);
}
