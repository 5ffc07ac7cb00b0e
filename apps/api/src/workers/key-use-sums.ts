import { type KeyUseOutcome, outcomeOf } from "@stowage/contract/key-usage";
import { networkOf } from "../gate/client-network.ts";
import type { KeyUse } from "./usage-meter.ts";

const DAY_MS = 86_400_000;

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

/** Sums uses up in one pass, since it shares a core with the calls themselves. */
export function sumsOf(uses: readonly KeyUse[]): KeyUseSums {
  const days = new Map<string, DayRow>();
  const details = new Map<string, DetailRow>();
  const scopes = new Map<string, Tally<ScopeRow>>();
  const secrets = new Map<string, Tally<SecretRow>>();
  const keys = new Map<string, Tally<KeyRow>>();
  const networkOfIp = remembered(networkOf);
  const dayOf = remembered((since1970: number) => new Date(since1970 * DAY_MS).toISOString().slice(0, 10));
  for (const { api_key_id, secret_id, endpoint, status, scopes: needed, ip, user_agent, at } of uses) {
    const day = dayOf(Math.floor(at / DAY_MS));
    const outcome = outcomeOf(status);
    const network = networkOfIp(ip);
    const ofDay = `${api_key_id} ${day}`;
    const sum = found(days, ofDay, () => ({ api_key_id, day, requests: 0, refused: 0, failed: 0 }));
    sum.requests++;
    if (outcome !== "succeeded") sum[outcome]++;
    found(details, `${ofDay} ${outcome} ${network} ${endpoint}`, () => ({
      api_key_id,
      day,
      endpoint,
      network,
      outcome,
      requests: 0,
    })).requests++;
    for (const scope of outcome === "succeeded" ? needed : [])
      latest(scopes, `${api_key_id} ${scope}`, at, () => ({ api_key_id, scope, last_used_at: "" }));
    const secret = latest(secrets, secret_id, at, (before) => ({
      secret_id,
      uses: before?.uses ?? 0,
      last_used_at: "",
      ip,
      user_agent,
    }));
    secret.uses++;
    latest(keys, api_key_id, at, () => ({ api_key_id, last_used_at: "", ip }));
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

/** Most uses of a batch share a few addresses, moments and a day. */
export function remembered<From, To>(work: (from: From) => To): (from: From) => To {
  const known = new Map<From, To>();
  return (from) => {
    const before = known.get(from);
    if (before !== undefined) return before;
    const made = work(from);
    known.set(from, made);
    return made;
  };
}
