import { randomBytes } from "node:crypto";
import { Writable } from "node:stream";
import { totpCode } from "@stowage/auth/totp";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { catchPosts } from "../testing/caught-posts.ts";
import { type Person, startTestServer, TEST_PASSWORD, type TestServer } from "../testing/test-server.ts";
import { logOptions } from "./log-options.ts";

// docs/security.md, tried: a server at work, and then each theft.
let server: TestServer;
let anna: Person;
let nowMs = Date.now();
let logged = "";
/** Every secret that was handed out while the server worked. */
const secrets: Record<string, string> = {};

beforeAll(async () => {
  const sink = new Writable({
    write(chunk, _encoding, done) {
      logged += chunk.toString();
      done();
    },
  });
  server = await startTestServer({ log: pino(logOptions("trace"), sink), now: () => nowMs });
  anna = await server.signUp("Anna");
  secrets.password = TEST_PASSWORD;
  secrets.cookie = anna.cookie.split("=")[1] ?? "";
  const key = await anna.key(["admin:*"]);
  secrets.key = key.key;
  secrets["rotated key"] = (
    await anna.ask("POST", `api-keys/${key.id}/rotate`, { body: { grace_seconds: 60 } })
  ).body.key;
  const invited = await anna.ask("POST", "users", { body: { email: "ben@example.org" } });
  secrets.invitation = new URL(invited.body.url).hash.replace("#token=", "");
  const { secret } = (await anna.ask("POST", "auth/two-factor/start")).body;
  secrets["second factor"] = secret;
  const code = totpCode(secret, nowMs);
  const { recovery_codes } = (await anna.ask("POST", "auth/two-factor/enable", { body: { code } })).body;
  secrets["recovery code"] = recovery_codes[0];
  await postWebhook();
  await key.ask("GET", "bins");
  await server.ask("POST", "auth/sign-in", { body: { email: anna.email, password: `${TEST_PASSWORD}!` } });
  await server.ask("GET", `bins?key=${key.key}`);
  await server.ask("POST", "invitations/look", { body: { token: secrets.invitation } });
  await server.deps.meter.flush();
});
afterAll(() => server.close());

/** A trigger with a header of one's own, made, tried and rotated, so that all that is kept of it is there. */
async function postWebhook(): Promise<void> {
  const sink = await catchPosts();
  secrets["webhook header"] = randomBytes(24).toString("base64url");
  const headers = { Authorization: `Bearer ${secrets["webhook header"]}` };
  const made = await anna.ask("POST", "triggers", {
    headers: { "idempotency-key": "made-once" },
    body: { name: "All", event_types: ["*"], actions: [{ type: "webhook", url: sink.url, headers }] },
  });
  secrets["webhook secret"] = made.body.actions[0].secret;
  const tried = await anna.ask("POST", `triggers/${made.body.id}/test`);
  expect(tried.body.deliveries[0].status).toBe("succeeded");
  expect((await sink.next()).headers.authorization).toBe(headers.Authorization);
  const rotated = await anna.ask("POST", `triggers/${made.body.id}/rotate`, { body: { grace_seconds: 60 } });
  secrets["rotated webhook secret"] = rotated.body.actions[0].secret;
  sink.close();
}

const named = () => Object.entries(secrets).map(([name, secret]) => ({ name, secret }));

/** Every value of every row of every table, as text. */
async function dump(): Promise<string[]> {
  const { sql } = server.database;
  const tables = await sql`
    select schemaname, tablename from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`;
  const values: string[] = [];
  for (const { schemaname, tablename } of tables)
    for (const row of await sql`select to_jsonb(t) as row from ${sql(schemaname)}.${sql(tablename)} t`)
      values.push(...leavesOf(row.row));
  return values;
}

function leavesOf(value: unknown): string[] {
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(leavesOf);
  return typeof value === "string" ? [value] : [];
}

test("there are secrets to be found", () => {
  for (const { name, secret } of named()) expect([name, secret.length > 9]).toEqual([name, true]);
});

