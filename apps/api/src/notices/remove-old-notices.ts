import type { Db } from "@stowage/db/open-database";
import { sql } from "drizzle-orm";

const READ_KEPT_DAYS = 90;
const MAIL_KEPT_DAYS = 30;
/** Days of expiry that lie so far back are not told of any more. */
const ITEM_EXPIRY_KEPT_DAYS = 30;
/** Hours and days that alerts were told in do not come again; networks are kept apart. */
const OCCASION_KEPT_DAYS = 90;

/**
 * Removes notifications that were read long ago, the records of mail that has long been sent or given up, the occasions of
 * alerts that are long past, and what was told of days of expiry that are.
 */
export async function removeOldNotices(deps: { database: { db: Db }; now: () => number }): Promise<void> {
  const { db } = deps.database;
  const before = (days: number) => new Date(deps.now() - days * 86_400_000).toISOString();
  await db.execute(sql`delete from notifications where read_at < ${before(READ_KEPT_DAYS)}`);
  await db.execute(
    sql`delete from api_key_notices where notice like 'alert\\_%' and created_at < ${before(OCCASION_KEPT_DAYS)}`,
  );
  await db.execute(
    sql`delete from mails where next_attempt_at is null and created_at < ${before(MAIL_KEPT_DAYS)}`,
  );
  await db.execute(
    sql`delete from item_notices where expires_on < ${before(ITEM_EXPIRY_KEPT_DAYS).slice(0, 10)}::date`,
  );
}
