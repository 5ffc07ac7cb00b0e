import { effectiveScopes } from "@stowage/auth/key-rights";
import type { KeyState } from "@stowage/auth/key-state";
import type { KeyRecord } from "@stowage/auth/key-store";
import type { KeyOutcome } from "@stowage/auth/key-verifier";
import type { Deps } from "../deps.ts";
import { unauthorized } from "../problems.ts";
import type { Exchange } from "./call.ts";
import { type Caller, tenantOf } from "./caller.ts";
import { credentialsOf } from "./credentials.ts";
import { sessionCaller } from "./session-caller.ts";
import { sessionCookieName } from "./session-cookie.ts";

/**
 * Who is calling: parse, authenticate, key state, owner and subject state, in this order. A cached key is answered
 * without awaiting anything.
 * @throws any 400 or 401 of the problem table
 */
export function authenticate(deps: Deps, exchange: Exchange): Caller | Promise<Caller> {
  const credentials = credentialsOf({
    headers: exchange.headers,
    url: exchange.url,
    cookieName: sessionCookieName(deps.publicUrl()),
  });
  if (credentials.kind === "none")
    throw unauthorized(
      "missing_credentials",
      "Send an API key as `Authorization: Bearer <key>`, or sign in.",
    );
  if (credentials.kind === "session") return sessionCaller(deps, exchange, credentials.token);
  const outcome = deps.keys.verify(credentials.text);
  return outcome instanceof Promise
    ? outcome.then((settled) => keyCaller(exchange, settled))
    : keyCaller(exchange, outcome);
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
  return callerOfKey(outcome.key);
}

function describeKey(exchange: Exchange, key: KeyRecord): void {
  exchange.setHeader("x-api-key-id", key.id);
  if (key.expires_at) exchange.setHeader("x-api-key-expires-at", key.expires_at);
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
      return unauthorized("key_rotated", "This secret was replaced by a new one. Use that.", {
        ...common,
        ...(key.rotated_at && { rotated_at: key.rotated_at }),
      });
    case "disabled":
      return unauthorized(
        "key_disabled",
        "This key is disabled. It can be enabled in Settings → API keys.",
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
    }),
    auth_method: "api_key",
    key,
  };
}
