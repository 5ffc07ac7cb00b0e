// The queries, written with Drizzle's query builder where they are needed, as its documentation does.
import { randomUUID } from "node:crypto";
import { and, desc, eq, getTableColumns, gte, isNull, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { newCode, newId, pageOf } from "./rows.mjs";
import { stage } from "./serve.mjs";
import { apiKeys, bins, codes, events, items, workspaces } from "./typical-trpc-tables.mjs";

export const client = postgres(stage.database_url);
const db = drizzle({ client });

const { workspace_id: _binWorkspace, ...binColumns } = getTableColumns(bins);
const { workspace_id: _itemWorkspace, ...itemColumns } = getTableColumns(items);

/** The key with a hash, which has then been used. @param {string} key_hash */
export async function useKey(key_hash) {
  const [key] = await db.select().from(apiKeys).where(eq(apiKeys.key_hash, key_hash));
  if (!key) return null;
  await db.update(apiKeys).set({ last_used_at: sql`now()` }).where(eq(apiKeys.id, key.id));
  return key;
}

/** @param {number} limit */
export async function listBins(limit) {
  const rows = await db
    .select(binColumns)
    .from(bins)
    .where(and(eq(bins.workspace_id, stage.workspace_id), isNull(bins.deleted_at)))
    .orderBy(desc(bins.updated_at), desc(bins.id))
    .limit(limit + 1);
  return pageOf(rows, limit);
}

/** @param {string} id */
export async function getBin(id) {
  const [bin] = await db
    .select(binColumns)
    .from(bins)
    .where(and(eq(bins.workspace_id, stage.workspace_id), eq(bins.id, id), isNull(bins.deleted_at)));
  return bin;
}

/** @param {{ name: string }} input @param {string | undefined} ip */
export async function createBin(input, ip) {
  return await db.transaction(async (tx) => {
    const at = new Date();
    const id = `bin_${newId()}`;
    const code = newCode();
    await tx.insert(codes).values({
      organization_id: stage.organization_id,
      code,
      target_type: "bin",
      target_id: id,
      created_at: at,
    });
    const [bin] = await tx
      .insert(bins)
      .values({
        id,
        workspace_id: stage.workspace_id,
        code,
        name: input.name,
        created_at: at,
        updated_at: at,
      })
      .returning(binColumns);
    // Late, as everybody who writes waits for this row.
    const seq = await count(tx, at, { bin_count: sql`${workspaces.bin_count} + 1` });
    await tx.insert(events).values({
      ...eventOf(seq, at, ip),
      type: "bin.created",
      subject_type: "bin",
      subject_id: id,
      subject_name: input.name,
      endpoint: "POST /bins",
      changes: {},
      data: input,
    });
    return bin;
  });
}

/** @param {{ id: string, delta: number }} input @param {string | undefined} ip */
export async function adjustItem({ id, delta }, ip) {
  return await db.transaction(async (tx) => {
    const at = new Date();
    const quantity = sql`${items.quantity} + ${delta}`;
    const [item] = await tx
      .update(items)
      .set({ quantity, version: sql`${items.version} + 1`, updated_at: at })
      .where(
        and(
          eq(items.workspace_id, stage.workspace_id),
          eq(items.id, id),
          isNull(items.deleted_at),
          gte(quantity, 0),
        ),
      )
      .returning(itemColumns);
    if (!item) return null;
    const seq = await count(tx, at, {});
    await tx.insert(events).values({
      ...eventOf(seq, at, ip),
      type: "item.quantity_changed",
      subject_type: "item",
      subject_id: item.id,
      subject_name: item.name,
      endpoint: "POST /items/{id}/adjust",
      changes: { quantity: { old: item.quantity - delta, new: item.quantity } },
      data: {},
    });
    return { ...item, event_seq: seq };
  });
}

/** Counts a change of the workspace. @returns {Promise<number>} Its number. */
async function count(tx, at, also) {
  const [counted] = await tx
    .update(workspaces)
    .set({ ...also, revision: sql`${workspaces.revision} + 1`, updated_at: at })
    .where(eq(workspaces.id, stage.workspace_id))
    .returning({ revision: workspaces.revision });
  return counted.revision;
}

/** What every event says. @param {number} seq @param {Date} at @param {string | undefined} ip */
function eventOf(seq, at, ip) {
  return {
    id: `evt_${newId()}`,
    workspace_id: stage.workspace_id,
    seq,
    actor_user_id: stage.user_id,
    actor_name: stage.user_name,
    auth_method: "api_key",
    api_key_id: stage.api_key_id,
    ip,
    request_id: randomUUID(),
    created_at: at,
  };
}
