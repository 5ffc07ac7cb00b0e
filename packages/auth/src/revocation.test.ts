import { setTimeout as sleep } from "node:timers/promises";
import { api_keys } from "@stowage/db/schema/api-keys";
import { memberships } from "@stowage/db/schema/identity";
import { createTestDatabase, type TestDatabase } from "@stowage/db/testing/test-database";
import { and, eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { argon2Gate } from "./argon2-gate.ts";
import type { VerifiedKey } from "./key-fill.ts";
import { raiseKeyEpochs } from "./key-store.ts";
import { createKeyVerifier, type KeyVerifier } from "./key-verifier.ts";
import {
  insertKey,
  insertOrganization,
  insertUser,
  testFormat,
  testMoment,
  testPeppers,
} from "./testing/key-world.ts";
import { VerifiedKeyCache } from "./verified-key-cache.ts";

/** A race ends with the first of these: a loaded machine races less, and proves what it can. */
const RACING_MS = 3_000;
const REVOCATIONS_MAX = 3_000;
const REVOCATIONS_MIN = 30;

declare module "vitest" {
  export interface ProvidedContext {
    /** 0 is the short form, as in `npm test`. */
    soakMinutes: number;
  }
}

/** K41: fills that race revocations, so many keys at once; all 10,000 of them by `npm run soak -- revocation`. */
const RACES = inject("soakMinutes") > 0 ? 10_000 : 2_000;
const RACERS = 50;
const RACES_MIN = 500;
const RACES_WITHIN_MS = 40_000;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ poolSize: 10 });
});
afterAll(() => database.drop());

async function world(options: { isCheap?: boolean } = {}) {
  const { db } = database;
  const ada = await insertUser(db, "Ada");
  const organization = await insertOrganization(db, ada);
  const key = await insertKey(db, { organization, actsAs: ada, ...options });
  return { db, ada, organization, key };
}

function node(cache = new VerifiedKeyCache<VerifiedKey>()): KeyVerifier {
  const now = () => Date.parse(testMoment);
  return createKeyVerifier({ database, peppers: testPeppers, format: testFormat, now, cache });
}

/** Writes a key's end (or undoes it) as a procedure does: the change and its epoch in one transaction. */
function commitEnd(id: string, revoked_at: string | null) {
  return database.db.transaction(async (tx) => {
    await tx.update(api_keys).set({ revoked_at }).where(eq(api_keys.id, id));
    return raiseKeyEpochs(tx, { keyIds: [id] });
  });
}

/** A first use that has read the key and waits for Argon2 until `finish`: the gate is held by others. */
async function proving(verifier: KeyVerifier, text: string) {
  let finish = () => {};
  const held = new Promise<void>((resolve) => {
    finish = resolve;
  });
  for (let i = 0; i < 2; i++) void argon2Gate(() => held);
  const underWay = Promise.resolve(verifier.verify(text));
  await vi.waitFor(() => expect(verifier.stats().argon2_runs).toBe(1));
  return { underWay, finish: () => finish() };
}

async function revoke(
  verifier: KeyVerifier,
  id: string,
  revoked_at: string | null = testMoment,
): Promise<void> {
  for (const { id: keyId, epoch } of await commitEnd(id, revoked_at)) verifier.hear(keyId, epoch);
}

