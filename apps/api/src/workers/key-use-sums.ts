import { type KeyUseOutcome, outcomeOf } from "@stowage/contract/key-usage";
import { networkOf } from "../gate/client-network.ts";
import type { AlikeUses } from "./alike-uses.ts";

interface DayRow {
  api_key_id: string;
  day: string;
  requests: number;
  refused: number;
  failed: number;
}

interface DetailRow {
  api_key_id: string;
  day: string;
  endpoint: string;
  network: string;
  outcome: KeyUseOutcome;
  requests: number;
}

interface ScopeRow {
  api_key_id: string;
  scope: string;
  last_used_at: string;
}

interface SecretRow {
  secret_id: string;
  uses: number;
  last_used_at: string;
  ip: string;
  user_agent: string | null;
}

interface KeyRow {
  api_key_id: string;
  last_used_at: string;
  ip: string;
}

/** All that is kept of uses besides the log of each. */
export interface KeyUseSums {
  /** Calls of each key by UTC day. */
  days: DayRow[];
  /** The same calls, also by endpoint, client network and outcome. */
  details: DetailRow[];
  /** The scopes that calls needed and used. A refused call used none: it is no reason to keep one. */
  scopes: ScopeRow[];
  /** Calls with each secret, and the last of them. */
  secrets: SecretRow[];
  /** The last call of each key. */
  keys: KeyRow[];
}

interface Tally<Row> {
  /** Unix milliseconds of its last use. */
  at: number;
  row: Row;
}

/** Sums uses up, a bundle at a time. */
export function sumsOf(uses: readonly AlikeUses[]): KeyUseSums {
  const days = new Map<string, DayRow>();
  const details = new Map<string, DetailRow>();
  const scopes = new Map<string, Tally<ScopeRow>>();
  const secrets = new Map<string, Tally<SecretRow>>();
  const keys = new Map<string, Tally<KeyRow>>();
  for (const bundle of uses) {
    const { api_key_id, secret_id, endpoint, ip, user_agent, times, last_at } = bundle;
    const day = new Date(last_at).toISOString().slice(0, 10); // a bundle is of one hour
    const outcome = outcomeOf(bundle.status);
    const network = networkOf(ip);
    const ofDay = `${api_key_id} ${day}`;
    const sum = found(days, ofDay, () => ({ api_key_id, day, requests: 0, refused: 0, failed: 0 }));
    sum.requests += times.length;
    if (outcome !== "succeeded") sum[outcome] += times.length;
    found(details, `${ofDay} ${outcome} ${network} ${endpoint}`, () => ({
      api_key_id,
      day,
      endpoint,
      network,
      outcome,
      requests: 0,
    })).requests += times.length;
    for (const scope of outcome === "succeeded" ? bundle.scopes : [])
      latest(scopes, `${api_key_id} ${scope}`, last_at, () => ({ api_key_id, scope, last_used_at: "" }));
    const secret = latest(secrets, secret_id, last_at, (before) => ({
      secret_id,
      uses: before?.uses ?? 0,
      last_used_at: "",
      ip,
      user_agent,
    }));
    secret.uses += times.length;
    latest(keys, api_key_id, last_at, () => ({ api_key_id, last_used_at: "", ip }));
  }
  return {
    days: [...days.values()],
    details: [...details.values()],
    scopes: withTimes(scopes),
    secrets: withTimes(secrets),
    keys: withTimes(keys),
  };
}

function found<Row>(rows: Map<string, Row>, name: string, make: () => Row): Row {
  const known = rows.get(name);
  if (known) return known;
  const made = make();
  rows.set(name, made);
  return made;
}

/** The row of this name, made anew from a use that is not older than the last one. */
function latest<Row>(
  tallies: Map<string, Tally<Row>>,
  name: string,
  at: number,
  make: (before: Row | undefined) => Row,
): Row {
  const known = tallies.get(name);
  if (known && known.at > at) return known.row;
  const row = make(known?.row);
  if (known) {
    known.at = at;
    known.row = row;
  } else tallies.set(name, { at, row });
  return row;
}

function withTimes<Row extends { last_used_at: string }>(tallies: Map<string, Tally<Row>>): Row[] {
  return Array.from(tallies.values(), ({ at, row }) => ({
    ...row,
    last_used_at: new Date(at).toISOString(),
  }));
}
