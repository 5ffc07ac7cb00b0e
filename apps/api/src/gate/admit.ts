import type { Deps } from "../deps.ts";
import { activateSecret } from "../rotation/activate-secret.ts";
import type { Access } from "./access.ts";
import { authenticate } from "./authenticate.ts";
import type { Call } from "./call.ts";
import type { Caller, KeyCaller, StrayCaller } from "./caller.ts";
import { rejectForeignSites } from "./csrf.ts";
import { checkNetwork } from "./network.ts";
import { rateLimited, rateLimitHeaders } from "./rate-limit-headers.ts";
import { budgetOf } from "./rate-limits.ts";
import { checkRole, checkScope } from "./rights.ts";

/**
 * The fixed order of checks, the same on every surface: parse → authenticate → key state → owner and subject state →
 * network → environment → rate limit → scope → role. Bounds (which ids there are for the caller), validation and the run
 * follow outside. `POST /api-keys/explain` runs the same checks without the call.
 * @throws the problem of the first check that fails
 */
export async function admit(deps: Deps, call: Call, access: Access): Promise<Caller | StrayCaller> {
  if (call.admitted?.access === access) return call.admitted.caller;
  const caller = call.entered ?? (await enter(deps, call, access.kind === "any_credential" && access.isFree));
  if (caller.auth_method === "session" && call.writes)
    rejectForeignSites(call.exchange.headers, deps.publicUrl());
  if (caller.organization === null) refuseStray(caller, access);
  else checkRights(deps, call, caller, access);
  call.admitted = { access, caller };
  return caller;
}

/**
 * The first of these checks, through the rate limit: what can be judged before it is known what is called. A surface
 * that learns so from the body keeps the caller as `call.entered`, and the call is not counted again.
 * @throws the problem of the first check that fails
 */
export async function enter(deps: Deps, call: Call, isFree = false): Promise<Caller | StrayCaller> {
  const { exchange } = call;
  exchange.caller ??= authenticate(deps, exchange);
  const caller = exchange.caller instanceof Promise ? await exchange.caller : exchange.caller;
  exchange.setHeader("cache-control", "private, no-cache");
  if (caller.organization !== null) checkNetwork(caller, exchange.ip);
  if (caller.organization !== null && isFirstUse(caller)) {
    await activateSecret(deps, { call, caller });
    exchange.caller = authenticate(deps, exchange);
    return enter(deps, call, isFree);
  }
  if (caller.organization !== null) exchange.setHeader("x-environment", caller.environment);
  await spend(deps, call, caller, isFree);
  return caller;
}

/** K42: the key's secret is a rotation's new one, which has waited for this. */
function isFirstUse(caller: Caller): caller is KeyCaller {
  return caller.auth_method === "api_key" && caller.key.secret_activated_at === null;
}

async function spend(
  deps: Deps,
  { exchange }: Call,
  caller: Caller | StrayCaller,
  isFree: boolean,
): Promise<void> {
  const budget = budgetOf(caller);
  const decision = isFree ? await deps.rateLimits.look(budget) : await deps.rateLimits.spend(budget);
  for (const [name, value] of Object.entries(rateLimitHeaders(decision, deps.now())))
    exchange.setHeader(name, value);
  if (decision.violated && !isFree) throw rateLimited(decision.violated);
}

/** Who is in no organization has their own affairs left. */
function refuseStray({ refusal }: StrayCaller, access: Access): void {
  if (access.kind !== "session") throw refusal;
}

function checkRights(deps: Deps, { exchange }: Call, caller: Caller, access: Access): void {
  if (access.kind === "scope") exchange.setHeader("x-required-scopes", access.scopes.join(" "));
  checkScope(deps, caller, access);
  checkRole(caller, access);
}
