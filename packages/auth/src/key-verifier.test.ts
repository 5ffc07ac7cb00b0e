import { newId } from "@stowage/db/new-id";
import { api_key_secrets, api_keys } from "@stowage/db/schema/api-keys";
import { memberships, users } from "@stowage/db/schema/identity";
import { createTestDatabase, type TestDatabase } from "@stowage/db/testing/test-database";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hashKey, keyMac } from "./key-hash.ts";
import { createKeyVerifier, type KeyVerifierOptions } from "./key-verifier.ts";
import { derivePepper } from "./pepper.ts";
import {
  insertKey,
  insertOrganization,
  insertUser,
  testFormat,
  testMoment,
  testPeppers,
} from "./testing/key-world.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function world(options: Omit<Parameters<typeof insertKey>[1], "organization" | "actsAs"> = {}) {
  const { db } = database;
  const ada = await insertUser(db, "Ada");
  const organization = await insertOrganization(db, ada);
  const key = await insertKey(db, { organization, actsAs: ada, ...options });
  return { db, ada, organization, key };
}

/** A verifier that listens, on the test's database and a clock that stands at {@link testMoment}. */
function verifierWith(options: Partial<KeyVerifierOptions> = {}) {
  const now = () => Date.parse(testMoment);
  const verifier = createKeyVerifier({ database, peppers: testPeppers, format: testFormat, now, ...options });
  verifier.channelUp();
  return verifier;
}

async function closedDatabase() {
  const closed = await createTestDatabase();
  await closed.drop();
  return closed;
}

describe("the path of a request", () => {
  test("K4: a key is proven once; after that its verdict awaits nothing, nor needs the database", async () => {
    const own = await createTestDatabase();
    const ada = await insertUser(own.db, "Ada");
    const organization = await insertOrganization(own.db, ada);
    const { id, key } = await insertKey(own.db, { organization, actsAs: ada });
    const verifier = verifierWith({ database: own });
    expect(await verifier.verify(key)).toMatchObject({ kind: "valid", key: { id, role: "member" } });
    await own.drop();
    expect(verifier.verify(key)).toMatchObject({ kind: "valid", key: { id } });
    expect(verifier.stats()).toMatchObject({ hits: 1, misses: 1, argon2_runs: 1, entries: 1 });
  });

  test("K2: a malformed key never reaches the database", async () => {
    const verifier = verifierWith({ database: await closedDatabase() });
    const { key } = await world();
    for (const text of ["", "sk_", key.key.slice(0, -1), `${key.key} `, key.key.replace("live", "test")]) {
      expect(verifier.verify(text)).toEqual({ kind: "malformed" });
    }
    expect(verifier.stats()).toMatchObject({ misses: 0, argon2_runs: 0 });
  });

  test("K4: an unknown key is looked up and never reaches Argon2", async () => {
    const verifier = verifierWith();
    expect(await verifier.verify(testFormat.mint("live"))).toEqual({ kind: "unknown" });
    expect(verifier.stats()).toMatchObject({ misses: 1, argon2_runs: 0, entries: 0, fills_under_way: 0 });
  });

  test("K4: however many present a key for the first time at once, it is proven once", async () => {
    const { key } = await world();
    const verifier = verifierWith();
    const outcomes = await Promise.all(Array.from({ length: 100 }, () => verifier.verify(key.key)));
    expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(["valid"]));
    expect(verifier.stats()).toMatchObject({ argon2_runs: 1, fills_under_way: 0 });
  });

  test("a database that does not answer is an error, not an unknown key, and leaves nothing behind", async () => {
    const verifier = verifierWith({ database: await closedDatabase() });
    await expect(verifier.verify(testFormat.mint("live"))).rejects.toThrow();
    expect(verifier.stats()).toMatchObject({ entries: 0, fills_under_way: 0 });
  });

  test("what many requests share cannot be changed by one of them", async () => {
    const { key } = await world();
    const outcome = await verifierWith().verify(key.key);
    if (!("key" in outcome)) throw new Error("the key is known");
    for (const part of [outcome.key, outcome.key.scopes, outcome.key.subject])
      expect(part).toSatisfy(Object.isFrozen);
  });
});

describe("the state of a key is judged at every use", () => {
  test("K34: a cached key is over at the millisecond of its expiry", async () => {
    const { key } = await world({ row: { expires_at: "2026-01-02T03:04:06.000Z" } });
    let nowMs = Date.parse("2026-01-02T03:04:05.999Z");
    const verifier = verifierWith({ now: () => nowMs });
    await verifier.verify(key.key);
    expect(verifier.verify(key.key)).toMatchObject({ kind: "valid" });
    nowMs += 1;
    expect(verifier.verify(key.key)).toMatchObject({ kind: "expired", key: { id: key.id } });
  });

  test.each([
    ["revoked", { revoked_at: testMoment, disabled_at: testMoment, expires_at: testMoment }],
    ["expired", { expires_at: testMoment, disabled_at: testMoment }],
    ["disabled", { disabled_at: testMoment }],
  ])("K33, K40: a key that is %s is refused, and its repeated use costs no Argon2", async (kind, row) => {
    const { key } = await world({ row });
    const verifier = verifierWith();
    expect(await verifier.verify(key.key)).toMatchObject({ kind, key: { id: key.id } });
    expect(verifier.verify(key.key)).toMatchObject({ kind });
    expect(verifier.stats().argon2_runs).toBe(1);
  });

  test("K24: a key is refused when its subject is disabled or no longer a member", async () => {
    const left = await world();
    await left.db.delete(memberships).where(eq(memberships.user_id, left.ada));
    const disabled = await world();
    await disabled.db.update(users).set({ disabled_at: testMoment }).where(eq(users.id, disabled.ada));
    for (const { key } of [left, disabled]) {
      expect(await verifierWith().verify(key.key)).toMatchObject({ kind: "subject_disabled" });
    }
  });

  test("K42: an old secret works until its grace is over, and the key's new one goes on", async () => {
    const { db, key } = await world();
    await db
      .update(api_key_secrets)
      .set({ ends_at: "2026-01-02T03:05:00.000Z" })
      .where(eq(api_key_secrets.id, key.secretId));
    const next = testFormat.mint("live");
    await db.insert(api_key_secrets).values({
      id: newId("api_key_secret"),
      api_key_id: key.id,
      mac: keyMac(testPeppers.current, next),
      phc: await hashKey(next),
      created_at: testMoment,
    });
    let nowMs = Date.parse(testMoment);
    const verifier = verifierWith({ now: () => nowMs });
    expect(await verifier.verify(key.key)).toMatchObject({ kind: "valid", key: { id: key.id } });
    expect(await verifier.verify(next)).toMatchObject({ kind: "valid", key: { id: key.id } });
    nowMs = Date.parse("2026-01-02T03:05:00.000Z");
    expect(verifier.verify(key.key)).toMatchObject({ kind: "rotated" });
    expect(verifier.verify(next)).toMatchObject({ kind: "valid" });
  });
});

