import type { Db } from "@stowage/db/open-database";
import { api_key_calls } from "@stowage/db/schema/api-keys";
import { asc, eq, getTableColumns } from "drizzle-orm";

const {
  id: _id,
  first_at: _first,
  last_at: _last,
  request_ids,
  offsets_ms,
  ...shared
} = getTableColumns(api_key_calls);

/** A key's calls as they stand in the database, each by itself, bundle by bundle. */
export async function loggedCalls(db: Db, api_key_id: string) {
  const bundles = await db
    .select({ ...shared, first_at: api_key_calls.first_at, request_ids, offsets_ms })
    .from(api_key_calls)
    .where(eq(api_key_calls.api_key_id, api_key_id))
    .orderBy(asc(api_key_calls.id));
  return bundles.flatMap(({ request_ids, offsets_ms, first_at, ...call }) =>
    request_ids.map((request_id, n) => ({
      ...call,
      request_id,
      created_at: new Date(Date.parse(first_at) + (offsets_ms[n] ?? 0)).toISOString(),
    })),
  );
}
