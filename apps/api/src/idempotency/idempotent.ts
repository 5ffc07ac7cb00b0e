import { createHmac } from "node:crypto";
import { IDEMPOTENCY_KEPT_HOURS } from "@stowage/contract/limits";
import type { Db } from "@stowage/db/open-database";
import type { Deps } from "../deps.ts";
import type { Caller, PersonCaller } from "../gate/caller.ts";
import { requireScopes } from "../gate/rights.ts";
import { problemOf } from "../problem-of.ts";
import { ProblemError } from "../problems.ts";
import type { PersonContext, ScopedContext } from "../trpc/context.ts";
import type { ProcedureMeta } from "../trpc/rest-meta.ts";
import {
  type Claim,
  claimRequest,
  type Found,
  keepIfNone,
  keepUnder,
  type RequestName,
  release,
  renew,
} from "./claims.ts";
import {
  checkPlacesKept,
  type KeptAnswer,
  type KeptRights,
  keptProblem,
  keptResult,
  replayed,
} from "./kept-answer.ts";

/** Longer than any statement and any patience; who comes back by then finds the work undone, or done and kept. */
const CLAIM_ABANDONED_MS = 60_000;
/** Leaves two more tries before a claim counts as given up. */
const CLAIM_RENEWED_MS = 20_000;
const HOUR_MS = 3_600_000;

type CallerContext = PersonContext | ScopedContext;

interface Asked {
  meta: ProcedureMeta;
  input: unknown;
}

/**
 * Runs a call that names itself by an `Idempotency-Key` once: a repetition gets the first answer, as long as it asks for
 * the same. What `writing` does is kept in its own transaction, so that the two are done together or not at all.
 * @throws invalid_header  the key is not 1–255 visible ASCII characters
 * @throws idempotency_key_reused  it named another request
 * @throws idempotency_in_flight  the first call is still running
 * @throws insufficient_scope, role_forbidden, conflict  the caller has lost rights since that it took
 */
export async function idempotent(
  ctx: CallerContext,
  { meta, input }: Asked,
  run: () => Promise<unknown>,
): Promise<unknown> {
  const { call, db } = ctx;
  const name = requestName(ctx);
  const input_hash = hashOfInput(ctx.deps, input);
  const found = await claimRequest(db, name, input_hash, timesOf(ctx.deps));
  if (found.is !== "ours") return repeated(ctx, found, input_hash);
  const mine = { name, claim: found.claim };
  const withWork = new Set<unknown>();
  call.keepAnswer = async (tx, result) => {
    const kept = withRights(ctx, keptResult(result, meta));
    if (kept && !(await keepUnder(tx, mine, kept))) throw inFlight();
    withWork.add(result);
  };
  const result = await holding(ctx, mine, run);
  if (!withWork.has(result)) await settle(db, mine, withRights(ctx, keptResult(result, meta)));
  return result;
}

/** Runs the work, and says all along that it is in hand: an import may take longer than a claim lasts. */
async function holding(ctx: CallerContext, mine: Claim, run: () => Promise<unknown>): Promise<unknown> {
  const { deps, db } = ctx;
  const renewal = setInterval(
    () => void deps.background.run("renewal of a claim", () => renew(db, mine, timesOf(deps).now)),
    CLAIM_RENEWED_MS,
  );
  try {
    return await run();
  } catch (thrown) {
    await settleRefusal(ctx, mine, problemOf(thrown));
    throw thrown;
  } finally {
    clearInterval(renewal);
  }
}

async function settle(db: Db, mine: Claim, kept: KeptAnswer | null): Promise<void> {
  if (kept) await keepUnder(db, mine, kept);
  else await release(db, mine);
}

/** A server that cannot even let go leaves a claim, which is given up by time. */
async function settleRefusal(ctx: CallerContext, mine: Claim, problem: ProblemError): Promise<void> {
  const { db, deps } = ctx;
  const kept = withRights(ctx, keptProblem(problem));
  try {
    if (kept) await keepIfNone(db, mine, kept);
    else await release(db, mine);
  } catch (error) {
    deps.log.warn({ err: error, request: mine.name }, "a claim is left to be given up");
  }
}

/** The rights that the answer was given for; a person's own affairs need none. */
function withRights(ctx: CallerContext, kept: KeptAnswer | null): KeptAnswer | null {
  if (kept === null || !isScoped(ctx)) return kept;
  return { ...kept, rights: { scopes: ctx.call.also_used ?? [], places: ctx.reach.location_ids } };
}

const isScoped = (ctx: CallerContext): ctx is ScopedContext => "reach" in ctx;

/** @throws insufficient_scope, role_forbidden, conflict  the caller may not do it any more */
function checkRights(ctx: CallerContext, rights: KeptRights | undefined): void {
  if (!isScoped(ctx)) return;
  if (rights && rights.scopes.length > 0) requireScopes(ctx, rights.scopes);
  checkPlacesKept(rights, ctx.reach.location_ids);
}

function repeated(ctx: CallerContext, found: Exclude<Found, { is: "ours" }>, input_hash: string): unknown {
  if (found.input_hash !== input_hash)
    throw new ProblemError(
      "idempotency_key_reused",
      "This idempotency key named another request. Use a new one for each request, and the same one to repeat it.",
    );
  if (found.is === "running") throw inFlight();
  checkRights(ctx, found.answer.rights);
  ctx.call.exchange.setHeader("idempotent-replayed", "true");
  return replayed(found.answer); // its schema sees it again
}

function inFlight(): ProblemError {
  return new ProblemError(
    "idempotency_in_flight",
    "The first call with this idempotency key is still running. Ask again in a moment for its answer.",
  );
}

function requestName({ call, caller }: CallerContext): RequestName {
  const { key, route } = call.idempotency ?? { key: "", route: "" };
  if (!/^[\x21-\x7e]{1,255}$/.test(key))
    throw new ProblemError(
      "invalid_header",
      "Send an Idempotency-Key of 1 to 255 visible ASCII characters.",
      {
        errors: [
          {
            location: "header",
            pointer: "/idempotency-key",
            code: "invalid_header",
            message: "Not such a key.",
          },
        ],
      },
    );
  return { caller: callerName(caller), route, key };
}

/** A person may be in no organization yet. */
function callerName(caller: Caller | PersonCaller): string {
  if (caller.auth_method === "api_key") return caller.key.id; // of one workspace
  return `${caller.user.id} ${"workspace_id" in caller ? caller.workspace_id : "-"}`;
}

/** Keyed by a secret of the server, as there may be passwords in it, which a plain hash would give to whoever guesses. */
function hashOfInput({ peppers }: Deps, input: unknown): string {
  return createHmac("sha256", peppers.current)
    .update("idempotency\n")
    .update(sortedJson(input))
    .digest("base64url");
}

/** The order of members makes no other request. */
function sortedJson(input: unknown): string {
  const sorted = (_name: string, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value;
  return JSON.stringify(input, sorted) ?? "";
}

function timesOf({ now }: Deps) {
  const ago = (ms: number) => new Date(now() - ms).toISOString();
  return {
    now: ago(0),
    abandoned_before: ago(CLAIM_ABANDONED_MS),
    kept_since: ago(IDEMPOTENCY_KEPT_HOURS * HOUR_MS),
  };
}
