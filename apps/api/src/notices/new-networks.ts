import type { Db } from "@stowage/db/open-database";
import type { Transaction } from "@stowage/db/prepared";
import { api_key_networks } from "@stowage/db/schema/api-keys";
import { and, eq, ne, sql } from "drizzle-orm";
import { networkOf } from "../gate/client-network.ts";
import type { AlikeUses } from "../workers/alike-uses.ts";
import type { Alert } from "./alert-words.ts";
import { isRefusedEntry } from "./alerts-of-uses.ts";

/** New networks of one key that are told within a day; a key that is used from everywhere must not flood a mailbox. */
const TOLD_A_DAY_MAX = 20;

/** A key's first use from a network. */
export interface NetworkUse {
  api_key_id: string;
  network: string;
  ip: string;
  at: number;
}

/** The networks among these uses that their keys are not known to be used from, in the order of their use. */
export async function unknownNetworks(db: Db, uses: readonly AlikeUses[]): Promise<NetworkUse[]> {
  const first = new Map<string, NetworkUse>();
  for (const bundle of uses) {
    if (isRefusedEntry(bundle)) continue;
    const { api_key_id, ip, first_at: at } = bundle;
    const network = networkOf(ip);
    const name = `${api_key_id}\n${network}`;
    if (!first.has(name)) first.set(name, { api_key_id, network, ip, at });
  }
  const seen = [...first.values()];
  if (seen.length === 0) return [];
  const known = await db.execute<{ api_key_id: string; network: string }>(sql`
    select api_key_id, network from api_key_networks
    join jsonb_to_recordset(${JSON.stringify(seen)}::jsonb) as seen(api_key_id text, network text)
      using (api_key_id, network)`);
  for (const { api_key_id, network } of known) first.delete(`${api_key_id}\n${network}`);
  return [...first.values()];
}

/**
 * Notes that a key is used from a network. Hold the key's row, so that of two first networks at once one is the first.
 * @returns the alert, or null: it was noted before, is the key's first network, or one too many for a day
 */
export async function noteNetwork(tx: Transaction, use: NetworkUse): Promise<Alert | null> {
  const { api_key_id, network, ip, at } = use;
  const first_seen_at = new Date(at).toISOString();
  const noted = await tx
    .insert(api_key_networks)
    .values({ api_key_id, network, first_seen_at })
    .onConflictDoNothing()
    .returning({ network: api_key_networks.network });
  if (noted.length === 0) return null;
  const [others] = await tx
    .select({
      total: sql<number>`count(*)::int`,
      lately: sql<number>`count(*) filter (where ${api_key_networks.first_seen_at} > ${first_seen_at}::timestamptz - interval '1 day')::int`,
    })
    .from(api_key_networks)
    .where(and(eq(api_key_networks.api_key_id, api_key_id), ne(api_key_networks.network, network)));
  if (!others || others.total === 0 || others.lately > TOLD_A_DAY_MAX) return null;
  return { alert: "new_network", api_key_id, occasion: network, ip, data: { network } };
}
