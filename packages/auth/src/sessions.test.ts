import { createHash } from "node:crypto";
import { sessions as sessionsTable, users } from "@stowage/db/schema/identity";
import { createTestDatabase, type TestDatabase } from "@stowage/db/testing/test-database";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, expectTypeOf, test } from "vitest";
import { createSessions, type SessionInfo } from "./sessions.ts";
import { insertUser, testMoment } from "./testing/key-world.ts";

const DAY_MS = 86_400_000;
const start = Date.parse("2030-05-01T00:00:00.000Z");

let database: TestDatabase;
let nowMs = start;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(() => {
  nowMs = start;
});

const open = () => createSessions({ database, now: () => nowMs });
const origin = { ip: "10.0.0.7", userAgent: "Firefox" };
const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");
const rowsOf = (userId: string) =>
  database.db.select().from(sessionsTable).where(eq(sessionsTable.user_id, userId));
/** Lucia reads the clock on its own, a few milliseconds apart. */
const about = (ms: number) => (instant: string) => Math.abs(Date.parse(instant) - ms) < 5_000;

async function signedIn() {
  const sessions = open();
  const ada = await insertUser(database.db, "Ada");
  return { sessions, ada, ...(await sessions.create(ada, origin)) };
}

describe("K60: a session", () => {
  test("K60: opens with its token and says whose it is", async () => {
    const { sessions, ada, token, expires_at } = await signedIn();
    expect(token).toMatch(/^[a-z2-7]{40}$/);
    expect(expires_at).toSatisfy(about(start + 30 * DAY_MS));
    const session = await sessions.validate(token);
    expect(session).toEqual({
      session_id: hashOf(token),
      user: { id: ada, email: `${ada}@example.org`, name: "Ada", is_instance_admin: false },
      created_at: new Date(start).toISOString(),
      authenticated_at: new Date(start).toISOString(),
      organization_id: null,
      expires_at: expect.toSatisfy(about(start + 30 * DAY_MS)),
      is_fresh: false,
    });
  });

  test("K60: is kept as the SHA-256 of its token, so a copy of the table opens nothing", async () => {
    const { sessions, ada, token } = await signedIn();
    const rows = await rowsOf(ada);
    expect(rows).toMatchObject([{ id: hashOf(token), ip: "10.0.0.7", user_agent: "Firefox" }]);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(await sessions.validate(hashOf(token))).toBeNull();
  });

  test("K60: nothing but its token opens it", async () => {
    const { sessions, token } = await signedIn();
    for (const text of ["", "x", token.slice(1), token.toUpperCase(), `${token} `, "' or 1=1 --", "\u0000"]) {
      expect(await sessions.validate(text)).toBeNull();
    }
  });

  test("K60: looked at, it says the same, and is neither extended nor noted as used", async () => {
    const { sessions, ada, token } = await signedIn();
    const expires_at = expect.toSatisfy(about(start + 30 * DAY_MS));
    expect(await sessions.look(token)).toEqual({ ...(await sessions.validate(token)), expires_at });
    const before = await rowsOf(ada);
    nowMs = start + 20 * DAY_MS;
    expect(await sessions.look(token)).toMatchObject({ session_id: hashOf(token), is_fresh: false });
    expect(await rowsOf(ada)).toEqual(before);
    nowMs = start + 31 * DAY_MS;
    expect(await sessions.look(token)).toBeNull();
    expect(await rowsOf(ada)).toEqual(before);
    nowMs = start;
    await database.db.update(users).set({ disabled_at: testMoment }).where(eq(users.id, ada));
    expect(await sessions.look(token)).toBeNull();
  });

  test("K60: used in the second half of its life it is extended, once, and says that the cookie must be sent", async () => {
    const { sessions, token } = await signedIn();
    nowMs = start + 14 * DAY_MS;
    expect((await sessions.validate(token))?.is_fresh).toBe(false);
    nowMs = start + 16 * DAY_MS;
    const extended = await sessions.validate(token);
    expect(extended).toMatchObject({
      is_fresh: true,
      expires_at: expect.toSatisfy(about(start + 46 * DAY_MS)),
    });
    expect((await sessions.validate(token))?.is_fresh).toBe(false);
    nowMs = start + 45 * DAY_MS;
    expect(await sessions.validate(token)).not.toBeNull();
  });

  test("K60: unused for its whole life it is over, and its row is gone", async () => {
    const { sessions, ada, token } = await signedIn();
    nowMs = start + 30 * DAY_MS + 1_000;
    expect(await sessions.validate(token)).toBeNull();
    expect(await rowsOf(ada)).toEqual([]);
  });

  test("K60: of a disabled user opens nothing, and stays closed when the user is enabled again", async () => {
    const { sessions, ada, token } = await signedIn();
    await database.db.update(users).set({ disabled_at: testMoment }).where(eq(users.id, ada));
    expect(await sessions.validate(token)).toBeNull();
    await database.db.update(users).set({ disabled_at: null }).where(eq(users.id, ada));
    expect(await sessions.validate(token)).toBeNull();
  });

  test("K60: its last use is known to ten minutes, at one write in that time", async () => {
    const { sessions, ada, token } = await signedIn();
    const lastSeen = async () => (await rowsOf(ada)).map((row) => Date.parse(row.last_seen_at));
    nowMs = start + 9 * 60_000;
    await sessions.validate(token);
    expect(await lastSeen()).toEqual([start]);
    nowMs = start + 11 * 60_000;
    await sessions.validate(token);
    expect(await lastSeen()).toEqual([nowMs]);
  });
});