describe("a doctored table", () => {
  test("K3: a row whose Argon2 hash is another key's opens nothing", async () => {
    const [{ db, key: mine }, { key: theirs }] = [await world(), await world()];
    await db.update(api_key_secrets).set({ phc: mine.phc }).where(eq(api_key_secrets.id, theirs.secretId));
    const verifier = verifierWith();
    expect(await verifier.verify(theirs.key)).toEqual({ kind: "unknown" });
    expect(await verifier.verify(mine.key)).toMatchObject({ kind: "valid" });
    expect(verifier.stats().entries).toBe(1);
  });

  test.each([
    ["empty", ""],
    ["of another algorithm", "$argon2i$v=19$m=8,t=1,p=1$AAAAAAAAAAA$AAAAAAAAAAA"],
    [
      "so costly that computing it would take all memory",
      `$argon2id$v=19$m=4294967295,t=2,p=1$${"A".repeat(22)}$${"A".repeat(43)}`,
    ],
  ])("K3: a hash that is %s opens nothing", async (_, phc) => {
    const { db, key } = await world();
    await db.update(api_key_secrets).set({ phc }).where(eq(api_key_secrets.id, key.secretId));
    expect(await verifierWith().verify(key.key)).toEqual({ kind: "unknown" });
  });

  test("K25: a test key that was turned into a live one in the table opens nothing", async () => {
    const { db, organization, key } = await world({ environment: "test" });
    await db
      .update(api_keys)
      .set({ environment: "live", workspace_id: organization.workspaceIds.live })
      .where(eq(api_keys.id, key.id));
    expect(await verifierWith().verify(key.key)).toEqual({ kind: "unknown" });
  });
});

describe("K5: rotating the pepper", () => {
  const next = derivePepper("another secret for tests, 32 chars");

  test("K5: a key made under the previous pepper works, and is filed under the current one by its first use", async () => {
    const { db, key } = await world();
    const during = verifierWith({ peppers: { current: next, previous: testPeppers.current } });
    expect(await during.verify(key.key)).toMatchObject({ kind: "valid" });
    const [row] = await db.select().from(api_key_secrets).where(eq(api_key_secrets.id, key.secretId));
    expect(row).toMatchObject({ mac: keyMac(next, key.key), phc: key.phc });
    const after = verifierWith({ peppers: { current: next, previous: null } });
    expect(await after.verify(key.key)).toMatchObject({ kind: "valid", key: { id: key.id } });
  });

  test("K5: once the previous pepper is gone, a key that was never used since is unknown", async () => {
    const { key } = await world();
    const after = verifierWith({ peppers: { current: next, previous: null } });
    expect(await after.verify(key.key)).toEqual({ kind: "unknown" });
  });

  test("K3: another secret derives another pepper, and the same one the same", () => {
    const again = derivePepper("another secret for tests, 32 chars");
    expect(keyMac(again, "x")).toBe(keyMac(next, "x"));
    expect(keyMac(testPeppers.current, "x")).not.toBe(keyMac(next, "x"));
  });
});

test("K3: no outcome, error, log line or statistic holds the key, its MAC's pepper or its hash", async () => {
  const { db, key } = await world();
  const said: unknown[] = [];
  const next = derivePepper("another secret for tests, 32 chars");
  const peppers = { current: next, previous: testPeppers.current };
  // A MAC that is taken makes re-filing fail, which is logged.
  const taken = await world();
  await db
    .update(api_key_secrets)
    .set({ mac: keyMac(next, key.key) })
    .where(eq(api_key_secrets.id, taken.key.secretId));
  await db.update(api_key_secrets).set({ phc: key.phc }).where(eq(api_key_secrets.id, taken.key.secretId));
  const log = { warn: (message: string) => said.push(message) };
  const verifier = verifierWith({ peppers, log });
  const failing = verifierWith({ database: await closedDatabase() });
  for (const one of [verifier, verifierWith(), failing]) {
    for (const text of [key.key, testFormat.mint("live"), key.key.slice(1)]) {
      try {
        said.push(await one.verify(text));
      } catch (error) {
        said.push(
          error,
          String(error),
          error instanceof Error ? [error.stack, error.message, error.cause] : null,
        );
      }
    }
    said.push(one.stats(), peppers);
  }
  const { inspect } = await import("node:util");
  const everything = JSON.stringify(said) + inspect(said, { depth: null, showHidden: true });
  expect(everything).toContain(key.id);
  expect(everything).not.toContain(key.key.slice(-28));
  expect(everything).not.toContain(key.phc);
});
