import { type KeyLogEntry, KeyLogPage, ListKeyLog } from "@stowage/contract/key-log";
import { type KeyUseOutcome, outcomeOf } from "@stowage/contract/key-usage";
import { grants } from "@stowage/contract/scopes";
import { rfc3339FromPostgres } from "@stowage/db/schema/columns";
import { type SQL, sql } from "drizzle-orm";
import { readCursor, writeCursor } from "../../lists/paging.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { getApiKey } from "./store.ts";

const NEWEST_FIRST = "-created_at";

/**
 * K51: all that happened to a key and all that was done with it, newest first: its calls, the changes of the key itself,
 * and for callers who may read events what it changed. A key that is bound to places sees no other key's calls, and no
 * changes but those of keys.
 * @throws not_found
 * @throws validation_failed  the cursor is not one of this list
 */
export const log = scoped("api-keys:manage", { isOwnAffair: true })
  .meta(rest("GET /api-keys/{id}/events", "List the log of an API key"))
  .input(ListKeyLog)
  .output(KeyLogPage)
  .query(async ({ ctx, input }) => {
    const key = await getApiKey(ctx, input.id);
    const [found, total] = await Promise.all([
      newest(ctx, branchesOf(ctx, key.id, input, input.limit + 1), input.limit + 1),
      input.include_total
        ? countOf(ctx, branchesOf(ctx, key.id, { ...input, cursor: undefined }))
        : undefined,
    ]);
    const data = found.slice(0, input.limit);
    const last = found.length > input.limit ? data.at(-1) : undefined;
    return {
      data,
      ...(total !== undefined && { total }),
      next_cursor: last ? writeCursor(NEWEST_FIRST, { ...last }) : null,
    };
  });

/** Each branch is cut to a page before they are merged, so that a page costs the same however much there is. */
async function newest({ db }: ScopedContext, branches: SQL[], rows: number): Promise<KeyLogEntry[]> {
  if (branches.length === 0) return [];
  const order = sql`order by created_at desc, id desc limit ${rows}`;
  const parts = branches.map((branch) => sql`select * from (${branch} ${order}) as branch`);
  const found = await db.execute<KeyLogEntry & Record<string, unknown>>(sql`
    select log.id, kind, log.created_at, type, subject_type, subject_id, subject_name, method, endpoint, status, code,
      auth_method,
      actor_user_id, coalesce(actor_name, actor.name) as actor_name,
      on_behalf_of_user_id, on_behalf_of.name as on_behalf_of_name, ip, user_agent, request_id, changes, data
    from (${sql.join(parts, sql` union all `)} ${order}) as log
    left join users as actor on actor.id = log.actor_user_id
    left join users as on_behalf_of on on_behalf_of.id = log.on_behalf_of_user_id
    order by log.created_at desc, log.id desc`);
  return found.map((row) => ({
    ...row,
    created_at: rfc3339FromPostgres(row.created_at),
    outcome: row.status === null ? null : outcomeOf(row.status),
  }));
}

async function countOf({ db }: ScopedContext, branches: SQL[]): Promise<number> {
  if (branches.length === 0) return 0;
  const counts = branches.map((branch) => sql`(select count(*) from (${branch}) as branch)`);
  const [counted] = await db.execute<{ total: number }>(
    sql`select (${sql.join(counts, sql` + `)})::int as total`,
  );
  return counted?.total ?? 0;
}

function branchesOf({ caller }: ScopedContext, key_id: string, input: ListKeyLog, rows?: number): SQL[] {
  const { kind, outcome } = input;
  const isBounded = caller.reach.location_ids !== null;
  const within = [
    sql`workspace_id in (select id from workspaces where organization_id = ${caller.organization.id})`,
    ...narrowed(input),
  ];
  const branches: SQL[] = [];
  if (kind !== "event" && (!isBounded || caller.reach.api_key_id === key_id)) {
    const ofOutcome = outcome ? [OUTCOME_CONDITIONS[outcome]] : [];
    branches.push(callsOf(key_id, and([...within, ...ofOutcome]), input, rows));
  }
  if (kind === "request" || outcome !== undefined) return branches;
  const inTime = [...within, ...during(input)];
  branches.push(eventsWhere(and([sql`subject_type = 'api_key' and subject_id = ${key_id}`, ...inTime])));
  if (grants(caller.scopes, "events:read") && !isBounded)
    branches.push(eventsWhere(and([whatItDid(key_id), ...inTime])));
  return branches;
}

