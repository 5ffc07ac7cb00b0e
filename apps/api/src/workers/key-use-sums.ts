import { outcomeOf } from "@stowage/contract/key-usage";
import { networkOf } from "../gate/client-network.ts";
import type { KeyUse } from "./usage-meter.ts";

/** Calls of each key by UTC day. */
export function daysOf(uses: readonly KeyUse[]) {
  return [...groups(uses, (use) => [use.api_key_id, dayOf(use)]).values()].map((group) => ({
    api_key_id: group[0].api_key_id,
    day: dayOf(group[0]),
    requests: group.length,
    refused: group.filter(({ status }) => outcomeOf(status) === "refused").length,
    failed: group.filter(({ status }) => outcomeOf(status) === "failed").length,
  }));
}

/** The same calls, also by endpoint, client network and outcome. */
export function detailsOf(uses: readonly KeyUse[]) {
  const detailed = uses.map((use) => ({
    api_key_id: use.api_key_id,
    day: dayOf(use),
    endpoint: use.endpoint,
    network: networkOf(use.ip),
    outcome: outcomeOf(use.status),
  }));
  return [...groups(detailed, (use) => Object.values(use)).values()].map((group) => ({
    ...group[0],
    requests: group.length,
  }));
}

/** The scopes that calls needed and used. A refused call used none: it is no reason to keep one. */
export function scopesOf(uses: readonly KeyUse[]) {
  const answered = uses.filter(({ scope, status }) => scope !== null && outcomeOf(status) === "succeeded");
  return [...groups(answered, (use) => [use.api_key_id, String(use.scope)]).values()].map((group) => {
    const { api_key_id, scope, at } = latest(group);
    return { api_key_id, scope, last_used_at: new Date(at) };
  });
}

/** Calls with each secret, and the last of them. */
export function secretsOf(uses: readonly KeyUse[]) {
  return [...groups(uses, (use) => [use.secret_id]).values()].map((group) => {
    const { secret_id, at, ip, user_agent } = latest(group);
    return { secret_id, uses: group.length, last_used_at: new Date(at), ip, user_agent };
  });
}

/** The last call of each key. */
export function keysOf(uses: readonly KeyUse[]) {
  return [...groups(uses, (use) => [use.api_key_id]).values()].map((group) => {
    const { api_key_id, at, ip } = latest(group);
    return { api_key_id, last_used_at: new Date(at), ip };
  });
}

type Group<Value> = [Value, ...Value[]];

function groups<Value>(values: readonly Value[], by: (value: Value) => string[]): Map<string, Group<Value>> {
  const found = new Map<string, Group<Value>>();
  for (const value of values) {
    const name = by(value).join("\n");
    const group = found.get(name);
    if (group) group.push(value);
    else found.set(name, [value]);
  }
  return found;
}

function latest(uses: Group<KeyUse>): KeyUse {
  return uses.reduce((last, use) => (use.at >= last.at ? use : last), uses[0]);
}

function dayOf({ at }: KeyUse): string {
  return new Date(at).toISOString().slice(0, 10);
}
