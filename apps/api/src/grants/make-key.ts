import type { NewKeySecret } from "@stowage/auth/key-store";
import type { CreateApiKey } from "@stowage/contract/api-keys";
import { ORGANIZATION_API_KEYS_MAX } from "@stowage/contract/limits";
import type { Scope } from "@stowage/contract/scopes";
import { newId } from "@stowage/db/new-id";
import type { Db } from "@stowage/db/open-database";
import type { Transaction } from "@stowage/db/prepared";
import { api_key_secrets, api_keys } from "@stowage/db/schema/api-keys";
import { and, count, eq, isNull } from "drizzle-orm";
import { checkPlaces } from "../bounds/stray-places.ts";
import { type Deps, instantNow } from "../deps.ts";
import { type EventSource, recordEvent } from "../events.ts";
import { checkMakerBounds, grantedScopes, lifetimeSeconds } from "../features/api-keys/policy.ts";
import { type ApiKeyColumns, apiKeyColumns } from "../features/api-keys/store.ts";
import { type Caller, reachInto } from "../gate/caller.ts";
import { requireRecentSignIn } from "../gate/recent-sign-in.ts";
import { workspaceIn } from "../gate/workspace-in.ts";
import { limitReached } from "../problems.ts";
import {
  checkFuture,
  checkLifetime,
  checkMayMake,
  checkRateLimit,
  checkRenewal,
  organizationRules,
} from "./organization-rules.ts";
import { keepSubject, subjectOf } from "./subject.ts";

/** A key as it will be, once all rules about it are kept. */
export type KeyDraft = Awaited<ReturnType<typeof draftKey>>;

/**
 * K11, K14: what a new key will be. It is in no direction more than its maker.
 * @throws role_forbidden, escalation_denied, not_found, expiry_out_of_range, plan_restricted, validation_failed
 */
export async function draftKey(
  { db, deps, caller }: { db: Db; deps: Pick<Deps, "now">; caller: Caller },
  input: CreateApiKey,
) {
  const { active, scopes: requested, environment = caller.environment, acts_as, ...wanted } = input;
  const rules = await organizationRules(db, caller.organization.id);
  checkMayMake(caller, rules);
  const subject = await subjectOf(db, caller, acts_as);
  const scopes = grantedScopes(caller, requested, subject.role);
  const draft = { ...wanted, scopes, disabled_at: active ? null : instantNow(deps) };
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

/**
 * K62: what everything can be done with is not made with a cookie that somebody found.
 * @throws recent_sign_in_required  a person makes a key with `admin:*`
 */
export function requireRecentFor(caller: Caller, scopes: readonly Scope[], nowMs: number): void {
  if (caller.auth_method === "session" && scopes.includes("admin:*")) requireRecentSignIn(caller, nowMs);
}

/**
 * Makes the key of a draft, in `tx`.
 * @param told  what the event tells beside the key itself
 * @throws not_found, escalation_denied  whom it acts as, or its maker's right to speak for them, has just gone
 * @throws limit_reached  10,000 keys that are not revoked
 */
export async function makeKey(
  tx: Transaction,
  source: Omit<EventSource, "workspace_id"> & { caller: Caller },
  draft: KeyDraft,
  { prefix, mac, phc }: NewKeySecret,
  told: Record<string, unknown> = {},
): Promise<ApiKeyColumns> {
  const { caller, deps } = source;
  await keepSubject(tx, caller, draft.acts_as);
  await checkKeyCount(tx, caller);
  const created_at = instantNow(deps);
  const [row] = await tx
    .insert(api_keys)
    .values({
      ...draft,
      id: newId("api_key"),
      organization_id: caller.organization.id,
      prefix,
      created_by: caller.user.id,
      created_at,
      updated_at: created_at,
    })
    .returning(apiKeyColumns);
  if (!row) throw new Error("an insert returns its row");
  await tx.insert(api_key_secrets).values({
    id: newId("api_key_secret"),
    api_key_id: row.id,
    mac,
    phc,
    created_at,
    activated_at: created_at,
  });
  const { name, workspace_id, lifetime_seconds: _seconds, ...data } = draft;
  await recordEvent(
    tx,
    { ...source, workspace_id },
    { type: "api_key.created", subject_id: row.id, subject_name: name, data: { ...data, ...told } },
  );
  return row;
}

async function checkKeyCount(tx: Transaction, caller: Caller): Promise<void> {
  const [row] = await tx
    .select({ total: count() })
    .from(api_keys)
    .where(and(eq(api_keys.organization_id, caller.organization.id), isNull(api_keys.revoked_at)));
  if (row && row.total >= ORGANIZATION_API_KEYS_MAX)
    throw limitReached(`An organization holds at most ${ORGANIZATION_API_KEYS_MAX} keys. Revoke some first.`);
}
