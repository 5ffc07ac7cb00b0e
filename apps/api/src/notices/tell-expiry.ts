import { EXPIRY_NOTICE_DAYS } from "@stowage/contract/limits";
import type { Transaction } from "@stowage/db/prepared";
import type { Deps } from "../deps.ts";
import { recordEvent } from "../events.ts";
import { expiredWords, expiringWords } from "./expiry-words.ts";
import { type KeyLife, lockKeyLife } from "./key-life.ts";
import { type KeyNews, type NoticeDeps, notifyKeyPeople } from "./notify-key-people.ts";
import { sayOnce } from "./say-once.ts";
import { renewalLeadMs, whyNotRenewed } from "./why-not-renewed.ts";

const DAY_MS = 86_400_000;
/** Who gives a key 30 days to live need not hear at once that it ends in 30 days, whatever their clock says. */
const FRESH_MS = 60 * 60_000;

type Telling = Pick<Deps, "database"> & NoticeDeps;

/**
 * K34: says that a key ends soon, once for each of 30, 14, 7 and 1 days before. Of several that are due at once (no server
 * ran) the most urgent is said and the others are noted as passed; those that had passed when the end was set are not
 * said at all. A key that will be renewed by itself needs no such word.
 */
export function tellExpiring(deps: Telling, id: string): Promise<void> {
  return deps.database.db.transaction(async (tx) => {
    const key = await lockKeyLife(tx, id);
    if (!key || Date.parse(key.expires_at) <= deps.now()) return;
    const days = await newlyDue(tx, deps, key);
    if (days === null) return;
    const reason = key.auto_renew ? whyNotRenewed(key, renewalMs(key)) : null;
    if (key.auto_renew && reason === null) return;
    const data = { days, expires_at: key.expires_at, ...(key.auto_renew && { not_renewed_because: reason }) };
    await tell(tx, deps, key, { type: "api_key.expiring", data, ...expiringWords(key, deps.now(), reason) });
  });
}

/** Says once that a key has ended. */
export function tellExpired(deps: Telling, id: string): Promise<void> {
  return deps.database.db.transaction(async (tx) => {
    const key = await lockKeyLife(tx, id);
    if (!key || Date.parse(key.expires_at) > deps.now()) return;
    const said = { api_key_id: id, notices: ["expired"], occasion: key.expires_at };
    if ((await sayOnce(tx, deps, said)).length === 0) return;
    const data = { expires_at: key.expires_at };
    await tell(tx, deps, key, { type: "api_key.expired", data, ...expiredWords(key) });
  });
}

async function tell(
  tx: Transaction,
  deps: NoticeDeps,
  key: KeyLife,
  news: {
    type: "api_key.expiring" | "api_key.expired";
    data: Record<string, unknown>;
  } & Pick<KeyNews, "title" | "body">,
): Promise<void> {
  const { type, data, title, body } = news;
  const source = { deps, workspace_id: key.workspace_id };
  const event_seq = await recordEvent(tx, source, { type, subject_id: key.id, subject_name: key.name, data });
  await notifyKeyPeople(tx, deps, { api_key_id: key.id, type, event_seq, title, body });
}

/** The most urgent notice that is due and not said yet, in days; all that are due are noted. */
async function newlyDue(tx: Transaction, deps: NoticeDeps, key: KeyLife): Promise<number | null> {
  const endMs = Date.parse(key.expires_at);
  const due = EXPIRY_NOTICE_DAYS.filter((days) => endMs - days * DAY_MS <= deps.now());
  if (due.length === 0) return null;
  const notices = due.map(expiringNotice);
  const noted = await sayOnce(tx, deps, { api_key_id: key.id, notices, occasion: key.expires_at });
  const days = Math.min(...due);
  if (!noted.includes(expiringNotice(days))) return null;
  return days * DAY_MS < key.lifetime_seconds * 1_000 - FRESH_MS ? days : null;
}

/** The name under which a notice is noted. */
export function expiringNotice(days: number): string {
  return `expires_in_${days}_days`;
}

function renewalMs(key: KeyLife): number {
  return Date.parse(key.expires_at) - renewalLeadMs(key.lifetime_seconds);
}
