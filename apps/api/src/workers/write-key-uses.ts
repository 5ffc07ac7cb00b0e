import { newIds } from "@stowage/db/new-id";
import type { Db } from "@stowage/db/open-database";
import type { Transaction } from "@stowage/db/prepared";
import { sql } from "drizzle-orm";
import type { AlikeUses } from "./alike-uses.ts";
import { type KeyUseSums, sumsOf } from "./key-use-sums.ts";

/** Client networks told apart for a key in one day; more are counted together, so that nobody can fill the table. */
const NETWORKS_A_DAY_MAX = 200;
/** Where the rest is counted. */
const OTHER_NETWORKS = "other";

/**
 * Writes uses of keys to the log and to every sum that is kept of them, all or nothing. Uses of keys that are gone are
 * left out. The keys' rows are locked first, in the order of their ids, so that servers that write at once neither
 * deadlock nor count past a limit.
 */
export async function writeKeyUses(db: Db, uses: readonly AlikeUses[]): Promise<void> {
  await db.transaction(async (tx) => {
    const present = await lockKeys(tx, uses);
    const written = uses.filter((use) => present.has(use.api_key_id));
    if (written.length === 0) return;
    const sums = sumsOf(written);
    await logCalls(tx, written);
    await countDays(tx, sums);
    await countDetails(tx, sums);
    await noteScopes(tx, sums);
    await noteSecrets(tx, sums);
    await noteLastUses(tx, sums);
  });
}

async function lockKeys(tx: Transaction, uses: readonly AlikeUses[]): Promise<Set<string>> {
  const ids = [...new Set(uses.map((use) => use.api_key_id))];
  const rows = await tx.execute<{ id: string }>(sql`
    select id from api_keys where id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))
    order by id for no key update`);
  return new Set(rows.map((row) => row.id));
}

async function logCalls(tx: Transaction, uses: readonly AlikeUses[]): Promise<void> {
  const ids = newIds("request", uses.length);
  const rows = uses.map(({ times, scopes: _scopes, secret_id: _secret, ...shared }, n) => ({
    ...shared,
    id: ids[n],
    first_at: new Date(shared.first_at).toISOString(),
    last_at: new Date(shared.last_at).toISOString(),
    offsets_ms: times.map((at) => at - shared.first_at),
  }));
  await tx.execute(sql`
    insert into api_key_calls (id, workspace_id, api_key_id, acts_as, method, endpoint, status, code, ip, user_agent,
      first_at, last_at, request_ids, offsets_ms)
    select id, workspace_id, api_key_id, acts_as, method, endpoint, status, code, ip, user_agent,
      first_at, last_at, request_ids, offsets_ms
    from jsonb_populate_recordset(null::api_key_calls, ${JSON.stringify(rows)}::jsonb)`);
}

async function countDays(tx: Transaction, { days }: KeyUseSums): Promise<void> {
  await tx.execute(sql`
    insert into api_key_usage (api_key_id, day, requests, refused, failed)
    select api_key_id, day, requests, refused, failed
    from jsonb_to_recordset(${JSON.stringify(days)}::jsonb)
      as use(api_key_id text, day date, requests int, refused int, failed int)
    order by api_key_id, day
    on conflict (api_key_id, day) do update set requests = api_key_usage.requests + excluded.requests,
      refused = api_key_usage.refused + excluded.refused, failed = api_key_usage.failed + excluded.failed`);
}

async function countDetails(tx: Transaction, { details }: KeyUseSums): Promise<void> {
  await tx.execute(sql`
    with use as (
      select * from jsonb_to_recordset(${JSON.stringify(details)}::jsonb)
        as use(api_key_id text, day date, endpoint text, network text, outcome text, requests int)
    ), known as (
      select distinct api_key_id, day, network
      from api_key_usage_details join (select distinct api_key_id, day from use) as days using (api_key_id, day)
    ), added as (
      select api_key_id, day, network, row_number() over (partition by api_key_id, day order by network)
        + (select count(*) from known where known.api_key_id = use.api_key_id and known.day = use.day) as place
      from (select distinct api_key_id, day, network from use except select * from known) as use
    ), told_apart as (
      select * from known union all select api_key_id, day, network from added where place <= ${NETWORKS_A_DAY_MAX}
    )
    insert into api_key_usage_details (api_key_id, day, endpoint, network, outcome, requests)
    select use.api_key_id, use.day, endpoint, coalesce(told_apart.network, ${OTHER_NETWORKS}), outcome, sum(requests)
    from use left join told_apart using (api_key_id, day, network)
    group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
    on conflict (api_key_id, day, endpoint, network, outcome)
      do update set requests = api_key_usage_details.requests + excluded.requests`);
}

async function noteScopes(tx: Transaction, { scopes }: KeyUseSums): Promise<void> {
  await tx.execute(sql`
    insert into api_key_scope_usage (api_key_id, scope, last_used_at)
    select api_key_id, scope, last_used_at
    from jsonb_to_recordset(${JSON.stringify(scopes)}::jsonb)
      as use(api_key_id text, scope text, last_used_at timestamptz)
    order by api_key_id, scope
    on conflict (api_key_id, scope)
      do update set last_used_at = greatest(api_key_scope_usage.last_used_at, excluded.last_used_at)`);
}

async function noteSecrets(tx: Transaction, { secrets }: KeyUseSums): Promise<void> {
  await tx.execute(sql`
    update api_key_secrets as secret set uses = secret.uses + use.uses,
      last_used_ip = case when use.is_later then use.ip else secret.last_used_ip end,
      last_used_agent = case when use.is_later then use.user_agent else secret.last_used_agent end,
      last_used_at = case when use.is_later then use.last_used_at else secret.last_used_at end
    from (
      select use.*, locked.last_used_at is null or locked.last_used_at <= use.last_used_at as is_later
      from jsonb_to_recordset(${JSON.stringify(secrets)}::jsonb)
        as use(secret_id text, uses int, last_used_at timestamptz, ip text, user_agent text)
      join api_key_secrets as locked on locked.id = use.secret_id
    ) as use
    where secret.id = use.secret_id`);
}

async function noteLastUses(tx: Transaction, { keys }: KeyUseSums): Promise<void> {
  await tx.execute(sql`
    update api_keys set last_used_at = use.last_used_at, last_used_ip = use.ip
    from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb)
      as use(api_key_id text, last_used_at timestamptz, ip text)
    where api_keys.id = use.api_key_id
      and (api_keys.last_used_at is null or api_keys.last_used_at <= use.last_used_at)`);
}
