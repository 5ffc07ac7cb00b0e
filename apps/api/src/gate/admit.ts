import type { KeyRecord } from "@stowage/auth/key-store";
import { roleGrants } from "@stowage/contract/roles";
import { missingScopes } from "@stowage/contract/scopes";
import type { Deps } from "../deps.ts";
import { insufficientScope, ProblemError } from "../problems.ts";
import type { Access } from "./access.ts";
import { authenticate } from "./authenticate.ts";
import type { Call, Exchange } from "./call.ts";
import type { Caller } from "./caller.ts";
import { rejectForeignSites } from "./csrf.ts";
import { rateLimited, rateLimitHeaders } from "./rate-limit-headers.ts";
import { budgetOf } from "./rate-limits.ts";

type ScopeAccess = Extract<Access, { kind: "scope" }>;

/**
 * The fixed order of checks, the same on every surface: parse → authenticate → key state → owner and subject state →
 * environment → rate limit → scope → role. Validation and the run follow outside.
 * @throws the problem of the first check that fails
 */
export async function admit(deps: Deps, call: Call, access: Access): Promise<Caller> {
  if (call.admitted?.access === access) return call.admitted.caller;
  const { exchange } = call;
  exchange.caller ??= authenticate(deps, exchange);
  const caller = exchange.caller instanceof Promise ? await exchange.caller : exchange.caller;
  exchange.setHeader("cache-control", "private, no-cache");
  exchange.setHeader("x-environment", caller.environment);
  await spend(deps, call, caller, access.kind === "any_credential" && access.isFree);
  if (caller.auth_method === "session" && call.writes) rejectForeignSites(exchange.headers, deps.publicUrl());
  checkRights(deps, caller, access, exchange);
  call.admitted = { access, caller };
  return caller;
}

async function spend(deps: Deps, { exchange }: Call, caller: Caller, isFree: boolean): Promise<void> {
  const budget = budgetOf(caller);
  const decision = isFree ? await deps.rateLimits.look(budget) : await deps.rateLimits.spend(budget);
  for (const [name, value] of Object.entries(rateLimitHeaders(decision, deps.now())))
    exchange.setHeader(name, value);
  if (decision.violated && !isFree) throw rateLimited(decision.violated);
}

function checkRights(deps: Deps, caller: Caller, access: Access, exchange: Exchange): void {
  if (access.kind === "session" && caller.auth_method !== "session")
    throw new ProblemError("session_required", "Only a signed-in person may do this; an API key may not.");
  if (access.kind !== "scope") return;
  exchange.setHeader("x-required-scopes", access.scope);
  if (caller.auth_method === "api_key") checkKeyScopes(deps, caller.key, access);
  if (!roleGrants(caller.role, access.scope))
    throw new ProblemError(
      "role_forbidden",
      `The role ${caller.role} does not include ${access.scope}. An admin of ${caller.organization.name} can change that.`,
    );
}

function checkKeyScopes(deps: Deps, key: KeyRecord, { scope, lacking }: ScopeAccess): void {
  const missing = missingScopes(key.scopes, [scope]);
  if (missing.length === 0) return;
  throw insufficientScope({
    problem: lacking,
    required: [scope],
    granted: key.scopes,
    missing,
    fix_url: fixUrl(deps.publicUrl(), key.id, missing),
  });
}

/** Opens the key's settings with the missing scopes ticked; grants nothing, and never ticks `admin:*`. */
function fixUrl(publicUrl: string, keyId: string, missing: readonly string[]): string {
  const add = missing.filter((scope) => scope !== "admin:*").join(",");
  return `${publicUrl}/settings/api-keys/${keyId}?add=${encodeURIComponent(add)}`;
}
