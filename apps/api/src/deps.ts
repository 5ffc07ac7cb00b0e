import type { KeyFormat } from "@stowage/auth/key-format";
import type { KeyVerifier } from "@stowage/auth/key-verifier";
import type { Peppers } from "@stowage/auth/pepper";
import type { Sessions } from "@stowage/auth/sessions";
import type { Database } from "@stowage/db/open-database";
import type { FastifyBaseLogger } from "fastify";
import type { Config } from "./config.ts";
import type { RateLimits } from "./gate/rate-limits.ts";
import type { SignInThrottle } from "./gate/sign-in-throttle.ts";
import type { UsageMeter } from "./workers/usage-meter.ts";

/** What a server is made of; tests replace any part. */
export interface Deps {
  config: Config;
  database: Database;
  keyFormat: KeyFormat;
  peppers: Peppers;
  keys: KeyVerifier;
  sessions: Sessions;
  rateLimits: RateLimits;
  signInThrottle: SignInThrottle;
  meter: UsageMeter;
  log: FastifyBaseLogger;
  /** Unix milliseconds. */
  now: () => number;
  /** Origin that users see, known once the server listens. */
  publicUrl: () => string;
}

/** The clock as the database and the wire write it. */
export function instantNow(deps: { now: () => number }): string {
  return new Date(deps.now()).toISOString();
}
