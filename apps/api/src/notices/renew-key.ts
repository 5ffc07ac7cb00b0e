import { raiseKeyEpochs } from "@stowage/auth/key-store";
import { api_keys } from "@stowage/db/schema/api-keys";
import { eq, sql } from "drizzle-orm";
import { type Deps, instantNow } from "../deps.ts";
import { recordEvent } from "../events.ts";
import { lockKeyLife } from "./key-life.ts";
import { renewalLeadMs, whyNotRenewed } from "./why-not-renewed.ts";

/**
 * K35: prolongs a key by its original lifetime if it is time for that and nothing speaks against it. The secret stays,
 * and every server hears of the new end, so no call is refused. Does nothing when another server has done it.
 */
export async function renewKey(
  deps: Pick<Deps, "database" | "jobs" | "now" | "keys">,
  id: string,
): Promise<void> {
  const raised = await deps.database.db.transaction(async (tx) => {
    const key = await lockKeyLife(tx, id);
    if (!key?.auto_renew) return [];
    const left = Date.parse(key.expires_at) - deps.now();
    if (left <= 0 || left > renewalLeadMs(key.lifetime_seconds)) return [];
    if (whyNotRenewed(key, deps.now()) !== null) return [];
    const expires_at = new Date(Date.parse(key.expires_at) + key.lifetime_seconds * 1_000).toISOString();
    await tx
      .update(api_keys)
      .set({ expires_at, updated_at: instantNow(deps), version: sql`${api_keys.version} + 1` })
      .where(eq(api_keys.id, id));
    const epochs = await raiseKeyEpochs(tx, { keyIds: [id] });
    await recordEvent(
      tx,
      { deps, workspace_id: key.workspace_id },
      {
        type: "api_key.renewed",
        subject_id: id,
        subject_name: key.name,
        changes: { expires_at: { old: key.expires_at, new: expires_at } },
      },
    );
    return epochs;
  });
  for (const { id: keyId, epoch } of raised) deps.keys.hear(keyId, epoch);
}
