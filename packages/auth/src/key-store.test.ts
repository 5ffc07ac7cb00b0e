import { createListener } from "@stowage/db/listen";
import { silentLog } from "@stowage/db/log";
import { api_key_secrets, api_keys } from "@stowage/db/schema/api-keys";
import { memberships, users } from "@stowage/db/schema/identity";
import { createTestDatabase, type TestDatabase } from "@stowage/db/testing/test-database";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { findKeyByMac, KEY_CHANNEL, type KeySelection, keyEpoch, raiseKeyEpochs } from "./key-store.ts";
import { insertKey, insertOrganization, insertUser, testFormat, testMoment } from "./testing/key-world.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function world() {
  const { db } = database;
  const ada = await insertUser(db, "Ada");
  const organization = await insertOrganization(db, ada);
  return { db, ada, organization, key: await insertKey(db, { organization, actsAs: ada }) };
}

describe("what a look-up gives", () => {
  test("K4: everything a call needs to know of a key comes in one read", async () => {
    const { db, ada, organization, key } = await world();
    const found = await findKeyByMac(db, { current: key.mac, previous: null });
    expect(found).toEqual({
      mac: key.mac,
      phc: key.phc,
      key: {
        id: key.id,
        organization_id: organization.id,
        organization_name: "Workshop",
        plan: "professional",
        custom_rate_limit: null,
        workspace_id: organization.workspaceIds.live,
        environment: "live",
        name: "Scanner",
        description: "",
        prefix: testFormat.displayPrefix(key.key),
        scopes: ["bins:read", "items:write"],
        created_by: ada,
        maker_name: "Ada",
        acts_as: ada,
        subject: {
          id: ada,
          email: `${ada}@example.org`,
          name: "Ada",
          is_instance_admin: false,
          is_disabled: false,
        },
        role: "member",
        location_ids: null,
        allowed_cidrs: null,
        rate_limit: null,
        auto_renew: false,
        created_at: testMoment,
        expires_at: null,
        disabled_at: null,
        rotated_at: null,
        rotation_started_at: null,
        rotation_ends_at: null,
        rotation_grace_seconds: null,
        muted_alerts: [],
        revoked_at: null,
        revocation_reason: null,
        last_used_at: null,
        last_used_ip: null,
        epoch: 1,
        secret_id: key.secretId,
        secret_ends_at: null,
        secret_activated_at: testMoment,
      },
    });
  });

  test("K4: the look-up goes by the unique index on the MAC", async () => {
    const { db, key } = await world();
    const plan = await db.transaction(async (tx) => {
      await tx.execute(sql`set local enable_seqscan = off`);
      return tx.execute(sql`explain select 1 from api_key_secrets where mac in (${key.mac}, ${key.mac})`);
    });
    expect(JSON.stringify(plan)).toContain("api_key_secrets_mac");
  });

  test("K24: a removed member has no role, a disabled user says so, a maker who is gone has no name", async () => {
    const { db, ada, organization, key } = await world();
    await db.delete(memberships).where(eq(memberships.organization_id, organization.id));
    await db.update(users).set({ disabled_at: testMoment }).where(eq(users.id, ada));
    await db.update(api_keys).set({ created_by: null }).where(eq(api_keys.id, key.id));
    const found = await findKeyByMac(db, { current: key.mac, previous: null });
    expect(found?.key).toMatchObject({ role: null, maker_name: null, subject: { is_disabled: true } });
  });

  test("K25: a key moved into another organization's or environment's workspace is not found", async () => {
    const { db, ada, organization, key } = await world();
    const other = await insertOrganization(db, ada);
    for (const workspace_id of [organization.workspaceIds.test, other.workspaceIds.live]) {
      await db.update(api_keys).set({ workspace_id }).where(eq(api_keys.id, key.id));
      expect(await findKeyByMac(db, { current: key.mac, previous: null })).toBeNull();
    }
  });

  test("K3: no row holds the key in plain", async () => {
    const { db, key } = await world();
    const rows = [await db.select().from(api_key_secrets), await db.select().from(api_keys)];
    const random = key.key.slice(-32);
    expect(JSON.stringify(rows)).not.toContain(random);
    expect(JSON.stringify(rows)).toContain("$argon2id$v=19$m=19456,t=2,p=1$");
  });
});

describe("K41: epochs", () => {
  test("K41: are raised for exactly the keys that a change touches", async () => {
    const { db, ada, organization, key: adas } = await world();
    const bob = await insertUser(db, "Bob");
    const elsewhere = await insertOrganization(db, ada);
    const bobs = await insertKey(db, { organization, actsAs: bob });
    const adasElsewhere = await insertKey(db, { organization: elsewhere, actsAs: ada });
    const raisedBy = async (selection: KeySelection) =>
      (await db.transaction((tx) => raiseKeyEpochs(tx, selection))).map(({ id }) => id).sort();

    expect(await raisedBy({ keyIds: [bobs.id] })).toEqual([bobs.id]);
    expect(await raisedBy({ keyIds: [] })).toEqual([]);
    expect(await raisedBy({ actsAs: ada })).toEqual([adas.id, adasElsewhere.id].sort());
    expect(await raisedBy({ actsAs: ada, organizationId: organization.id })).toEqual([adas.id]);
    expect(await raisedBy({ organizationId: organization.id })).toEqual([adas.id, bobs.id].sort());
    expect(await keyEpoch(db, adas.id)).toBe(4);
    expect(await keyEpoch(db, "key_nobody")).toBeNull();
  });

  test("K41: are announced when the transaction commits, and not when it is rolled back", async () => {
    const { db, key } = await world();
    const heard: string[] = [];
    const onUp = vi.fn();
    const listener = createListener(database, {
      channels: [KEY_CHANNEL],
      onNotify: (_channel, payload) => heard.push(payload),
      onUp,
      onDown() {},
      log: silentLog,
    });
    await vi.waitFor(() => expect(onUp).toHaveBeenCalled());
    const undone = db.transaction(async (tx) => {
      await raiseKeyEpochs(tx, { keyIds: [key.id] });
      throw new Error("undo");
    });
    await expect(undone).rejects.toThrow("undo");
    const raised = await db.transaction(async (tx) => {
      const epochs = await raiseKeyEpochs(tx, { keyIds: [key.id] });
      expect(heard).toEqual([]);
      return epochs;
    });
    expect(raised).toEqual([{ id: key.id, epoch: 2 }]);
    await vi.waitFor(() => expect(heard).toEqual([`${key.id}:2`]));
    await listener.close();
  });

  test("K41: raised at the same time by many, in any order, they neither deadlock nor lose a step", async () => {
    const { db, ada, organization, key: first } = await world();
    const keys = [first, await insertKey(db, { organization, actsAs: ada })];
    const ids = keys.map(({ id }) => id);
    const raise = (keyIds: string[]) => db.transaction((tx) => raiseKeyEpochs(tx, { keyIds }));
    await Promise.all(Array.from({ length: 40 }, (_, i) => raise(i % 2 ? ids : [...ids].reverse())));
    for (const id of ids) expect(await keyEpoch(db, id)).toBe(41);
  });
});