const and = (conditions: SQL[]): SQL => sql.join(conditions, sql` and `);

/** A key's calls carry both names: its maker's, and whose rights it used where that is another's (K24). */
function callsOf(key_id: string, condition: SQL, input: ListKeyLog, rows?: number): SQL {
  const alike = bundlesOf(and([sql`api_key_id = ${key_id}`, condition]), input, rows);
  return sql`
    select * from (
      select id || '.' || lpad(place::text, 2, '0') as id, 'request' as kind,
        first_at + offset_ms * interval '1 millisecond' as created_at,
        null as type, null as subject_type, null as subject_id, null as subject_name,
        method, endpoint, status, code, 'api_key' as auth_method,
        maker.created_by as actor_user_id, null as actor_name,
        nullif(acts_as, maker.created_by) as on_behalf_of_user_id,
        ip, user_agent, request_id, '{}'::jsonb as changes, '{}'::jsonb as data
      from (${alike}) as alike,
        unnest(request_ids, offsets_ms) with ordinality as call(request_id, offset_ms, place),
        (select created_by from api_keys where id = ${key_id}) as maker
    ) as calls where ${and([sql`true`, ...during(input)])}`;
}

/**
 * The rows that a page's calls are in. The latest call of each row that ends before the page's end stands for the row, so
 * as many rows are enough as the page has calls; rows that end later hold calls of the page only if they began in time.
 */
function bundlesOf(condition: SQL, { since, until, cursor }: ListKeyLog, rows?: number): SQL {
  const wanted = since === undefined ? condition : and([condition, sql`last_at >= ${since}::timestamptz`]);
  if (rows === undefined) return sql`select * from api_key_calls where ${wanted}`;
  const ends = [until, positionOf(cursor)?.value].map((end) => sql`${end ?? null}::timestamptz`);
  const end = sql`coalesce(least(${sql.join(ends, sql`, `)}), 'infinity')`;
  return sql`
    (select * from api_key_calls where ${wanted} and last_at < ${end} order by last_at desc, id desc limit ${rows})
    union all
    select * from api_key_calls
    where ${wanted} and last_at >= ${end} and last_at < ${end} + interval '1 second' and first_at <= ${end}`;
}

function eventsWhere(condition: SQL): SQL {
  return sql`
    select id, 'event' as kind, created_at, type, subject_type, subject_id, subject_name,
      null as method, endpoint, null::int as status, null as code, auth_method,
      actor_user_id, actor_name, on_behalf_of_user_id, ip, null as user_agent, request_id, changes, data
    from events where ${condition}`;
}

/** What a key did to itself is told once, as what happened to it. */
const whatItDid = (key_id: string): SQL =>
  sql`api_key_id = ${key_id} and not (subject_type = 'api_key' and subject_id = ${key_id})`;

function narrowed({ endpoint, ip }: ListKeyLog): SQL[] {
  return [
    ...(endpoint === undefined ? [] : [sql`endpoint = ${endpoint}`]),
    ...(ip === undefined ? [] : [sql`ip = ${ip}`]),
  ];
}

function during({ since, until, cursor }: ListKeyLog): SQL[] {
  const after = positionOf(cursor);
  return [
    ...(since === undefined ? [] : [sql`created_at >= ${since}::timestamptz`]),
    ...(until === undefined ? [] : [sql`created_at < ${until}::timestamptz`]),
    ...(after === null ? [] : [sql`(created_at, id) < (${after.value}::timestamptz, ${after.id})`]),
  ];
}

const positionOf = (cursor: string | undefined) =>
  cursor === undefined ? null : readCursor(cursor, NEWEST_FIRST);

const OUTCOME_CONDITIONS: Record<KeyUseOutcome, SQL> = {
  succeeded: sql`status < 400`,
  refused: sql`status between 400 and 499`,
  failed: sql`status >= 500`,
};
