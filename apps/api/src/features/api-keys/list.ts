import { ApiKeyPage, type ApiKeyStatus, ListApiKeys } from "@stowage/contract/api-keys";
import { api_keys } from "@stowage/db/schema/api-keys";
import { and, eq, gt, isNotNull, isNull, lte, not, or, type SQL, sql } from "drizzle-orm";
import { instantNow } from "../../deps.ts";
import type { Caller } from "../../gate/caller.ts";
import { only } from "../../lists/filters.ts";
import { byInstant, type Filter, listPage } from "../../lists/paging.ts";
import { textFilter } from "../../lists/text-search.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { seesAllKeys } from "./policy.ts";
import { type ApiKeyRowColumns, apiKeyOf, apiKeyRowColumns } from "./store.ts";

/**
 * K30: lists keys, newest first, each with its requests of the last 30 days. Admins see all of the organization's, others
 * those they made or that act as them; people those of both environments, keys those of their own.
 */
export const list = scoped("api-keys:manage", { isOwnAffair: true })
  .meta(rest("GET /api-keys", "List API keys"))
  .input(ListApiKeys)
  .output(ApiKeyPage)
  .query(({ ctx, input }) => listApiKeys(ctx, input));

const columns = apiKeyRowColumns(sql`${sql.placeholder("today")}`);
const SORTS = { created_at: byInstant(api_keys.created_at) };
const searchText = sql`lower(${api_keys.name})`;

async function listApiKeys({ db, deps, caller }: ScopedContext, input: ListApiKeys) {
  const now = instantNow(deps);
  const page = await listPage<Pick<ApiKeyRowColumns, keyof ApiKeyRowColumns>>({
    db,
    name: "api_keys",
    table: api_keys,
    id: api_keys.id,
    columns,
    sorts: SORTS,
    filters: [
      { name: "today", condition: () => undefined, values: { today: now.slice(0, 10), now } },
      seenBy(caller),
      withStatus(input.status),
      equal("environment", api_keys.environment, input.environment),
      equal("acts_as", api_keys.acts_as, input.acts_as),
      unusedFor(input.unused_for),
      endingWithin(input.expires_within),
      textFilter(searchText, input.q),
    ],
    page: { ...input, sort: "-created_at", include_total: true },
  });
  return { ...page, data: page.data.map((row) => apiKeyOf(row, deps.now())) };
}

/** The same keys as `visibleTo`, as the first filter of a prepared statement. */
function seenBy(caller: Caller): Filter {
  const seesAll = seesAllKeys(caller);
  const seesBoth = caller.auth_method === "session";
  return {
    name: `${seesAll ? "all" : "own"}_${seesBoth ? "both" : "same"}`,
    condition: () =>
      and(
        eq(api_keys.organization_id, sql.placeholder("organization_id")),
        seesBoth ? undefined : eq(api_keys.environment, sql.placeholder("callers_environment")),
        seesAll ? undefined : isOfUser(),
      ),
    values: {
      organization_id: caller.organization.id,
      callers_environment: caller.environment,
      user_id: caller.user.id,
    },
  };
}

const isOfUser = () => {
  const user = sql.placeholder("user_id");
  return or(eq(api_keys.created_by, user), eq(api_keys.acts_as, user));
};

/** A placeholder's type is not known to the database where it stands in arithmetic. */
const now = sql`${sql.placeholder("now")}::timestamptz`;

const isRevoked = isNotNull(api_keys.revoked_at);
const isOver = or(isRevoked, sql`coalesce(${api_keys.expires_at} <= ${now}, false)`) as SQL; // of two conditions
const isDisabled = and(not(isOver), isNotNull(api_keys.disabled_at)) as SQL; // of two conditions
const isRotating = and(
  not(isOver),
  isNull(api_keys.disabled_at),
  isNotNull(api_keys.rotation_started_at),
  or(isNull(api_keys.rotation_ends_at), gt(api_keys.rotation_ends_at, now)),
) as SQL; // of four conditions

/** The conditions behind each word; those of a status are the same as in `statusOf`. */
const STATUS_CONDITIONS: Record<ApiKeyStatus | "current" | "ended", SQL> = {
  current: not(isOver),
  ended: isOver,
  revoked: isRevoked,
  expired: and(isNull(api_keys.revoked_at), isOver) as SQL, // of two conditions
  disabled: isDisabled,
  rotating: isRotating,
  active: and(not(isOver), isNull(api_keys.disabled_at), not(isRotating)) as SQL, // of three conditions
};

function withStatus(status: ListApiKeys["status"]): Filter | null {
  return status === "all" ? null : only(status, () => STATUS_CONDITIONS[status]);
}

function equal(
  name: string,
  column: typeof api_keys.environment | typeof api_keys.acts_as,
  value: string | undefined,
): Filter | null {
  if (value === undefined) return null;
  return { name, condition: () => sql`${column} = ${sql.placeholder(name)}`, values: { [name]: value } };
}

const unusedBefore = sql`${now} - make_interval(days => ${sql.placeholder("unused_days")}::int)`;

/** A key that was never used counts from its creation. */
function unusedFor(days: string | undefined): Filter | null {
  if (days === undefined) return null;
  return {
    name: "unused",
    condition: () => sql`coalesce(${api_keys.last_used_at}, ${api_keys.created_at}) <= ${unusedBefore}`,
    values: { unused_days: Number.parseInt(days, 10) },
  };
}

const endingBy = sql`${now} + make_interval(days => ${sql.placeholder("ending_days")}::int)`;

function endingWithin(days: string | undefined): Filter | null {
  if (days === undefined) return null;
  return {
    name: "ending",
    condition: () => and(gt(api_keys.expires_at, now), lte(api_keys.expires_at, endingBy)),
    values: { ending_days: Number.parseInt(days, 10) },
  };
}
