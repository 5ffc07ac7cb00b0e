import postgres from "postgres";
import { parseArray, serializeArray } from "./arrays.ts";
import { socketFile } from "./embedded/data-layout.ts";

/** Where a database is: an address, or the socket of the embedded one. */
export type ConnectionTarget =
  | { readonly url: string }
  | { readonly socketDir: string; readonly user: string; readonly database: string };

export interface PoolOptions {
  /** Connections at most. They are opened by the queries that need them. */
  readonly max: number;
  /** `application_name`: what an operator reads in pg_stat_activity. */
  readonly name: string;
  /** 0 is no limit. */
  readonly statementTimeoutMs?: number;
  /** Called for every NOTIFY on a channel that a connection of this pool listens to. */
  readonly onNotify?: (channel: string, payload: string) => void;
  /** Called whenever a connection of this pool has ended. */
  readonly onClose?: () => void;
}

/**
 * A database that cannot be reached must cost a request an error, not its patience. Two seconds still admit a TLS
 * handshake with a server on another continent.
 */
const CONNECT_TIMEOUT_S = 2;

/**
 * Queries wait behind a pool's reconnecting connections, each of which takes one along when it fails. The driver's own
 * backoff (up to 20 s) would make them wait that long; one millisecond for each connection of the pool turns 1,000
 * queries a second away, however many connections there are. No fewer than three: a database that starts needs its turn.
 */
const reconnectDelaySeconds = (max: number): number => Math.max(3, max) / 1000;

/** No screen and no script waits longer; a statement that does is a defect, and it would keep a connection. */
const STATEMENT_TIMEOUT_MS = 15_000;

/** Longer than any statement, so only a transaction that was forgotten, with its locks, is ended by it. */
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 30_000;

/**
 * Opens a pool of connections. Times arrive as PostgreSQL's own text, in UTC, and arrays of text, ids and whole
 * numbers as arrays; the driver's own look-up of array types is off, as its failure would be an unhandled rejection.
 */
export function openPool(target: ConnectionTarget, options: PoolOptions): postgres.Sql {
  return postgres("url" in target ? target.url : "", driverOptions(target, options));
}

function driverOptions(
  target: ConnectionTarget,
  options: PoolOptions,
): postgres.Options<Record<string, never>> {
  const driver = {
    ...address(target),
    max: options.max,
    connect_timeout: CONNECT_TIMEOUT_S,
    backoff: () => reconnectDelaySeconds(options.max),
    fetch_types: false,
    types: TYPES,
    onnotice: () => {},
    onnotify: options.onNotify,
    onclose: options.onClose,
    // replacing a connection after an hour spreads a pool over new servers; to a listener it would be an interruption
    ...(options.onNotify ? { max_lifetime: null } : {}),
    connection: {
      application_name: options.name,
      TimeZone: "UTC",
      DateStyle: "ISO",
      statement_timeout: options.statementTimeoutMs ?? STATEMENT_TIMEOUT_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
    },
  };
  // `onnotify` and functions as `backoff` work, but are missing from the driver's types
  return driver as unknown as postgres.Options<Record<string, never>>;
}

/** Spelled out in full for the socket: what is missing here, the driver takes from PG* variables of the environment. */
function address(target: ConnectionTarget) {
  if ("url" in target) return {};
  const { socketDir, user, database } = target;
  return { path: socketFile(socketDir), host: "localhost", port: 5432, user, database, ssl: false };
}

/** PostgreSQL's numbers for its types (`select oid, typname from pg_type`). */
const OID = {
  text: [1009, 1015, 1014], // text[], varchar[], char[]
  uuid: [2951],
  whole: [1005, 1007], // int2[], int4[]
  time: [1082, 1083, 1114, 1184, 1186, 1266], // date, time, timestamp, timestamptz, interval, timetz
};

const TYPES = {
  times: {
    to: 1184,
    from: OID.time,
    serialize: (value: unknown) => (value instanceof Date ? value.toISOString() : value),
    parse: (text: string) => text,
  },
  texts: { to: 1009, from: [...OID.text, ...OID.uuid], serialize: serializeArray, parse: parseArray },
  wholes: { to: 1007, from: OID.whole, serialize: serializeArray, parse: parseWholeArray },
};

function parseWholeArray(text: string): Array<number | null> {
  return parseArray(text).map((element) => (element === null ? null : Number(element)));
}
