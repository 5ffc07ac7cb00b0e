import { type KeyEpoch, type KeyRecord, raiseKeyEpochs } from "@stowage/auth/key-store";
import type { ApiKey, ApiKeyRow, RevokedApiKey } from "@stowage/contract/api-keys";
import type { Db } from "@stowage/db/open-database";
import type { Transaction } from "@stowage/db/prepared";
import { api_keys } from "@stowage/db/schema/api-keys";
import { and, eq, or, type SQL, sql } from "drizzle-orm";
import { type Deps, instantNow } from "../../deps.ts";
import { recordEvent } from "../../events.ts";
import type { Caller } from "../../gate/caller.ts";
import { conflict, notFound } from "../../problems.ts";
import { isRotating } from "../../rotation/rotating.ts";
import { livingSecretsUnscoped, type RotatingSecrets } from "../../rotation/secrets.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { checkAlive, seesAllKeys, statusOf } from "./policy.ts";

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
  muted_alerts: api_keys.muted_alerts,
  created_at: api_keys.created_at,
  expires_at: api_keys.expires_at,
  auto_renew: api_keys.auto_renew,
  last_used_at: api_keys.last_used_at,
  last_used_ip: api_keys.last_used_ip,
  rotated_at: api_keys.rotated_at,
  revoked_at: api_keys.revoked_at,
  revocation_reason: api_keys.revocation_reason,
  disabled_at: api_keys.disabled_at,
  rotation_started_at: api_keys.rotation_started_at,
  rotation_ends_at: api_keys.rotation_ends_at,
};

/** What `status` is made of, and the wire does not have. */
type HiddenTimes = Record<"disabled_at" | "rotation_started_at" | "rotation_ends_at", string | null>;

/** Days of the small chart that a key's row carries. */
const CHART_DAYS = 30;

/**
 * The columns of a row of the list: the key with its people's names and its requests of 30 UTC days, of which `today` is
 * the last. The chart is read in the same statement, through the primary key of the daily sums.
 */
export function apiKeyRowColumns(today: SQL) {
  const last = sql`${today}::date`;
  const first = sql`${last} - ${sql.raw(String(CHART_DAYS - 1))}`;
  return {
    ...apiKeyColumns,
    created_by_name: sql<string | null>`(select name from users where users.id = ${api_keys.created_by})`,
    acts_as_name: sql<string>`(select name from users where users.id = ${api_keys.acts_as})`,
    daily_requests: sql<number[]>`array(
      select coalesce(used.requests, 0)::int from generate_series(0, ${sql.raw(String(CHART_DAYS - 1))}) as place
      left join api_key_usage as used on used.api_key_id = api_keys.id
        and used.day between ${first} and ${last} and used.day = ${first} + place
      order by place)`,
  };
}

export type ApiKeyColumns = Omit<ApiKey, "status"> & HiddenTimes;
/** A key with the workspace that its events are told in: its own, whoever changes it. */
export type LockedApiKey = ApiKeyColumns & { workspace_id: string };
export type ApiKeyRowColumns = Omit<ApiKeyRow, "status"> & HiddenTimes;

/** A row as the wire has it: `status` follows from the times. */
export function apiKeyOf<Row extends ApiKeyColumns>(columns: Row, nowMs: number) {
  const { disabled_at, rotation_started_at, rotation_ends_at, ...row } = columns;
  return { ...row, status: statusOf(columns, nowMs) };
}

/** A verified key as the wire has it. */
export function apiKeyOfRecord(record: KeyRecord, nowMs: number): ApiKey {
  const names = Object.keys(apiKeyColumns) as (keyof typeof apiKeyColumns)[]; // keys of a const object
  const row = Object.fromEntries(names.map((name) => [name, record[name]])) as unknown as ApiKeyColumns;
  return apiKeyOf(row, nowMs);
}

/**
 * The organization's keys that the caller may see: admins all, others those they made or that act as them. K25: a key
 * sees those of its own environment alone.
 */
export function visibleTo(caller: Caller): SQL | undefined {
  const { environment } = caller;
  const ofOrganization = and(
    eq(api_keys.organization_id, caller.organization.id),
    caller.auth_method === "api_key" ? eq(api_keys.environment, environment) : undefined,
  );
  if (seesAllKeys(caller)) return ofOrganization;
  return and(
    ofOrganization,
    or(eq(api_keys.created_by, caller.user.id), eq(api_keys.acts_as, caller.user.id)),
  );
}

/** @throws not_found */
export async function getApiKey(ctx: { db: Db; deps: Deps; caller: Caller }, id: string): Promise<ApiKeyRow> {
  const [row] = await ctx.db
    .select(apiKeyRowColumns(sql`${instantNow(ctx.deps).slice(0, 10)}`))
    .from(api_keys)
    .where(and(visibleTo(ctx.caller), eq(api_keys.id, id)));
  if (!row) throw notFound("API key", id);
  return apiKeyOf(row, ctx.deps.now());
}

/**
 * Reads a key, one of those that `within` allows.
 * @throws not_found
 */
export async function readApiKey(
  db: Db | Transaction,
  id: string,
  within: SQL | undefined,
): Promise<ApiKeyColumns> {
  const [row] = await db
    .select(apiKeyColumns)
    .from(api_keys)
    .where(and(within, eq(api_keys.id, id)));
  if (!row) throw notFound("API key", id);
  return row;
}

/**
 * Locks a key, one of those that `within` allows, for a change of it.
 * @throws not_found
 */
export async function lockApiKey(
  tx: Transaction,
  id: string,
  within: SQL | undefined,
): Promise<LockedApiKey> {
  const [row] = await tx
    .select({ ...apiKeyColumns, workspace_id: api_keys.workspace_id })
    .from(api_keys)
    .where(and(within, eq(api_keys.id, id)))
    .for("update");
  if (!row) throw notFound("API key", id);
  return row;
}

/**
 * Locks a key whose rotation goes on, one of those that the caller sees, and reads its two secrets.
 * @throws not_found
 * @throws conflict  no rotation goes on, or the key has ended
 */
export async function lockRotation(
  tx: Transaction,
  { deps, caller }: ScopedContext,
  id: string,
): Promise<{ key: LockedApiKey; secrets: RotatingSecrets }> {
  const key = await lockApiKey(tx, id, visibleTo(caller));
  checkAlive(key, deps.now());
  const { own, old } = await livingSecretsUnscoped(tx, id, instantNow(deps));
  if (old === null || !isRotating(key, deps.now()))
    throw conflict(`${key.name} is not being rotated, or its old secret has ended already.`);
  return { key, secrets: { own, old } };
}

/** Lets this server act on raised epochs before it answers; the others hear of them by the notify channel. */
export function announceEpochs(deps: Deps, raised: readonly KeyEpoch[]): void {
  for (const { id, epoch } of raised) deps.keys.hear(id, epoch);
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
    await recordEvent(
      tx,
      { ...ctx, workspace_id: key.workspace_id },
      { type: "api_key.revoked", subject_id: id, subject_name: key.name },
    );
    return { receipt: { id, revoked_at }, raised: epochs };
  });
  announceEpochs(ctx.deps, raised);
  return receipt;
}
