import type { Db } from "@stowage/db/open-database";
import type { Transaction } from "@stowage/db/prepared";
import { api_keys } from "@stowage/db/schema/api-keys";
import { eq, sql } from "drizzle-orm";
import { recordEvent } from "../events.ts";
import { ALERT_EVENTS, type Alert, alertWords } from "./alert-words.ts";
import { type NoticeDeps, notifyKeyPeople } from "./notify-key-people.ts";
import { sayOnce } from "./say-once.ts";

/** Those that were not raised before, read without a lock so that a key that is refused all day long costs little. */
export async function notRaisedYet(db: Db, alerts: readonly Alert[]): Promise<Alert[]> {
  if (alerts.length === 0) return [];
  const asked = alerts.map((alert, place) => ({ ...alert, notice: noticeOf(alert), place }));
  const raised = await db.execute<{ place: number }>(sql`
    select place from api_key_notices
    join jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
      as asked(place int, api_key_id text, notice text, occasion text) using (api_key_id, notice, occasion)`);
  const places = new Set(raised.map(({ place }) => place));
  return alerts.filter((_, place) => !places.has(place));
}

/**
 * K52: records an alert and tells the key's people, once an occasion whatever the number of servers that saw it. Says
 * nothing of what is muted for the key; the occasion counts as used all the same.
 */
export async function raiseAlert(tx: Transaction, deps: NoticeDeps, alert: Alert): Promise<void> {
  const { api_key_id, occasion } = alert;
  const noted = await sayOnce(tx, deps, { api_key_id, notices: [noticeOf(alert)], occasion });
  if (noted.length === 0) return;
  const [key] = await tx
    .select({
      name: api_keys.name,
      prefix: api_keys.prefix,
      workspace_id: api_keys.workspace_id,
      muted_alerts: api_keys.muted_alerts,
    })
    .from(api_keys)
    .where(eq(api_keys.id, api_key_id));
  if (!key || key.muted_alerts.includes(alert.alert)) return;
  const type = ALERT_EVENTS[alert.alert];
  const event_seq = await recordEvent(
    tx,
    { deps, workspace_id: key.workspace_id, ip: alert.ip },
    { type, subject_id: api_key_id, subject_name: key.name, data: alert.data },
  );
  await notifyKeyPeople(tx, deps, { api_key_id, type, event_seq, ...alertWords(key, alert) });
}

function noticeOf({ alert }: Alert): string {
  return `alert_${alert}`;
}
