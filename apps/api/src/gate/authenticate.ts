import { effectiveScopes } from "@stowage/auth/key-rights";
import type { KeyState } from "@stowage/auth/key-state";
import type { KeyRecord } from "@stowage/auth/key-store";
import type { KeyOutcome } from "@stowage/auth/key-verifier";
import type { ProblemCode } from "@stowage/contract/problems";
import type { Deps } from "../deps.ts";
import { ProblemError, unauthorized } from "../problems.ts";
import { isPending } from "../rotation/rotating.ts";
import type { Exchange } from "./call.ts";
import { type Caller, type StrayCaller, tenantOf } from "./caller.ts";
import { credentialsOf } from "./credentials.ts";
import { tellExposedKey } from "./exposed-key.ts";
import { sessionCaller } from "./session-caller.ts";
import { sessionCookieName } from "./session-cookie.ts";

/** K53: what went wrong with a credential that was presented, as opposed to none or a session that is over. */
const FAILURES: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  "malformed_authorization",
  "key_in_url",
  "key_malformed",
  "key_invalid",
  "key_expired",
  "key_revoked",
  "key_rotated",
  "key_disabled",
  "owner_disabled",
]);

/**
 * Who is calling: parse, authenticate, key state, owner and subject state, in this order. A cached key is answered
 * without awaiting anything.
 *
 * K53: failures are counted by client network, and too many are answered 429. Only failures are looked at: a good key
 * from the same network is never refused for its neighbours', and pays nothing.
 * @throws any 400 or 401 of the problem table; auth_throttled in their place
 */
export function authenticate(deps: Deps, exchange: Exchange): Caller | Promise<Caller | StrayCaller> {
  try {
    const caller = identified(deps, exchange);
    return caller instanceof Promise ? caller.catch((error) => failed(deps, exchange, error)) : caller;
  } catch (error) {
    return failed(deps, exchange, error);
  }
}

function failed(deps: Deps, { ip }: Exchange, error: unknown): never {
  if (error instanceof ProblemError && FAILURES.has(error.problem)) deps.failedKeys.count(ip);
  throw error;
}

/**
 * The same without counting failures.
 * @throws any 400 or 401 of the problem table
 */
export function identified(deps: Deps, exchange: Exchange): Caller | Promise<Caller | StrayCaller> {
  const credentials = credentialsOf({
    headers: exchange.headers,
    url: exchange.url,
    cookieName: sessionCookieName(deps.publicUrl()),
  });
  switch (credentials.kind) {
    case "in_url":
      throw keyInUrl(deps, exchange, credentials.text);
    case "none":
      throw unauthorized(
        "missing_credentials",
        "Send an API key as `Authorization: Bearer <key>`, or sign in.",
      );
    case "session":
      return sessionCaller(deps, exchange, credentials.token);
    case "key": {
      const outcome = deps.keys.verify(credentials.text);
      return outcome instanceof Promise
        ? outcome.then((settled) => keyCaller(exchange, settled))
        : keyCaller(exchange, outcome);
    }
  }
}

function keyInUrl(deps: Deps, { ip }: Exchange, text: string): ProblemError {
  void deps.background.run("exposed key", () => tellExposedKey(deps, text, ip));
  return new ProblemError(
    "key_in_url",
    "Keys in URLs end up in logs. Send it as `Authorization: Bearer …`, and revoke or rotate this one.",
  );
}

function keyCaller(exchange: Exchange, outcome: KeyOutcome): Caller {
  if (outcome.kind === "malformed")
    throw unauthorized("key_malformed", "This is not a key of this server: its form or checksum is wrong.", {
      error: "invalid_token",
    });
  if (outcome.kind === "unknown")
    throw unauthorized("key_invalid", "This key is not known here.", { error: "invalid_token" });
  exchange.key = outcome.key;
  describeKey(exchange, outcome.key);
  if (outcome.kind !== "valid") throw refusedKey(outcome.kind, outcome.key);
  warnOfRotation(exchange, outcome.key);
  return callerOfKey(outcome.key);
}

function describeKey(exchange: Exchange, key: KeyRecord): void {
  exchange.setHeader("x-api-key-id", key.id);
  if (key.expires_at) exchange.setHeader("x-api-key-expires-at", key.expires_at);
}

/** K42: tells who still uses the old secret of a rotation. */
function warnOfRotation({ setHeader }: Exchange, key: KeyRecord): void {
  if (key.secret_ends_at !== null)
    setHeader("x-api-key-warning", `rotated; old secret ends ${key.secret_ends_at}`);
  else if (key.secret_activated_at !== null && isPending(key))
    setHeader("x-api-key-warning", "rotated; new secret waits for its first use");
}

/** K20–K23: the secret matched, so its holder may learn why it no longer works. */
function refusedKey(state: Exclude<KeyState, "valid">, key: KeyRecord) {
  const common = { error: "invalid_token", key_id: key.id } as const;
  switch (state) {
    case "expired":
      return unauthorized("key_expired", `This key ended at ${key.expires_at}. Create a new one.`, {
        ...common,
        ...(key.expires_at && { expired_at: key.expires_at }),
      });
    case "revoked":
      return unauthorized("key_revoked", "This key was revoked for good. Create a new one.", {
        ...common,
        ...(key.revoked_at && { revoked_at: key.revoked_at }),
      });
    case "rotated":
      return unauthorized("key_rotated", "This secret has ended: the key has another one. Use that.", {
        ...common,
        rotated_at: key.rotated_at ?? key.secret_ends_at ?? undefined,
      });
    case "disabled":
      return unauthorized(
        "key_disabled",
        "This key is disabled. It can be enabled on its page under API keys.",
        common,
      );
    case "subject_disabled":
      return unauthorized("owner_disabled", "The user this key acts for has no access any more.", common);
  }
}

/** A verified key is one frozen object for as long as it is cached, so what follows from it is worked out once. */
const callers = new WeakMap<KeyRecord, Caller>();

function callerOfKey(key: KeyRecord): Caller {
  const known = callers.get(key);
  if (known) return known;
  const caller = newCallerOfKey(key);
  callers.set(key, caller);
  return caller;
}

function newCallerOfKey(key: KeyRecord): Caller {
  if (key.role === null) throw refusedKey("subject_disabled", key); // the verifier says so already; this tells the types
  const { id, email, name, is_instance_admin } = key.subject;
  return {
    ...tenantOf({
      organization: { id: key.organization_id, name: key.organization_name, plan: key.plan },
      workspace_id: key.workspace_id,
      environment: key.environment,
      role: key.role,
      user: { id, email, name, is_instance_admin },
      scopes: effectiveScopes(key.scopes, key.role),
      key,
    }),
    auth_method: "api_key",
    key,
  };
}