describe("K40: a revoked key is refused from the answer on", () => {
  test("K40: a cached key is refused at the next use after the revocation was heard", async () => {
    const { key } = await world();
    const verifier = node();
    verifier.channelUp();
    await verifier.verify(key.key);
    await revoke(verifier, key.id);
    expect(await verifier.verify(key.key)).toMatchObject({
      kind: "revoked",
      key: { revoked_at: testMoment },
    });
  });

  test("K40: a fill that was proving the key while it was revoked does not accept it", async () => {
    const { key } = await world();
    const verifier = node();
    verifier.channelUp();
    const { underWay, finish } = await proving(verifier, key.key);
    await revoke(verifier, key.id);
    finish();
    expect(await underWay).toMatchObject({ kind: "revoked" });
    expect(verifier.stats()).toMatchObject({ argon2_runs: 1 });
  });

  test("K41: revocations come and go under constant use and evictions: 0 resurrections", async () => {
    // Fewer entries than keys, so that evictions take part in the race.
    const worlds = await Promise.all(Array.from({ length: 4 }, () => world({ isCheap: true })));
    const verifier = node(new VerifiedKeyCache<VerifiedKey>({ entriesMax: 3, heardMax: 5 }));
    verifier.channelUp();
    const tally = { uses: 0, accepted: 0, refused: 0, revocations: 0, resurrections: 0 };
    const isRevoked = new Map<string, boolean>();
    const deadline = performance.now() + RACING_MS;
    const isOn = () => performance.now() < deadline && tally.revocations < REVOCATIONS_MAX;

    async function use(id: string, text: string): Promise<void> {
      while (isOn()) {
        const wasRevoked = isRevoked.get(id) === true;
        const { kind } = await verifier.verify(text);
        tally.uses += 1;
        if (kind === "valid") tally.accepted += 1;
        else tally.refused += 1;
        // Revoked before this use began and ever since: revocations are undone only between two marks.
        if (wasRevoked && isRevoked.get(id) === true && kind === "valid") tally.resurrections += 1;
        await new Promise(setImmediate);
      }
    }

    async function flip(id: string): Promise<void> {
      while (isOn()) {
        await revoke(verifier, id);
        isRevoked.set(id, true);
        tally.revocations += 1;
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 4));
        isRevoked.set(id, false);
        await revoke(verifier, id, null);
      }
    }

    await Promise.all(
      worlds.flatMap(({ key }) => [
        flip(key.id),
        use(key.id, key.key),
        use(key.id, key.key),
        use(key.id, key.key),
      ]),
    );
    expect(tally).toMatchObject({ resurrections: 0 });
    expect(Math.min(tally.revocations, tally.accepted, tally.refused)).toBeGreaterThan(REVOCATIONS_MIN);
  });
});

test("K41: fills race revocations on the real database: 0 resurrections", async () => {
  const { db, ada, organization } = await world({ isCheap: true });
  const keys = await Promise.all(
    Array.from({ length: RACERS }, () => insertKey(db, { organization, actsAs: ada, isCheap: true })),
  );
  const keyIds = keys.map(({ id }) => id);
  const verifier = node();
  verifier.channelUp();
  const endAll = async (revoked_at: string | null) => {
    const raised = await db.transaction(async (tx) => {
      await tx.update(api_keys).set({ revoked_at }).where(inArray(api_keys.id, keyIds));
      return raiseKeyEpochs(tx, { keyIds });
    });
    for (const { id, epoch } of raised) verifier.hear(id, epoch);
  };
  const kindOf = async (text: string) => (await verifier.verify(text)).kind;
  const tally = { races: 0, before: 0, after: 0, resurrections: 0 };
  const deadline = performance.now() + RACES_WITHIN_MS;

  while (tally.races < RACES && performance.now() < deadline) {
    // Fills begin before, while and after the revocation is written, and end whenever they do.
    const underWay = keys.map(async ({ key }) => {
      await sleep(Math.random() * 12);
      return kindOf(key);
    });
    await sleep(Math.random() * 6);
    await endAll(testMoment);
    const heard = await Promise.all(keys.map(({ key }) => kindOf(key)));
    tally.resurrections += heard.filter((kind) => kind !== "revoked").length;
    const kinds = await Promise.all(underWay);
    const late = await Promise.all(keys.map(({ key }) => kindOf(key)));
    tally.resurrections += late.filter((kind) => kind !== "revoked").length;
    tally.races += RACERS;
    tally.before += kinds.filter((kind) => kind === "valid").length;
    tally.after += kinds.filter((kind) => kind === "revoked").length;
    await endAll(null);
  }
  expect(tally).toMatchObject({ resurrections: 0 });
  expect(tally.races).toBeGreaterThanOrEqual(RACES_MIN);
  expect(Math.min(tally.before, tally.after)).toBeGreaterThan(0);
}, 60_000);

