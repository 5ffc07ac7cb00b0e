import type { KeyFormat } from "@stowage/auth/key-format";
import type { KeyVerifier } from "@stowage/auth/key-verifier";
import type { Peppers } from "@stowage/auth/pepper";
import type { RecoveryCodes } from "@stowage/auth/recovery-codes";
import type { Sealer } from "@stowage/auth/sealing";
import type { Sessions } from "@stowage/auth/sessions";
import type { Jobs } from "@stowage/db/jobs";
import type { Database } from "@stowage/db/open-database";
import type { FastifyBaseLogger } from "fastify";
import type { Config } from "./config.ts";
import type { AttemptThrottle } from "./gate/attempt-throttle.ts";
import type { NetworkThrottle } from "./gate/network-throttle.ts";
import type { RateLimits } from "./gate/rate-limits.ts";
import type { SignInThrottle } from "./gate/sign-in-throttle.ts";
import type { KnownRevisions } from "./lists/known-revisions.ts";
import type { RevisionWatch } from "./lists/revision-watch.ts";
import type { OpenStreams } from "./streams/open-streams.ts";
import type { Slots } from "./transfers/slots.ts";
import type { ProcedureEntry } from "./trpc/procedure-list.ts";
import type { LookupAll } from "./webhooks/destination.ts";
import type { Background } from "./workers/background.ts";
import type { UsageMeter } from "./workers/usage-meter.ts";

/** What a server is made of; tests replace any part. */
export interface Deps {
  config: Config;
  database: Database;
  keyFormat: KeyFormat;
  peppers: Peppers;
  keys: KeyVerifier;
  /** Keeps what must be read again: second factors, mail on its way. */
  sealer: Sealer;
  recoveryCodes: RecoveryCodes;
  sessions: Sessions;
  rateLimits: RateLimits;
  signInThrottle: SignInThrottle;
  /** Wrong codes of a second factor, by user, from wherever they come. */
  codeThrottle: AttemptThrottle;
  /** Wrong tokens of invitations, by network. */
  invitationThrottle: AttemptThrottle;
  /** The ids of the keys that this server is making a new secret for. */
  keysInRotation: Set<string>;
  /** K53: counts failed authentication by client network. */
  failedKeys: NetworkThrottle;
  /** K43: counts reports of leaked keys by client network. */
  leakReports: NetworkThrottle;
  /** Counts programs that ask for a key by client network. */
  handOversBegun: NetworkThrottle;
  /** Wrong codes of hand-overs, by user and by network. */
  handOverThrottle: AttemptThrottle;
  /** Wakes those who wait for an event. */
  revisionWatch: RevisionWatch;
  /** What this server has seen of the workspaces' revisions. */
  revisions: KnownRevisions;
  /** The streams of events that this server has open. */
  eventStreams: OpenStreams;
  /** How many exports and imports this server has in hand; each keeps a connection. */
  exportSlots: Slots;
  importSlots: Slots;
  /** Finds the addresses of the hosts that webhooks go to. */
  webhookLookup: LookupAll;
  /** What is to be done after a transaction has ended, and survives the server. */
  jobs: Jobs;
  /** Work that no answer waits for. */
  background: Background;
  meter: UsageMeter;
  log: FastifyBaseLogger;
  /** Unix milliseconds. */
  now: () => number;
  /** Origin that users see, known once the server listens. */
  publicUrl: () => string;
  /** Every procedure there is, to tell what a call would reach. */
  procedures: readonly ProcedureEntry[];
}

/** The clock as the database and the wire write it. */
export function instantNow(deps: { now: () => number }): string {
  return new Date(deps.now()).toISOString();
}
