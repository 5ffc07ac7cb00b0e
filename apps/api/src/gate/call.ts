import type { IncomingHttpHeaders } from "node:http";
import type { KeyRecord } from "@stowage/auth/key-store";
import type { Scope } from "@stowage/contract/scopes";
import type { Transaction } from "@stowage/db/prepared";
import type { Access } from "./access.ts";
import type { Caller, StrayCaller } from "./caller.ts";

/** One HTTP request as the gate sees it; a tRPC batch shares it between its calls. */
export interface Exchange {
  request_id: string;
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  /** The client's address: the peer's, or behind a trusted proxy the one that it names. */
  ip: string;
  user_agent: string | null;
  /** Unix milliseconds. */
  arrived_at: number;
  setHeader(name: string, value: string): void;
  /** Whose key was presented, as soon as that is known, even when it is then refused. */
  key: KeyRecord | null;
  /** Authentication happens once a request. */
  caller: Caller | Promise<Caller | StrayCaller> | null;
  /** Its answer goes on, and its caller is looked at again: that is no use of a session, and makes it last no longer. */
  is_going_on?: boolean;
}

/** One procedure call. */
export interface Call {
  exchange: Exchange;
  /** What was called, as the activity log names it: `GET /bins/{id}`, `trpc bins.get`. */
  endpoint: string;
  /** It changes something, so a browser must prove where the request comes from. */
  writes: boolean;
  /** Set when a surface ran the gate ahead of reading the body. */
  admitted: { access: Access; caller: Caller | StrayCaller } | null;
  /** Set when it ran the gate as far as that goes without knowing what is called; the call is counted. */
  entered?: Caller | StrayCaller;
  /** Scopes that the call turned out to need beyond its procedure's own. */
  also_used?: readonly Scope[];
  /** Set for a call with an `Idempotency-Key`: keeps its answer in the transaction that does what it asked for. */
  keepAnswer?: (tx: Transaction, answer: unknown) => Promise<void>;
  /** Set by REST for a read: what the caller has of it already. */
  conditional?: Conditional;
  /** Set for a POST with an `Idempotency-Key`. */
  idempotency?: { key: string; route: string };
  /** The only members of the answer's objects that are wanted; absent for all. */
  members?: ReadonlySet<string>;
}

/** A read that need not be answered when nothing changed. */
export interface Conditional {
  /** `If-None-Match` as it came. */
  readonly if_none_match: string | undefined;
  /** The workspace's revision and the caller's rights when the answer began, where the answer depends on them. */
  revision_tag: string | null;
  /** The object's version, noted before it is trimmed away. */
  version: number | null;
  /** Nothing changed since the caller asked last; the answer was not made. */
  is_unmodified: boolean;
}
