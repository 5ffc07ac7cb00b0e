import { type KeyEpoch, type KeyRecord, raiseKeyEpochs } from "@stowage/auth/key-store";
import type { ApiKey, ListApiKeys, RevokedApiKey } from "@stowage/contract/api-keys";
import type { Db } from "@stowage/db/open-database";
import type { Transaction } from "@stowage/db/prepared";
import { api_key_usage, api_keys } from "@stowage/db/schema/api-keys";
import { and, eq, gt, gte, isNotNull, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { type Deps, instantNow } from "../../deps.ts";
import { recordEvent } from "../../events.ts";
import type { Caller } from "../../gate/caller.ts";
import { byInstant, type Filter, listPage } from "../../lists/paging.ts";
import { textFilter } from "../../lists/text-search.ts";
import { notFound } from "../../problems.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { seesAllKeys, statusOf } from "./policy.ts";

/** The columns of a key that everybody may see who may see the key. */
export const apiKeyColumns = {
  id: api_keys.id,
  name: api_keys.name,
  description: api_keys.description,
  prefix: api_keys.prefix,
  environment: api_keys.environment,
  scopes: api_keys.scopes,
  organization_id: api_keys.organization_id,
  created_by: api_keys.created_by,
  acts_as: api_keys.acts_as,
  location_ids: api_keys.location_ids,
  allowed_cidrs: api_keys.allowed_cidrs,
  rate_limit: api_keys.rate_limit,
  created_at: api_keys.created_at,
  expires_at: api_keys.expires_at,
  auto_renew: api_keys.auto_renew,
  last_used_at: api_keys.last_used_at,
  last_used_ip: api_keys.last_used_ip,
  rotated_at: api_keys.rotated_at,
  revoked_at: api_keys.revoked_at,
  revocation_reason: api_keys.revocation_reason,
  disabled_at: api_keys.disabled_at,
};

type ApiKeyRow = Omit<ApiKey, "status"> & { disabled_at: string | null };

/** A row as the wire has it: `status` follows from the times. */
export function apiKeyOf({ disabled_at, ...row }: ApiKeyRow, nowMs: number): ApiKey {
  return { ...row, status: statusOf({ ...row, disabled_at }, nowMs) };
}

/** A verified key as the wire has it. */
export function apiKeyOfRecord(record: KeyRecord, nowMs: number): ApiKey {
  const names = Object.keys(apiKeyColumns) as (keyof typeof apiKeyColumns)[]; // keys of a const object
  const row = Object.fromEntries(names.map((name) => [name, record[name]])) as unknown as ApiKeyRow;
  return apiKeyOf(row, nowMs);
}

/** The organization's keys that the caller may see: admins all, others those they made or that act as them. */
export function visibleTo(caller: Caller): SQL | undefined {
  const ofOrganization = eq(api_keys.organization_id, caller.organization.id);
  if (seesAllKeys(caller)) return ofOrganization;
  return and(
    ofOrganization,
    or(eq(api_keys.created_by, caller.user.id), eq(api_keys.acts_as, caller.user.id)),
  );
}

/** @throws not_found */
export async function getApiKey(ctx: { db: Db; deps: Deps; caller: Caller }, id: string): Promise<ApiKey> {
  const [row] = await ctx.db
    .select(apiKeyColumns)
    .from(api_keys)
    .where(and(visibleTo(ctx.caller), eq(api_keys.id, id)));
  if (!row) throw notFound("API key", id);
  return apiKeyOf(row, ctx.deps.now());
}

/**
 * Locks a key, one of those that `within` allows, for a change of it.
 * @throws not_found
 */
export async function lockApiKey(tx: Transaction, id: string, within: SQL | undefined): Promise<ApiKeyRow> {
  const [row] = await tx
    .select(apiKeyColumns)
    .from(api_keys)
    .where(and(within, eq(api_keys.id, id)))
    .for("update");
  if (!row) throw notFound("API key", id);
  return row;
}

/** Lets this server act on raised epochs before it answers; the others hear of them by the notify channel. */
export function announceEpochs(deps: Deps, raised: readonly KeyEpoch[]): void {
  for (const { id, epoch } of raised) deps.keys.hear(id, epoch);
}

export async function listApiKeys(ctx: { db: Db; deps: Deps; caller: Caller }, input: ListApiKeys) {
  const page = await listPage<ApiKeyRow>({
    db: ctx.db,
    name: `api_keys_${seesAllKeys(ctx.caller) ? "all" : "own"}`,
    table: api_keys,
    id: api_keys.id,
    columns: apiKeyColumns,
    sorts: { created_at: byInstant(api_keys.created_at) },
    filters: [
      seen(ctx.caller),
      withStatus(input.status, instantNow(ctx.deps)),
      input.environment === undefined
        ? null
        : {
            name: "env",
            condition: eq(api_keys.environment, sql.placeholder("environment")),
            values: { environment: input.environment },
          },
      textFilter(sql`lower(${api_keys.name})`, input.q),
    ],
    page: { ...input, sort: "-created_at", include_total: true },
  });
  return { ...page, data: page.data.map((row) => apiKeyOf(row, ctx.deps.now())) };
}

function seen(caller: Caller): Filter {
  const organization_id = caller.organization.id;
  const ofOrganization = eq(api_keys.organization_id, sql.placeholder("organization_id"));
  if (seesAllKeys(caller)) return { name: "org", condition: ofOrganization, values: { organization_id } };
  const user = sql.placeholder("user_id");
  const own = or(eq(api_keys.created_by, user), eq(api_keys.acts_as, user));
  return {
    name: "own",
    condition: and(ofOrganization, own),
    values: { organization_id, user_id: caller.user.id },
  };
}

function withStatus(status: ListApiKeys["status"], now: string): Filter | null {
  if (status === "all") return null;
  const at = sql`${sql.placeholder("now")}::timestamptz`;
  const alive = and(
    isNull(api_keys.revoked_at),
    or(isNull(api_keys.expires_at), gt(api_keys.expires_at, at)),
  );
  const ended = or(isNotNull(api_keys.revoked_at), lte(api_keys.expires_at, at));
  return { name: status, condition: status === "active" ? alive : ended, values: { now } };
}

/** Requests of the current UTC day and month, up to the last second or so (the meter writes in batches). */
export async function usageOf(ctx: { db: Db; deps: Deps }, api_key_id: string) {
  const today = instantNow(ctx.deps).slice(0, 10);
  const [row] = await ctx.db
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

/**
 * Ends a key for good, one of those that `within` allows. This server refuses it from before this returns.
 * @throws not_found
 */
export async function endApiKey(
  ctx: ScopedContext,
  id: string,
  within: SQL | undefined,
): Promise<RevokedApiKey> {
  const { receipt, raised } = await ctx.db.transaction(async (tx) => {
    const key = await lockApiKey(tx, id, within);
    if (key.revoked_at !== null) return { receipt: { id, revoked_at: key.revoked_at }, raised: [] };
    const revoked_at = instantNow(ctx.deps);
    await tx
      .update(api_keys)
      .set({ revoked_at, updated_at: revoked_at, version: sql`${api_keys.version} + 1` })
      .where(and(within, eq(api_keys.id, key.id)));
    const epochs = await raiseKeyEpochs(tx, { keyIds: [id] });
    await recordEvent(tx, ctx, { type: "api_key.revoked", subject_id: id, subject_name: key.name });
    return { receipt: { id, revoked_at }, raised: epochs };
  });
  announceEpochs(ctx.deps, raised);
  return receipt;
}
