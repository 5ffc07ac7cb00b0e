import { newKeySecret } from "@stowage/auth/key-store";
import { CreateApiKey, CreatedApiKey } from "@stowage/contract/api-keys";
import { ORGANIZATION_API_KEYS_MAX } from "@stowage/contract/limits";
import type { Scope } from "@stowage/contract/scopes";
import { newId } from "@stowage/db/new-id";
import type { Transaction } from "@stowage/db/prepared";
import { api_key_secrets, api_keys } from "@stowage/db/schema/api-keys";
import { and, count, eq, isNull } from "drizzle-orm";
import { checkPlaces } from "../../bounds/stray-places.ts";
import { instantNow } from "../../deps.ts";
import { recordEvent } from "../../events.ts";
import { authenticate } from "../../gate/authenticate.ts";
import { reachInto } from "../../gate/caller.ts";
import { requireRecentSignIn } from "../../gate/recent-sign-in.ts";
import { workspaceIn } from "../../gate/workspace-in.ts";
import {
  checkFuture,
  checkLifetime,
  checkMayMake,
  checkRateLimit,
  checkRenewal,
  organizationRules,
} from "../../grants/organization-rules.ts";
import { keepSubject, subjectOf } from "../../grants/subject.ts";
import { limitReached } from "../../problems.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { checkMakerBounds, grantedScopes, lifetimeSeconds } from "./policy.ts";
import { apiKeyColumns, apiKeyOf } from "./store.ts";

/**
 * K11, K14: makes a key that acts as its maker or, for admins, as another member. It is in no direction more than its
 * maker. The secret stands in this answer and nowhere else.
 * @throws role_forbidden  the organization leaves this to its admins
 * @throws escalation_denied  it would have a scope, a subject, bounds, an environment or a lifetime that its maker lacks
 * @throws not_found  `acts_as` is no member
 * @throws expiry_out_of_range, plan_restricted
 * @throws validation_failed  a place that is not there, or a limit above the plan's
 * @throws recent_sign_in_required  a person makes a key with `admin:*`
 * @throws limit_reached  10,000 keys that are not revoked
 */
export const create = scoped("api-keys:manage", { lacking: "session_required" })
  .meta(rest("POST /api-keys", "Create an API key", { status: 201, secret: true, kept_without: "key" }))
  .input(CreateApiKey)
  .output(CreatedApiKey)
  .mutation(({ ctx, input }) => createApiKey(ctx, input));

async function createApiKey(ctx: ScopedContext, input: CreateApiKey): Promise<CreatedApiKey> {
  const { deps, caller } = ctx;
  const { environment, ...values } = await draftOf(ctx, input);
  const secret = await newKeySecret({ format: deps.keyFormat, peppers: deps.peppers, environment });
  await authenticate(deps, ctx.call.exchange); // whoever was ended meanwhile leaves no key behind
  return ctx.db.transaction(async (tx) => {
    await keepSubject(tx, caller, values.acts_as);
    await checkKeyCount(tx, ctx);
    const created_at = instantNow(deps);
    const [row] = await tx
      .insert(api_keys)
      .values({
        ...values,
        id: newId("api_key"),
        organization_id: caller.organization.id,
        environment,
        prefix: secret.prefix,
        created_by: caller.user.id,
        created_at,
        updated_at: created_at,
      })
      .returning(apiKeyColumns);
    if (!row) throw new Error("an insert returns its row");
    const { mac, phc } = secret;
    await tx.insert(api_key_secrets).values({
      id: newId("api_key_secret"),
      api_key_id: row.id,
      mac,
      phc,
      created_at,
      activated_at: created_at,
    });
    const { name, workspace_id, lifetime_seconds: _seconds, ...data } = values;
    await recordEvent(
      tx,
      { ...ctx, workspace_id },
      {
        type: "api_key.created",
        subject_id: row.id,
        subject_name: name,
        data: { ...data, environment },
      },
    );
    return { ...apiKeyOf(row, deps.now()), key: secret.key };
  });
}

/** What the new key will be, once all rules about it are kept. */
async function draftOf(ctx: ScopedContext, input: CreateApiKey) {
  const { db, deps, caller } = ctx;
  const { active, scopes: requested, environment = caller.environment, acts_as, ...wanted } = input;
  const rules = await organizationRules(db, caller.organization.id);
  checkMayMake(caller, rules);
  const subject = await subjectOf(db, caller, acts_as);
  const scopes = grantedScopes(caller, requested, subject.role);
  requireRecentFor(ctx, scopes);
  const now = instantNow(deps);
  const draft = { ...wanted, scopes, disabled_at: active ? null : now };
  checkMakerBounds(caller, { ...draft, environment });
  if (draft.expires_at !== null) checkFuture(draft.expires_at, deps.now());
  checkLifetime(draft.expires_at, deps.now(), rules);
  checkRateLimit(draft.rate_limit, rules);
  checkRenewal(draft, rules);
  const workspace_id = await workspaceIn(db, caller, environment);
  await checkPlaces(db, reachInto(workspace_id, caller), draft.location_ids ?? []);
  return {
    ...draft,
    environment,
    workspace_id,
    acts_as: subject.id,
    lifetime_seconds: lifetimeSeconds(draft.expires_at, deps.now()),
  };
}

/** K62: what everything can be done with is not made with a cookie that somebody found. */
function requireRecentFor({ caller, deps }: ScopedContext, scopes: readonly Scope[]): void {
  if (caller.auth_method === "session" && scopes.includes("admin:*")) requireRecentSignIn(caller, deps.now());
}

async function checkKeyCount(tx: Transaction, { caller }: ScopedContext): Promise<void> {
  const [row] = await tx
    .select({ total: count() })
    .from(api_keys)
    .where(and(eq(api_keys.organization_id, caller.organization.id), isNull(api_keys.revoked_at)));
  if (row && row.total >= ORGANIZATION_API_KEYS_MAX)
    throw limitReached(`An organization holds at most ${ORGANIZATION_API_KEYS_MAX} keys. Revoke some first.`);
}
