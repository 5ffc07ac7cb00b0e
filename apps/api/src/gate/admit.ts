import type { Deps } from "../deps.ts";
import { activateSecret } from "../rotation/activate-secret.ts";
import type { Access } from "./access.ts";
import { authenticate } from "./authenticate.ts";
import type { Call } from "./call.ts";
import type { Caller, KeyCaller, StrayCaller } from "./caller.ts";
import { rejectForeignSites } from "./csrf.ts";
import { checkNetwork } from "./network.ts";
import { RATE_LIMIT_HEADERS, rateLimited, rateLimitHeaders } from "./rate-limit-headers.ts";
import { budgetOf, type RateLimitDecision } from "./rate-limits.ts";
import { checkRole, checkScope } from "./rights.ts";

type Admitted = Caller | StrayCaller;

/**
 * The fixed order of checks, the same on every surface: parse → authenticate → key state → owner and subject state →
 * network → environment → rate limit → scope → role. Bounds (which ids there are for the caller), validation and the run
 * follow outside. `POST /api-keys/explain` runs the same checks without the call. A key that is known costs no waiting:
 * then this gives the caller itself, and no promise.
 * @throws the problem of the first check that fails
 */
export function admit(deps: Deps, call: Call, access: Access): Admitted | Promise<Admitted> {
  if (call.admitted?.access === access) return call.admitted.caller;
  const entered = call.entered ?? enter(deps, call, access.kind === "any_credential" && access.isFree);
  return afterwards(entered, (caller) => {
    if (caller.auth_method === "session" && call.writes)
      rejectForeignSites(call.exchange.headers, deps.publicUrl());
    if (caller.organization === null) refuseStray(caller, access);
    else checkRights(deps, call, caller, access);
    call.admitted = { access, caller };
    return caller;
  });
}

/**
 * The first of these checks, through the rate limit: what can be judged before it is known what is called. A surface
 * that learns so from the body keeps the caller as `call.entered`, and the call is not counted again.
 * @throws the problem of the first check that fails
 */
export function enter(deps: Deps, call: Call, isFree = false): Admitted | Promise<Admitted> {
  const { exchange } = call;
  exchange.caller ??= authenticate(deps, exchange);
  return afterwards(exchange.caller, (caller) => {
    exchange.setHeader("cache-control", "private, no-cache");
    if (caller.organization !== null) {
      checkNetwork(caller, exchange.ip);
      if (isFirstUse(caller)) return activated(deps, call, caller, isFree);
      exchange.setHeader("x-environment", caller.environment);
    }
    const budget = budgetOf(caller);
    const decision = isFree ? deps.rateLimits.look(budget) : deps.rateLimits.spend(budget);
    return afterwards(decision, (decided) => {
      tell(deps, call, decided);
      if (decided.violated && !isFree) throw rateLimited(decided.violated);
      return caller;
    });
  });
}

/** Goes on at once with what is there, and later with what is promised. */
export function afterwards<From, To>(
  from: From | Promise<From>,
  go: (from: From) => To | Promise<To>,
): To | Promise<To> {
  return from instanceof Promise ? from.then(go) : go(from);
}

/** The rotation's new secret holds from here on; then the caller is judged anew. */
async function activated(deps: Deps, call: Call, caller: KeyCaller, isFree: boolean): Promise<Admitted> {
  await activateSecret(deps, { call, caller });
  call.exchange.caller = authenticate(deps, call.exchange);
  return enter(deps, call, isFree);
}

function tell(deps: Deps, { exchange }: Call, decision: RateLimitDecision): void {
  const headers = rateLimitHeaders(decision, deps.now());
  for (const name of RATE_LIMIT_HEADERS) exchange.setHeader(name, headers[name]);
}

/** K42: the key's secret is a rotation's new one, which has waited for this. */
function isFirstUse(caller: Caller): caller is KeyCaller {
  return caller.auth_method === "api_key" && caller.key.secret_activated_at === null;
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
