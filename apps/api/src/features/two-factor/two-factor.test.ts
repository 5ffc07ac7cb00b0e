import { totpCode } from "@stowage/auth/totp";
import { users } from "@stowage/db/schema/identity";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Person, startTestServer, TEST_PASSWORD, type TestServer } from "../../testing/test-server.ts";

const STEP_MS = 30_000;
const MINUTE_MS = 60_000;

let server: TestServer;
let nowMs = Date.now();
beforeAll(async () => {
  server = await startTestServer({ now: () => nowMs, config: { trust_proxy: true } });
});
afterAll(() => server.close());

interface Guarded {
  person: Person;
  secret: string;
  recovery_codes: string[];
  /** The app's next code: each is good once. */
  nextCode(): string;
}

async function guarded(name: string): Promise<Guarded> {
  const person = await server.signUp(name);
  const { secret } = (await person.ask("POST", "auth/two-factor/start")).body;
  const enabled = await person.ask("POST", "auth/two-factor/enable", {
    body: { code: totpCode(secret, nowMs) },
  });
  expect(enabled.status, enabled.text).toBe(200);
  const nextCode = () => {
    nowMs += STEP_MS;
    return totpCode(secret, nowMs);
  };
  return { person, secret, recovery_codes: enabled.body.recovery_codes, nextCode };
}

const signIn = (email: string, code?: string, from = "10.0.0.1") =>
  server.ask("POST", "auth/sign-in", {
    body: { email, password: TEST_PASSWORD, ...(code !== undefined && { code }) },
    headers: { "x-forwarded-for": from },
  });

/** Six digits that are no code of now. */
function wrongCodes(secret: string, count: number): string[] {
  const right = [-1, 0, 1].map((steps) => totpCode(secret, nowMs + steps * STEP_MS));
  const codes = Array.from({ length: count + 3 }, (_, at) => String(100_000 + at));
  return codes.filter((code) => !right.includes(code)).slice(0, count);
}

