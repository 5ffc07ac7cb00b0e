import { KeyUsage, KeyUsageQuery } from "@stowage/contract/key-usage";
import { api_key_usage, api_key_usage_details } from "@stowage/db/schema/api-keys";
import { and, asc, desc, eq, gte, lte, sql } from "drizzle-orm";
import type { ScopedContext } from "../../trpc/context.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { getApiKey } from "./store.ts";

const DAY_MS = 86_400_000;
/** Endpoints and networks that are named, the busiest first. */
const NAMED_MAX = 50;

/**
 * K31: what a key was used for, by UTC day, outcome, endpoint and network, up to the last second or so. Every day stands
 * in it, also one without calls.
 * @throws not_found
 */
export const usage = scoped("api-keys:manage", { isOwnAffair: true })
  .meta(rest("GET /api-keys/{id}/usage", "Chart the use of an API key"))
  .input(KeyUsageQuery)
  .output(KeyUsage)
  .query(async ({ ctx, input }) => {
    const key = await getApiKey(ctx, input.id);
    const nowMs = ctx.deps.now();
    const dates = Array.from({ length: input.days }, (_, place) =>
      dateOf(nowMs - (input.days - 1 - place) * DAY_MS),
    );
    const [counted, endpoints, networks] = await Promise.all([
      daily(ctx, key.id, dates),
      busiest(ctx, key.id, dates, "endpoint"),
      busiest(ctx, key.id, dates, "network"),
    ]);
    const byDay = new Map(counted.map((row) => [row.day, row]));
    const days = dates.map((day) => ({ day, ...split(byDay.get(day)) }));
    return {
      since: dates[0] ?? dateOf(nowMs),
      until: dateOf(nowMs),
      total: totalOf(days),
      days,
      endpoints: endpoints.map(({ name, ...row }) => ({ endpoint: name, ...split(row) })),
      networks: networks.map(({ name, ...row }) => ({ network: name, ...split(row) })),
    };
  });

function dateOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

function daily({ db }: ScopedContext, api_key_id: string, dates: readonly string[]) {
  const { api_key_id: key, day } = api_key_usage;
  return db
    .select()
    .from(api_key_usage)
    .where(and(eq(key, api_key_id), gte(day, dates[0] ?? ""), lte(day, dates.at(-1) ?? "")));
}

function busiest(
  { db }: ScopedContext,
  api_key_id: string,
  dates: readonly string[],
  by: "endpoint" | "network",
) {
  const { api_key_id: key, day, outcome, requests: calls, [by]: name } = api_key_usage_details;
  const requests = sql<number>`sum(${calls})`.mapWith(Number);
  const of = (wanted: string) =>
    sql<number>`coalesce(sum(${calls}) filter (where ${outcome} = ${wanted}), 0)`.mapWith(Number);
  return db
    .select({ name, requests, refused: of("refused"), failed: of("failed") })
    .from(api_key_usage_details)
    .where(and(eq(key, api_key_id), gte(day, dates[0] ?? ""), lte(day, dates.at(-1) ?? "")))
    .groupBy(name)
    .orderBy(desc(requests), asc(name))
    .limit(NAMED_MAX);
}

interface Counted {
  requests: number;
  refused: number;
  failed: number;
}

function split({ requests, refused, failed }: Counted = { requests: 0, refused: 0, failed: 0 }) {
  return { requests, succeeded: requests - refused - failed, refused, failed };
}

function totalOf(days: readonly Counted[]) {
  const sum = (of: keyof Counted) => days.reduce((total, day) => total + day[of], 0);
  return split({ requests: sum("requests"), refused: sum("refused"), failed: sum("failed") });
}
