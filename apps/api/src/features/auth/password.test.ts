import { setTimeout as sleep } from "node:timers/promises";
import { users } from "@stowage/db/schema/identity";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type Answer,
  type Person,
  startTestServer,
  TEST_PASSWORD,
  type TestServer,
} from "../../testing/test-server.ts";

const NEW_PASSWORD = "violet tractor under seven moons";
const MINUTE_MS = 60_000;

let server: TestServer;
let nowMs = Date.now();
beforeAll(async () => {
  server = await startTestServer({ now: () => nowMs });
});
afterAll(() => server.close());

const cookieOf = (answer: Answer) => String(answer.headers["set-cookie"]).split(";")[0] ?? "";
const signIn = (email: string, password: string) =>
  server.ask("POST", "auth/sign-in", { body: { email, password } });
const change = (person: Person, current_password: string, new_password = NEW_PASSWORD) =>
  person.ask("POST", "auth/password", { body: { current_password, new_password } });
const reach = async (cookie: string) => (await server.ask("GET", "bins", { cookie })).status;

describe("changing the password", () => {
  test("K60: ends the other sessions, and this one goes on under another cookie", async () => {
    const anna = await server.signUp("Anna");
    const phone = cookieOf(await signIn(anna.email, TEST_PASSWORD));
    const changed = await change(anna, TEST_PASSWORD);
    expect([changed.status, changed.body]).toEqual([200, { ended_sessions: 1 }]);
    expect(changed.headers["cache-control"]).toBe("no-store");
    expect(await reach(phone)).toBe(401);
    expect(await reach(anna.cookie)).toBe(401); // a copy of the cookie ends with it
    expect(await reach(cookieOf(changed))).toBe(200);
    expect((await signIn(anna.email, TEST_PASSWORD)).body.code).toBe("sign_in_failed");
    expect((await signIn(anna.email, NEW_PASSWORD)).status).toBe(200);
  });

  test.each([
    ["K61: a wrong current password", "not the password", NEW_PASSWORD, 401, "sign_in_failed"],
    ["K61: a common new one", TEST_PASSWORD, "password123456", 422, "validation_failed"],
    ["K61: a short new one", TEST_PASSWORD, "short", 422, "validation_failed"],
    ["K61: one that says little besides the address", TEST_PASSWORD, "refused1.2.", 422, "validation_failed"],
    ["the same one", TEST_PASSWORD, TEST_PASSWORD, 422, "validation_failed"],
  ])("%s is refused, and nothing changes", async (name, current, next, status, code) => {
    const person = await server.signUp(`Refused ${name.length}`);
    const answer = await change(person, current, next);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.text).not.toContain(next);
    expect((await signIn(person.email, TEST_PASSWORD)).status).toBe(200);
    expect(await reach(person.cookie)).toBe(200);
  });

  test("K61: guessing the current password by a stolen cookie is throttled", async () => {
    const guessed = await server.signUp("Guessed");
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, at) => change(guessed, `a wrong guess ${at}`)),
    );
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
    const throttled = answers.filter(({ status }) => status === 429);
    expect(throttled.map(({ body }) => body.code)).toEqual(["auth_throttled", "auth_throttled"]);
    expect((await change(guessed, TEST_PASSWORD)).status).toBe(429);
  });

  test("of two at once one wins, and only its password opens the account", async () => {
    const racer = await server.signUp("Racer");
    const words = ["first runner in the rain", "second runner in the sun"];
    const answers = await Promise.all(words.map((word) => change(racer, TEST_PASSWORD, word)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const opens = await Promise.all(words.map((word) => signIn(racer.email, word)));
    expect(opens.map(({ status }) => status === 200)).toEqual(answers.map(({ status }) => status === 200));
  });

  test("K60: a sign-in by the old password that is under way fails once the change is done, and leaves no session", async () => {
    const late = await server.signUp("Late");
    const { sql } = server.database;
    let commit = () => {};
    const released = new Promise<void>((resolve) => {
      commit = resolve;
    });
    let changed = () => {};
    const isChanged = new Promise<void>((resolve) => {
      changed = resolve;
    });
    const changing = sql.begin(async (tx) => {
      await tx`update users set password_hash = 'another one' where id = ${late.user_id}`;
      changed();
      await released;
    });
    await isChanged;
    let isOver = false;
    const signing = signIn(late.email, TEST_PASSWORD).finally(() => {
      isOver = true;
    });
    const isWaiting = async () => (await sql`select 1 from pg_locks where not granted`).length > 0;
    while (!isOver && !(await isWaiting())) await sleep(2);
    commit();
    await changing;
    expect((await signing).body.code).toBe("sign_in_failed");
    expect(await sql`select 1 from sessions where user_id = ${late.user_id}`).toHaveLength(1);
  });
});

describe("confirming", () => {
  test("K62: opens what is delicate for 15 minutes, and the session says until when", async () => {
    const anna = await server.signUp("Confirmed");
    expect(Date.parse((await anna.ask("GET", "auth/session")).body.recent_until)).toBe(
      nowMs + 15 * MINUTE_MS,
    );
    nowMs += 15 * MINUTE_MS;
    const start = () => anna.ask("POST", "auth/two-factor/start");
    expect((await start()).body.code).toBe("recent_sign_in_required");
    const wrong = await anna.ask("POST", "auth/confirm", { body: { password: "not the password" } });
    expect([wrong.status, wrong.body.code]).toEqual([401, "sign_in_failed"]);
    expect((await start()).status).toBe(403);
    const right = await anna.ask("POST", "auth/confirm", { body: { password: TEST_PASSWORD } });
    expect(right.body).toEqual({ recent_until: new Date(nowMs + 15 * MINUTE_MS).toISOString() });
    expect((await start()).status).toBe(200);
  });

  test("K61: is throttled like a sign-in", async () => {
    const anna = await server.signUp("Confirm guessed");
    const guess = () => anna.ask("POST", "auth/confirm", { body: { password: "a wrong guess" } });
    await Promise.all(Array.from({ length: 10 }, guess));
    expect((await anna.ask("POST", "auth/confirm", { body: { password: TEST_PASSWORD } })).status).toBe(429);
  });
});

test("K60: a disabled account neither signs in nor goes on", async () => {
  const gone = await server.signUp("Gone");
  await server.database.db
    .update(users)
    .set({ disabled_at: new Date(nowMs).toISOString() })
    .where(eq(users.id, gone.user_id));
  expect((await signIn(gone.email, TEST_PASSWORD)).body.code).toBe("sign_in_failed");
  expect((await gone.ask("GET", "auth/account")).body.code).toBe("session_expired");
});

test("K60: all other sessions end at one word, and this one stays", async () => {
  const anna = await server.signUp("Many");
  const others = await Promise.all([1, 2, 3].map(() => signIn(anna.email, TEST_PASSWORD)));
  const stranger = await server.signUp("Somebody else");
  expect((await anna.ask("DELETE", "auth/sessions")).body).toEqual({ ended: 3 });
  for (const other of others) expect(await reach(cookieOf(other))).toBe(401);
  expect(await reach(anna.cookie)).toBe(200);
  expect(await reach(stranger.cookie)).toBe(200);
});