describe("setting it up", () => {
  test("K62: gives a secret and an address for the app, and counts only with a first right code", async () => {
    const anna = await server.signUp("Anna");
    const started = await anna.ask("POST", "auth/two-factor/start");
    expect(started.headers["cache-control"]).toBe("no-store");
    const { secret, otpauth_uri } = started.body;
    expect(otpauth_uri).toContain(`secret=${secret}`);
    expect(decodeURIComponent(otpauth_uri)).toContain("Stowage:anna@example.org");
    expect((await signIn(anna.email)).status).toBe(200);
    const [wrong = ""] = wrongCodes(secret, 1);
    const refused = await anna.ask("POST", "auth/two-factor/enable", { body: { code: wrong } });
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, "/code"]);
    const code = totpCode(secret, nowMs);
    const both = await Promise.all(
      [code, `${code.slice(0, 3)} ${code.slice(3)}`].map((typed) =>
        anna.ask("POST", "auth/two-factor/enable", { body: { code: typed } }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const codes: string[] = both.find(({ status }) => status === 200)?.body.recovery_codes;
    expect(codes).toHaveLength(10);
    expect((await anna.ask("GET", "auth/two-factor")).body).toEqual({
      is_enabled: true,
      recovery_codes_left: 10,
    });
    expect((await anna.ask("GET", "auth/account")).body.has_two_factor).toBe(true);
    expect((await anna.ask("POST", "auth/two-factor/start")).body.code).toBe("conflict");
  });

  test("K62: is sealed at rest: the database holds neither secret nor codes", async () => {
    const { person, secret, recovery_codes } = await guarded("Sealed");
    const rows = await server.database.db.select().from(users).where(eq(users.id, person.user_id));
    const text = JSON.stringify(rows);
    for (const told of [secret, ...recovery_codes, ...recovery_codes.map((code) => code.replaceAll("-", ""))])
      expect(text).not.toContain(told);
  });

  test("K62: nothing of it works without a recent sign-in", async () => {
    const { person } = await guarded("Delicate");
    nowMs += 16 * MINUTE_MS;
    for (const path of ["start", "recovery-codes", "disable"]) {
      const answer = await person.ask("POST", `auth/two-factor/${path}`);
      expect([path, answer.body.code]).toEqual([path, "recent_sign_in_required"]);
    }
    const enable = await person.ask("POST", "auth/two-factor/enable", { body: { code: "123456" } });
    expect(enable.body.code).toBe("recent_sign_in_required");
  });
});

describe("signing in", () => {
  test("K62: asks for a code, but only who knows the password learns that there is one", async () => {
    const { person, nextCode } = await guarded("Asked");
    const asked = await signIn(person.email);
    expect([asked.status, asked.body.code]).toEqual([401, "two_factor_required"]);
    expect(asked.headers["set-cookie"]).toBeUndefined();
    const plain = await server.signUp("Plain");
    const wrong = (email: string) =>
      server.ask("POST", "auth/sign-in", { body: { email, password: "not the password" } });
    const told = [await wrong(person.email), await wrong(plain.email), await wrong("nobody@example.org")];
    expect(new Set(told.map(({ status, body }) => `${status} ${body.code} ${body.detail}`)).size).toBe(1);
    expect((await signIn(person.email, nextCode())).status).toBe(200);
  });

  test("K62: takes each code once, also when it comes twice at once", async () => {
    const { person, nextCode } = await guarded("Once");
    const code = nextCode();
    const both = await Promise.all([1, 2, 3, 4].map(() => signIn(person.email, code)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401]);
    const replayed = await signIn(person.email, code);
    expect([replayed.status, replayed.body.code]).toEqual([401, "sign_in_failed"]);
  });

  test("K62: takes each recovery code once, also when it comes twice at once", async () => {
    const { person, recovery_codes } = await guarded("Recovered");
    const [first = "", second = ""] = recovery_codes;
    const both = await Promise.all([1, 2, 3, 4].map(() => signIn(person.email, first)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401]);
    expect((await signIn(person.email, second.toUpperCase().replaceAll("-", " "))).status).toBe(200);
    const state = await person.ask("GET", "auth/two-factor");
    expect(state.body.recovery_codes_left).toBe(8);
  });

  test("K62: another account's recovery code opens nothing", async () => {
    const one = await guarded("One");
    const other = await guarded("Other");
    expect((await signIn(one.person.email, other.recovery_codes[0])).body.code).toBe("sign_in_failed");
    expect((await signIn(other.person.email, other.recovery_codes[0])).status).toBe(200);
  });

  test("K62: guessing codes is bounded, from however many networks, even if the password is known", async () => {
    const { person, secret, nextCode } = await guarded("Besieged");
    const codes = wrongCodes(secret, 30);
    const guesses = await Promise.all(codes.map((code, at) => signIn(person.email, code, `10.1.${at}.1`)));
    expect(guesses.filter(({ status }) => status === 401)).toHaveLength(10);
    expect(guesses.filter(({ status }) => status === 429)).toHaveLength(20);
    // Asking without a code in between does not wipe the count.
    expect((await signIn(person.email, undefined, "10.2.0.1")).body.code).toBe("two_factor_required");
    expect((await signIn(person.email, nextCode(), "10.2.0.1")).body.code).toBe("auth_throttled");
  });

  test("K62: whoever knows the password gets no more guesses by leaving the code out", async () => {
    const { person } = await guarded("Patient");
    const asked = await Promise.all(
      Array.from({ length: 12 }, () => signIn(person.email, undefined, "10.3.0.1")),
    );
    expect(asked.filter(({ status }) => status === 429)).toHaveLength(2);
  });
});

describe("afterwards", () => {
  test("K62: confirming needs the code, too", async () => {
    const { person, nextCode } = await guarded("Confirming");
    const confirm = (more: object) =>
      person.ask("POST", "auth/confirm", { body: { password: TEST_PASSWORD, ...more } });
    expect((await confirm({})).body.code).toBe("two_factor_required");
    const code = nextCode();
    expect((await confirm({ code })).status).toBe(200);
    expect((await confirm({ code })).body.code).toBe("sign_in_failed");
  });

  test("K62: a password is changed only with a recent sign-in, which asked for a code", async () => {
    const { person, nextCode } = await guarded("Changing");
    nowMs += 16 * MINUTE_MS;
    const body = { current_password: TEST_PASSWORD, new_password: "violet tractor under seven moons" };
    expect((await person.ask("POST", "auth/password", { body })).body.code).toBe("recent_sign_in_required");
    await person.ask("POST", "auth/confirm", { body: { password: TEST_PASSWORD, code: nextCode() } });
    expect((await person.ask("POST", "auth/password", { body })).status).toBe(200);
  });

  test("K62: new recovery codes put an end to the old ones", async () => {
    const { person, recovery_codes } = await guarded("Renewed");
    const renewed = await person.ask("POST", "auth/two-factor/recovery-codes");
    expect(renewed.headers["cache-control"]).toBe("no-store");
    expect((await signIn(person.email, recovery_codes[0])).body.code).toBe("sign_in_failed");
    expect((await signIn(person.email, renewed.body.recovery_codes[0])).status).toBe(200);
  });

  test("K62: turned off, it asks for nothing, and its secret and codes are gone", async () => {
    const { person } = await guarded("Disabled");
    const off = await person.ask("POST", "auth/two-factor/disable");
    expect(off.body).toEqual({ is_enabled: false, recovery_codes_left: 0 });
    expect((await signIn(person.email)).status).toBe(200);
    expect((await person.ask("POST", "auth/two-factor/disable")).body.code).toBe("conflict");
    expect((await person.ask("POST", "auth/two-factor/recovery-codes")).body.code).toBe("conflict");
  });

  test("K62: after a change of the secret, codes of both kinds go on working with the previous one", async () => {
    const { person, secret, recovery_codes } = await guarded("Moved");
    const [first, second] = recovery_codes;
    const next = "another secret of the tests, as long as the first";
    const ask = async (config: object, code: string | undefined) => {
      const node = await startTestServer({ database: server.database, now: () => nowMs, config });
      const body = { email: person.email, password: TEST_PASSWORD, code };
      const { status } = await node.ask("POST", "auth/sign-in", { body });
      await node.close();
      return status;
    };
    nowMs += STEP_MS;
    const both = { app_secret: next, app_secret_previous: server.deps.config.app_secret };
    expect(await ask(both, totpCode(secret, nowMs))).toBe(200);
    expect(await ask(both, first)).toBe(200);
    nowMs += STEP_MS;
    expect(await ask({ app_secret: next }, totpCode(secret, nowMs))).toBe(401);
    expect(await ask({ app_secret: next }, second)).toBe(401);
  });
});
