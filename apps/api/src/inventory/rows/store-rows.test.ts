import { items } from "@stowage/db/schema/inventory";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { WorkspaceId } from "../../gate/caller.ts";
import { startTestServer, type TestServer } from "../../testing/test-server.ts";
import { rowStore } from "./store-rows.ts";

let server: TestServer;
let workspace_id: WorkspaceId;

beforeAll(async () => {
  server = await startTestServer();
  await server.signUp("Anna");
  const { sql: send } = server.database;
  const [home] = await send<{ id: WorkspaceId }[]>`select id from workspaces where environment = 'live'`;
  if (!home) throw new Error("Anna has one");
  workspace_id = home.id;
  await send`insert into items (id, created_at, updated_at, workspace_id, name, quantity)
    select 'item_' || n, now(), now(), ${workspace_id}, 'Screw ' || n, n from generate_series(1, 3000) as n`;
  await send`analyze items`;
});
afterAll(() => server.close());

test.each([1, 2])("changing rows, %i at once, changes those alone, in all that can change", async (count) => {
  const { db } = server.database;
  const version = 10 + count;
  const changed = { name: "Nut", quantity: 7, tags: ["m3", "a,b"], custom_fields: { shade: "red" }, version };
  const update = (of: WorkspaceId, rows: (typeof items.$inferSelect)[]) =>
    db.transaction((tx) => rowStore(items).update(tx, of, rows));
  const mine = eq(items.workspace_id, workspace_id);
  const rows = (await db.select().from(items).where(mine).orderBy(items.id).limit(count)).map((row) => ({
    ...row,
    ...changed,
  }));
  await update(workspace_id, rows);
  const stored = await db.select().from(items).where(eq(items.version, version)).orderBy(items.id);
  expect(stored).toEqual(rows.map((row) => ({ ...row, available: 7, search_text: stored[0]?.search_text })));
  await update(
    "ws_another" as WorkspaceId,
    rows.map((row) => ({ ...row, version: version + 10 })),
  );
  expect(await db.$count(items, eq(items.version, version + 10))).toBe(0);
});

test("changing one row looks for that one alone", async () => {
  await server.database.db.transaction(async (tx) => {
    const [row] = await tx.select().from(items).where(eq(items.id, "item_777"));
    if (!row) throw new Error("it was made");
    const reads = () =>
      tx.execute<{ seq_scan: string; n_tup_upd: string }>(
        sql`select seq_scan, n_tup_upd from pg_stat_xact_user_tables where relname = 'items'`,
      );
    const [before] = await reads();
    for (
      let turn = 0;
      turn < 10;
      turn++ // after five plans for these values comes one for any
    )
      await rowStore(items).update(tx, workspace_id, [row]);
    const [after] = await reads();
    expect(Number(after?.n_tup_upd) - Number(before?.n_tup_upd)).toBe(10);
    expect(after?.seq_scan).toBe(before?.seq_scan);
  });
});
