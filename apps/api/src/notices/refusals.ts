import type { Db } from "@stowage/db/open-database";
import { sql } from "drizzle-orm";
import type { AlikeUses } from "../workers/alike-uses.ts";
import type { Alert } from "./alert-words.ts";
import { hourOf, isRefusedEntry } from "./alerts-of-uses.ts";

/** So many refusals of one key … */
const REFUSALS = 10;
/** … within so many minutes are worth an alert, at most one each hour. */
const WITHIN_MINUTES = 10;

/**
 * The keys that these uses are the latest of many refusals of. It counts what all servers wrote, so refusals that are
 * spread over servers count together; keys that were told of in this hour are not counted again.
 */
export async function repeatedRefusals(db: Db, uses: readonly AlikeUses[]): Promise<Alert[]> {
  const spans = new Map<string, { api_key_id: string; since: Date; until: Date; hour: string }>();
  for (const bundle of uses) {
    if (!isRefusedEntry(bundle)) continue;
    const { api_key_id, first_at, last_at } = bundle;
    const span = spans.get(api_key_id);
    const until = Math.max(last_at, span?.until.getTime() ?? last_at);
    spans.set(api_key_id, {
      api_key_id,
      since: new Date(Math.min(first_at, span?.since.getTime() ?? first_at)),
      until: new Date(until),
      hour: hourOf(until),
    });
  }
  if (spans.size === 0) return [];
  const found = await db.execute<{ api_key_id: string; ip: string }>(sql`
    select distinct on (api_key_id) api_key_id, ip from (
      select api_key_id, at, ip, since,
        lag(at, ${REFUSALS - 1}) over (partition by api_key_id order by at) as first_of_many
      from (
        select api_key_id, first_at + offset_ms * interval '1 millisecond' as at, ip, since, until
        from api_key_calls
        join jsonb_to_recordset(${JSON.stringify([...spans.values()])}::jsonb)
          as span(api_key_id text, since timestamptz, until timestamptz, hour text) using (api_key_id),
          unnest(offsets_ms) as offset_ms
        where last_at >= since - ${WITHIN_MINUTES} * interval '1 minute' and first_at <= until
          and (status = 401 or code = 'ip_not_allowed')
          and not exists (
            select 1 from api_key_notices as said where said.api_key_id = api_key_calls.api_key_id
              and notice = 'alert_authentication_failed' and occasion = hour
          )
      ) as calls
      where at <= until
    ) as refusals
    where at >= since and at - first_of_many <= ${WITHIN_MINUTES} * interval '1 minute'
    order by api_key_id, at desc`);
  return found.map(({ api_key_id, ip }) => ({
    alert: "authentication_failed",
    api_key_id,
    occasion: spans.get(api_key_id)?.hour ?? "",
    ip,
    data: { refusals: REFUSALS, minutes: WITHIN_MINUTES },
  }));
}