describe("K3, K60, K62: a stolen database dump", () => {
  test("holds no secret, whole or in part", async () => {
    const text = (await dump()).join("\n");
    expect(text.length).toBeGreaterThan(2_000);
    for (const { name, secret } of named()) {
      expect([name, text.includes(secret)]).toEqual([name, false]);
      expect([name, text.includes(secret.slice(-12))]).toEqual([name, false]);
    }
  });

  test("holds nothing that opens anything, as a key, a cookie, an invitation, a password or a code", async () => {
    const [cookieName] = anna.cookie.split("=");
    const values = new Set((await dump()).filter((value) => /^[\x21-\x7e]{6,500}$/.test(value)));
    expect(values.size).toBeGreaterThan(40);
    for (const value of values) {
      const asKey = await server.ask("GET", "whoami", { key: value });
      const asCookie = await server.ask("GET", "whoami", { headers: { cookie: `${cookieName}=${value}` } });
      expect([401, 429], value).toContain(asKey.status); // K53: after so many, failures are told to wait
      expect([value, asCookie.status]).toEqual([value, 401]);
    }
  });
});

describe("K3: a stolen log file", () => {
  test("holds no secret, though the log told everything that happened", () => {
    expect(logged).toContain("/api/v1/auth/two-factor/enable");
    for (const { name, secret } of named()) {
      expect([name, logged.includes(secret)]).toEqual([name, false]);
      expect([name, logged.includes(secret.slice(-12))]).toEqual([name, false]);
    }
  });
});

describe("K60, K62: a stolen session cookie", () => {
  test("does not change the password, the second factor, the account or the organization, nor makes admin keys", async () => {
    const carla = await server.signUp("Carla");
    nowMs += 16 * 60_000;
    expect((await carla.ask("GET", "bins")).status).toBe(200);
    const made = await carla.ask("POST", "api-keys", { body: { name: "Mine now", scopes: ["admin:*"] } });
    const tries = [
      made,
      await carla.ask("POST", "auth/two-factor/start"),
      await carla.ask("DELETE", "auth/account"),
      await carla.ask("DELETE", `organizations/${carla.organization_id}`),
    ];
    expect(tries.map(({ status, body }) => [status, body.code])).toEqual(
      tries.map(() => [403, "recent_sign_in_required"]),
    );
    const guessed = { current_password: "not the password", new_password: "a password of the thief" };
    expect((await carla.ask("POST", "auth/password", { body: guessed })).status).toBe(401);
  });

  test("does not write from another site", async () => {
    const answer = await server.ask("POST", "bins", {
      headers: { cookie: anna.cookie, origin: "https://evil.example", "sec-fetch-site": "cross-site" },
      body: { name: "Theirs" },
    });
    expect(answer.body.code).toBe("csrf_rejected");
  });

  test.each([
    [
      "the person changes the password",
      async (_person: Person, other: string) => {
        const body = { current_password: TEST_PASSWORD, new_password: "another battery of staples" };
        expect((await server.ask("POST", "auth/password", { cookie: other, body })).status).toBe(200);
      },
    ],
    [
      "the person ends all other sessions",
      async (_person: Person, other: string) => {
        expect((await server.ask("DELETE", "auth/sessions", { cookie: other })).status).toBe(200);
      },
    ],
    [
      "30 days pass without use",
      async () => {
        nowMs += 30 * 24 * 60 * 60_000 + 1_000;
      },
    ],
  ])("ends when %s", async (how, end) => {
    const person = await server.signUp(`Person ${how.length} ${how.split(" ")[1]}`);
    const again = await server.ask("POST", "auth/sign-in", {
      body: { email: person.email, password: TEST_PASSWORD },
    });
    expect((await person.ask("GET", "whoami")).status).toBe(200);
    await end(person, String(again.headers["set-cookie"]).split(";")[0] ?? "");
    expect((await person.ask("GET", "whoami")).body.code).toBe("session_expired");
  });
});
