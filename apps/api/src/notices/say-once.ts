import type { Transaction } from "@stowage/db/prepared";
import { api_key_notices } from "@stowage/db/schema/api-keys";
import { type Deps, instantNow } from "../deps.ts";

/**
 * Notes that something is said of a key, in the transaction that says it. Of all servers and times exactly one is told
 * "yes, you say it": a second one waits for the first one's transaction and finds its row.
 * @returns the notices that had not been said on this occasion
 */
export async function sayOnce(
  tx: Transaction,
  deps: Pick<Deps, "now">,
  said: { api_key_id: string; notices: readonly string[]; occasion: string },
): Promise<string[]> {
  const { api_key_id, notices, occasion } = said;
  const created_at = instantNow(deps);
  const rows = await tx
    .insert(api_key_notices)
    .values(notices.map((notice) => ({ api_key_id, notice, occasion, created_at })))
    .onConflictDoNothing()
    .returning({ notice: api_key_notices.notice });
  return rows.map(({ notice }) => notice);
}
