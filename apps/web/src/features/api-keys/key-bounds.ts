import type { ApiKey, KeyRateLimit } from "@stowage/contract/api-keys";
import { Cidr } from "@stowage/contract/cidrs";
import { KEY_NETWORKS_MAX, type RateLimitPair } from "@stowage/contract/limits";
import { formatNumber } from "../../lib/format.ts";

/** What narrows a key beside its scopes, as a form holds it. Empty means without that bound. */
export interface KeyBounds {
  location_ids: string[];
  /** Addresses or networks, one a line. */
  networks: string;
  per_minute: string;
  per_hour: string;
}

export interface LineProblem {
  /** From 1, as a person counts. */
  line: number;
  text: string;
}

export const NO_BOUNDS: KeyBounds = { location_ids: [], networks: "", per_minute: "", per_hour: "" };

export function boundsOf(key: Pick<ApiKey, "location_ids" | "allowed_cidrs" | "rate_limit">): KeyBounds {
  return {
    location_ids: key.location_ids ?? [],
    networks: (key.allowed_cidrs ?? []).join("\n"),
    per_minute: String(key.rate_limit?.per_minute ?? ""),
    per_hour: String(key.rate_limit?.per_hour ?? ""),
  };
}

/** The networks that the lines name, as the server stores them; lines that name none are left out. */
export function networksOf({ networks }: Pick<KeyBounds, "networks">): string[] | null {
  const found = filledLines(networks).flatMap(({ text }) => Cidr.safeParse(text).data ?? []);
  return found.length === 0 ? null : [...new Set(found)];
}

/** The lines that name no network. */
export function networkProblems(networks: string): LineProblem[] {
  return filledLines(networks).filter(({ text }) => !Cidr.safeParse(text).success);
}

function filledLines(text: string): LineProblem[] {
  return text
    .split("\n")
    .map((line, index) => ({ line: index + 1, text: line.trim() }))
    .filter((line) => line.text !== "");
}

export function rateLimitOf({ per_minute, per_hour }: KeyBounds): KeyRateLimit | null {
  const limit = {
    ...(per_minute !== "" && { per_minute: Number(per_minute) }),
    ...(per_hour !== "" && { per_hour: Number(per_hour) }),
  };
  return Object.keys(limit).length === 0 ? null : limit;
}

/** Messages by field; undefined when all is well, as a form's validator answers. */
export function boundsProblems(
  bounds: KeyBounds,
  planLimit: RateLimitPair | undefined,
): Partial<Record<keyof KeyBounds, string>> | undefined {
  const lines = filledLines(bounds.networks).length;
  const problems = {
    networks:
      networkProblems(bounds.networks).length > 0
        ? "Some lines name no address or network."
        : lines > KEY_NETWORKS_MAX
          ? `At most ${KEY_NETWORKS_MAX} networks, and these are ${lines}.`
          : undefined,
    per_minute: windowProblem(bounds.per_minute, planLimit?.per_minute),
    per_hour: windowProblem(bounds.per_hour, planLimit?.per_hour),
  };
  const found = Object.entries(problems).filter(([, problem]) => problem !== undefined);
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

function windowProblem(text: string, most: number | undefined): string | undefined {
  if (text === "") return undefined;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) return "Enter a whole number from 1.";
  if (most !== undefined && value > most)
    return `The plan allows ${formatNumber(most)}. Enter less, or nothing.`;
  return undefined;
}

/** What of a key's bounds a form changed, for an update. */
export function boundsChangesOf(before: KeyBounds, after: KeyBounds) {
  const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  const placesOf = ({ location_ids }: KeyBounds) => (location_ids.length === 0 ? null : location_ids);
  return {
    ...(!isSame(before.location_ids, after.location_ids) && { location_ids: placesOf(after) }),
    ...(!isSame(networksOf(before), networksOf(after)) && { allowed_cidrs: networksOf(after) }),
    ...(!isSame(rateLimitOf(before), rateLimitOf(after)) && { rate_limit: rateLimitOf(after) }),
  };
}

/** The messages of `boundsProblems`, out of the errors of the form field that holds the bounds. */
export function boundsProblemsIn(errors: readonly unknown[]): Partial<Record<keyof KeyBounds, string>> {
  return errors.find((error) => typeof error === "object" && error !== null) ?? {};
}