describe("K41: other nodes", () => {
  test("K41: a node that hears nothing asks the database at each use, and sees the end of a key it had cached", async () => {
    const { key } = await world();
    const [here, there] = [node(), node()];
    there.channelUp();
    await there.verify(key.key);
    there.channelDown();
    expect(await there.verify(key.key)).toMatchObject({ kind: "valid" });
    await revoke(here, key.id);
    expect(await there.verify(key.key)).toMatchObject({ kind: "revoked" });
  });

  test("K41: a node whose channel came back has missed notices, and asks about each key once before trusting it", async () => {
    const [missed, unchanged] = [await world(), await world()];
    const [here, there] = [node(), node()];
    there.channelUp();
    for (const { key } of [missed, unchanged]) await there.verify(key.key);
    there.channelDown();
    await revoke(here, missed.key.id);
    there.channelUp();
    expect(await there.verify(missed.key.key)).toMatchObject({ kind: "revoked" });
    expect(there.verify(unchanged.key.key)).toBeInstanceOf(Promise);
    await there.verify(unchanged.key.key);
    expect(there.verify(unchanged.key.key)).toMatchObject({ kind: "valid" });
  });

  test("K41: asking about an unchanged key costs no Argon2", async () => {
    const { key } = await world();
    const verifier = node();
    for (let i = 0; i < 5; i++) expect(await verifier.verify(key.key)).toMatchObject({ kind: "valid" });
    expect(verifier.stats()).toMatchObject({ argon2_runs: 1, hits: 0, is_read_through: true });
  });

  test("K41: a key that was deleted is unknown to a node that hears nothing", async () => {
    const { db, key } = await world();
    const verifier = node();
    await verifier.verify(key.key);
    await db.delete(api_keys).where(eq(api_keys.id, key.id));
    expect(await verifier.verify(key.key)).toEqual({ kind: "unknown" });
    expect(verifier.stats().entries).toBe(0);
  });

  test("K41: a node that hears nothing reads the key again after proving it, however long that took", async () => {
    const { key } = await world();
    const verifier = node();
    const { underWay, finish } = await proving(verifier, key.key);
    await commitEnd(key.id, testMoment);
    finish();
    expect(await underWay).toMatchObject({ kind: "revoked" });
  });

  test("K41: a channel lost and found while a key is being proven does not make its old state trusted", async () => {
    const { key } = await world();
    const verifier = node();
    verifier.channelUp();
    const { underWay, finish } = await proving(verifier, key.key);
    await commitEnd(key.id, testMoment); // its notice is lost
    verifier.channelDown();
    verifier.channelUp();
    finish();
    expect(await underWay).toMatchObject({ kind: "revoked" });
  });

  test("K41: a key that keeps changing is an error in the end, never accepted at an older state", async () => {
    const { key } = await world();
    const verifier = node();
    verifier.channelUp();
    const { underWay, finish } = await proving(verifier, key.key);
    verifier.hear(key.id, 1_000); // an epoch that the database never shows
    finish();
    await expect(underWay).rejects.toThrow(/changed during every attempt/);
  });
});

test("K24: a subject's demotion reaches a cached key with its epoch", async () => {
  const { db, ada, organization, key } = await world();
  const verifier = node();
  verifier.channelUp();
  expect(await verifier.verify(key.key)).toMatchObject({ key: { role: "member" } });
  const raised = await db.transaction(async (tx) => {
    await tx
      .update(memberships)
      .set({ role: "viewer" })
      .where(and(eq(memberships.user_id, ada), eq(memberships.organization_id, organization.id)));
    return raiseKeyEpochs(tx, { actsAs: ada, organizationId: organization.id });
  });
  for (const { id, epoch } of raised) verifier.hear(id, epoch);
  expect(await verifier.verify(key.key)).toMatchObject({ kind: "valid", key: { role: "viewer", epoch: 2 } });
});
