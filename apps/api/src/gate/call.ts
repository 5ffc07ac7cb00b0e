import type { IncomingHttpHeaders } from "node:http";
import type { KeyRecord } from "@stowage/auth/key-store";
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
}
