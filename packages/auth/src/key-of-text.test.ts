import { api_key_secrets } from "@stowage/db/schema/api-keys";
import { createTestDatabase, type TestDatabase } from "@stowage/db/testing/test-database";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findKeyOfText } from "./key-of-text.ts";
import { createKeyVerifier } from "./key-verifier.ts";
import { derivePepper } from "./pepper.ts";
import {
  type InsertedKey,
  insertKey,
  insertOrganization,
  insertUser,
  testFormat,
  testMoment,
  testPeppers,
} from "./testing/key-world.ts";

let database: TestDatabase;
let key: InsertedKey;
let previousKey: InsertedKey;
const previous = derivePepper("an earlier secret for tests, 32 characters");

beforeAll(async () => {
  database = await createTestDatabase();
  const { db } = database;
  const ada = await insertUser(db, "Ada");
  const organization = await insertOrganization(db, ada);
  key = await insertKey(db, { organization, actsAs: ada, row: { revoked_at: testMoment } });
  const peppers = { current: previous, previous: null };
  previousKey = await insertKey(db, { organization, actsAs: ada, peppers });
});
afterAll(() => database.drop());

const peppers = { ...testPeppers, previous };
const idOf = async (text: string) =>
  (await findKeyOfText(database.db, { format: testFormat, peppers }, text))?.id;

test("K43: whose key a text is comes without a proof, in whatever state, under both peppers", async () => {
  expect(await idOf(key.key)).toBe(key.id);
  expect(await idOf(previousKey.key)).toBe(previousKey.id);
  const withoutPrevious = { format: testFormat, peppers: testPeppers };
  expect(await findKeyOfText(database.db, withoutPrevious, previousKey.key)).toBeNull();
});

test("K43: a text that is no key, or that was never given out, is nobody's", async () => {
  for (const text of ["", "nonsense", testFormat.mint("live"), ` ${key.key}`])
    expect(await idOf(text)).toBeUndefined();
});

test("K42: a secret that waits for its first use is valid and says so; one whose end is set is valid until then", async () => {
  const { db } = database;
  let nowMs = Date.parse(testMoment);
  const options = { database, peppers, format: testFormat, now: () => nowMs };
  const setTimes = (times: { activated_at: string | null; ends_at: string | null }) =>
    db.update(api_key_secrets).set(times).where(eq(api_key_secrets.id, previousKey.secretId));

  await setTimes({ activated_at: null, ends_at: null });
  const waiting = await createKeyVerifier(options).verify(previousKey.key);
  expect(waiting).toMatchObject({ kind: "valid", key: { secret_activated_at: null, secret_ends_at: null } });

  const ends_at = new Date(nowMs + 1_000).toISOString();
  await setTimes({ activated_at: testMoment, ends_at });
  const verifier = createKeyVerifier(options);
  verifier.channelUp();
  expect(await verifier.verify(previousKey.key)).toMatchObject({
    kind: "valid",
    key: { secret_ends_at: ends_at },
  });
  nowMs += 1_000;
  expect(await verifier.verify(previousKey.key)).toMatchObject({ kind: "rotated" });
  expect(verifier.stats().argon2_runs).toBe(1);
});