describe("K60: ending sessions", () => {
  test("K60: signing out ends this session and no other", async () => {
    const { sessions, ada, token } = await signedIn();
    const other = await sessions.create(ada, {});
    await sessions.end(token);
    expect(await sessions.validate(token)).toBeNull();
    expect(await sessions.validate(other.token)).not.toBeNull();
    await expect(sessions.end(token)).resolves.toBeUndefined();
  });

  test("K60: one is ended by the name it has in the list", async () => {
    const { sessions, token } = await signedIn();
    expect(await sessions.endById(hashOf(token))).toBe(true);
    expect(await sessions.validate(token)).toBeNull();
    expect(await sessions.endById(hashOf(token))).toBe(false);
  });

  test("K60: another's session is not ended when its user is named", async () => {
    const { sessions, ada, token } = await signedIn();
    const bob = await insertUser(database.db, "Bob");
    expect(await sessions.endById(hashOf(token), bob)).toBe(false);
    expect(await sessions.validate(token)).not.toBeNull();
    expect(await sessions.endById(hashOf(token), ada)).toBe(true);
  });

  test("K60: a password change ends a user's other sessions, and nobody else's", async () => {
    const { sessions, ada, token } = await signedIn();
    const others = [await sessions.create(ada, {}), await sessions.create(ada, {})];
    const bob = await signedIn();
    expect(await sessions.endAllOfUser(ada, hashOf(token))).toBe(2);
    expect(await sessions.validate(token)).not.toBeNull();
    for (const other of others) expect(await sessions.validate(other.token)).toBeNull();
    expect(await sessions.validate(bob.token)).not.toBeNull();
    expect(await sessions.endAllOfUser(ada)).toBe(1);
  });

  test("K60: sessions that are over are swept, others stay", async () => {
    const { sessions, ada } = await signedIn();
    nowMs = start + 20 * DAY_MS;
    const later = await sessions.create(ada, {});
    nowMs = start + 31 * DAY_MS;
    await sessions.removeExpired();
    expect((await rowsOf(ada)).map(({ id }) => id)).toEqual([hashOf(later.token)]);
  });
});

test("K60: with the system's clock it works the same", async () => {
  const sessions = createSessions({ database, ttlDays: 1 });
  const ada = await insertUser(database.db, "Ada");
  const { token, expires_at } = await sessions.create(ada, {});
  expect(expires_at).toSatisfy(about(Date.now() + DAY_MS));
  expect(await sessions.validate(token)).toMatchObject({ user: { id: ada } });
});

test("K60: what callers see has plain types", () => {
  expectTypeOf<SessionInfo["user"]["id"]>().toEqualTypeOf<string>();
  expectTypeOf<SessionInfo["expires_at"]>().toEqualTypeOf<string>();
});

test("K60: with a new token a session goes on, and its old one opens nothing once that is committed", async () => {
  const { sessions, token } = await signedIn();
  const before = await sessions.validate(token);
  nowMs += 60_000;
  const replaced = await database.db.transaction((tx) => sessions.replaceToken(tx, before?.session_id ?? ""));
  expect(await sessions.validate(token)).toBeNull();
  expect(await sessions.validate(replaced?.token ?? "")).toMatchObject({
    session_id: hashOf(replaced?.token ?? ""),
    created_at: before?.created_at,
    authenticated_at: new Date(nowMs).toISOString(),
  });
  expect(await database.db.transaction((tx) => sessions.replaceToken(tx, hashOf("no such")))).toBeNull();
});
