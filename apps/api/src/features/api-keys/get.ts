import { type ApiKey, ApiKeyRef, ApiKeyWithUsage, type KeyAdvice } from "@stowage/contract/api-keys";
import { ADVICE_OBSERVED_DAYS, EXPIRY_NOTICE_DAYS, KEY_UNUSED_DAYS } from "@stowage/contract/limits";
import { inCatalogueOrder, type Scope } from "@stowage/contract/scopes";
import { api_key_scope_usage, api_key_usage, api_keys } from "@stowage/db/schema/api-keys";
import { memberships, organizations, users } from "@stowage/db/schema/identity";
import { and, eq, gte, isNull, sql } from "drizzle-orm";
import { instantNow } from "../../deps.ts";
import { type RenewalFacts, renewalLeadMs, whyNotRenewed } from "../../notices/why-not-renewed.ts";
import { rotationOf } from "../../rotation/rotation-of.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { getApiKey } from "./store.ts";

const DAY_MS = 86_400_000;
const [FIRST_NOTICE_DAYS] = EXPIRY_NOTICE_DAYS;

/**
 * One key with its use today and this month (UTC), its rotation if one goes on, and what would make it safer.
 * @throws not_found
 */
export const get = scoped("api-keys:manage", { isOwnAffair: true })
  .meta(rest("GET /api-keys/{id}", "Get an API key", { unversioned: true }))
  .input(ApiKeyRef)
  .output(ApiKeyWithUsage)
  .query(async ({ ctx, input }) => {
    const key = await getApiKey(ctx, input.id);
    const [usage, rotation, advice] = await Promise.all([
      usageOf(ctx, key.id),
      rotationOf(ctx, key),
      adviceOn(ctx, key),
    ]);
    return { ...key, usage, rotation, advice };
  });

/** Requests of the current UTC day and month, up to the last second or so (the meter writes in batches). */
async function usageOf({ db, deps }: ScopedContext, api_key_id: string) {
  const today = instantNow(deps).slice(0, 10);
  const [row] = await db
    .select({
      requests_today: sql<string>`coalesce(sum(${api_key_usage.requests}) filter (where ${api_key_usage.day} = ${today}), 0)`,
      requests_this_month: sql<string>`coalesce(sum(${api_key_usage.requests}), 0)`,
    })
    .from(api_key_usage)
    .where(and(eq(api_key_usage.api_key_id, api_key_id), gte(api_key_usage.day, `${today.slice(0, 8)}01`)));
  return {
    requests_today: Number(row?.requests_today ?? 0),
    requests_this_month: Number(row?.requests_this_month ?? 0),
  };
}

/** K37: what the key used since its scopes were last set, and whether anyone would miss it. */
async function adviceOn({ db, deps }: ScopedContext, key: ApiKey): Promise<KeyAdvice> {
  const [[facts], used] = await Promise.all([
    db
      .select({
        scopes_set_at: api_keys.scopes_set_at,
        lifetime_seconds: api_keys.lifetime_seconds,
        is_subject_active: sql<boolean>`${users.disabled_at} is null and ${memberships.id} is not null`,
        plan: organizations.plan,
        settings: organizations.settings,
      })
      .from(api_keys)
      .innerJoin(organizations, eq(organizations.id, api_keys.organization_id))
      .innerJoin(users, eq(users.id, api_keys.acts_as))
      .leftJoin(memberships, membershipOfSubject)
      .where(and(eq(api_keys.organization_id, key.organization_id), eq(api_keys.id, key.id))),
    db.select().from(api_key_scope_usage).where(eq(api_key_scope_usage.api_key_id, key.id)),
  ]);
  if (!facts) throw new Error(`the key ${key.id} was read a moment ago`);
  const nowMs = deps.now();
  const observed_since = facts.scopes_set_at ?? key.created_at;
  const since = Date.parse(observed_since);
  const used_scopes = inCatalogueOrder(
    used.filter(({ last_used_at }) => Date.parse(last_used_at) >= since).map(({ scope }) => scope),
  );
  const unused_for_days = daysBetween(Date.parse(key.last_used_at ?? key.created_at), nowMs);
  return {
    observed_since,
    used_scopes,
    unused_scopes: unusedScopes(key.scopes, used_scopes, daysBetween(since, nowMs)),
    unused_for_days,
    is_unused: unused_for_days >= KEY_UNUSED_DAYS,
    not_renewed_because: notRenewedBecause(nowMs, key, facts),
  };
}

const membershipOfSubject = and(
  eq(memberships.organization_id, api_keys.organization_id),
  eq(memberships.user_id, api_keys.acts_as),
  isNull(memberships.disabled_at), // a suspended member has no role
);

/**
 * What could be taken away. Nothing is named before the key was watched for a while, nor of a key that used nothing:
 * that one is better ended than trimmed. `admin:*` counts as unused when scopes of their own cover all that it did.
 */
function unusedScopes(granted: readonly Scope[], used: readonly Scope[], observedDays: number): Scope[] {
  if (observedDays < ADVICE_OBSERVED_DAYS || used.length === 0) return [];
  return granted.filter((scope) => !used.includes(scope));
}

/** Whether `auto_renew` would find a reason against it: in its last month when the time comes, before that as things stand. */
function notRenewedBecause(
  nowMs: number,
  { auto_renew, expires_at, created_at, last_used_at }: ApiKey,
  facts: Omit<RenewalFacts, "created_at" | "last_used_at" | "lifetime_seconds"> & {
    lifetime_seconds: number | null;
  },
) {
  const { lifetime_seconds } = facts;
  if (!auto_renew || expires_at === null || lifetime_seconds === null) return null;
  const renewalMs = Date.parse(expires_at) - renewalLeadMs(lifetime_seconds);
  const isNear = renewalMs - nowMs <= FIRST_NOTICE_DAYS * DAY_MS;
  return whyNotRenewed({ ...facts, lifetime_seconds, created_at, last_used_at }, isNear ? renewalMs : nowMs);
}

function daysBetween(fromMs: number, toMs: number): number {
  return Math.max(0, Math.floor((toMs - fromMs) / DAY_MS));
}
