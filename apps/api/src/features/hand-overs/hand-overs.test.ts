import { HAND_OVER_INTERVAL_SECONDS, HAND_OVER_MINUTES } from "@stowage/contract/hand-overs";
import { api_keys } from "@stowage/db/schema/api-keys";
import { hand_overs } from "@stowage/db/schema/hand-overs";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { HAND_OVERS_BEGUN } from "../../gate/network-throttle.ts";
import { type Begun, GRANTED, handingOver, PROGRAM_IP } from "../../testing/handing-over.ts";
import {
  type Person,
  PUBLIC_URL,
  startTestServer,
  TEST_PASSWORD,
  type TestServer,
} from "../../testing/test-server.ts";

let server: TestServer;
let anna: Person;
let over: ReturnType<typeof handingOver>;
let nowMs = Date.parse("2026-01-01T00:00:00Z");

beforeAll(async () => {
  server = await startTestServer({ now: () => nowMs });
  anna = await server.signUp("Anna");
  over = handingOver(server);
});
afterAll(() => server.close());
beforeEach(() => {
  nowMs += HAND_OVERS_BEGUN.windowSeconds * 1_000; // no test pays for another's calls
});

/** As a program does that keeps to the interval. */
async function collect(begun: Begun) {
  nowMs += HAND_OVER_INTERVAL_SECONDS * 1_000;
  return over.askFor(begun);
}
const keyCount = () => server.database.db.$count(api_keys);

describe("K16: a key is handed to a program", () => {
  test("K16: that waits until a person has approved it, and then has it, once", async () => {
    const begun = await over.begin({ preset: "scanner", environment: "test" });
    expect(begun).toMatchObject({
      user_code: expect.stringMatching(/^[B-DF-HJ-NP-TV-XZ]{4}-[B-DF-HJ-NP-TV-XZ]{4}$/),
      verification_uri: `${PUBLIC_URL}/device`,
      verification_uri_complete: `${PUBLIC_URL}/device?code=${begun.user_code}`,
      expires_at: new Date(nowMs + HAND_OVER_MINUTES * 60_000).toISOString(),
      interval_seconds: HAND_OVER_INTERVAL_SECONDS,
    });
    expect((await over.askFor(begun)).body).toMatchObject({ status: "pending", api_key: null, key: null });
    const typed = begun.user_code.toLowerCase().replace("-", " ");
    expect((await over.look(anna, typed)).body).toMatchObject({
      client_name: "Scanner",
      scopes: ["locations:read", "bins:read", "items:read", "items:write"],
      environment: "test",
      ip: PROGRAM_IP,
      is_same_network: false,
      status: "pending",
    });
    const before = await keyCount();
    expect((await over.approve(anna, begun, { name: "Kitchen" })).body.status).toBe("approved");
    expect(await keyCount()).toBe(before); // approving makes no secret that would have to be kept
    const given = await collect(begun);
    expect(given.headers["cache-control"]).toBe("no-store");
    expect(given.body).toMatchObject({
      status: "approved",
      api_key: { name: "Kitchen", scopes: GRANTED, environment: "live", acts_as: anna.user_id },
    });
    expect((await server.ask("GET", "bins", { key: given.body.key })).status).toBe(200);
    expect((await collect(begun)).body).toMatchObject({ status: "expired", key: null });
  });

  test("K16: the log tells who approved it, for which program, from where", async () => {
    const begun = await over.approved(anna);
    const { api_key } = (await collect(begun)).body;
    const [made] = (await anna.ask("GET", `events?subject_id=${api_key.id}`)).body.data;
    expect(made).toMatchObject({
      type: "api_key.created",
      actor_user_id: anna.user_id,
      auth_method: "session",
      ip: PROGRAM_IP,
      endpoint: "POST /hand-overs/collect",
      data: { scopes: GRANTED, hand_over: { client_name: "Scanner", asked_from_ip: PROGRAM_IP } },
    });
    const [allowed] = (await anna.ask("GET", "events?type=hand_over.approved")).body.data;
    expect(allowed).toMatchObject({
      subject_id: made.data.hand_over.id,
      subject_name: "Scanner",
      ip: "127.0.0.1",
      data: { scopes: GRANTED, environment: "live", asked_from_ip: PROGRAM_IP },
    });
  });

  test("K16: what is kept of it opens nothing: neither the device code nor a key is in the table", async () => {
    const begun = await over.approved(anna);
    const stored = JSON.stringify(await server.database.db.select().from(hand_overs));
    expect(stored).not.toContain(begun.device_code);
    expect(stored).not.toMatch(/sk_/);
    const log = (await anna.ask("GET", "events?limit=200")).text;
    expect(log).not.toContain(begun.device_code);
    expect(log).not.toContain(begun.user_code.replace("-", ""));
  });

  test("K16: a refusal is told to the program, stands in the log, and is the end of it", async () => {
    const begun = await over.begin();
    expect((await over.refuse(anna, begun)).body.status).toBe("refused");
    expect((await collect(begun)).body).toMatchObject({ status: "refused", key: null });
    expect((await over.approve(anna, begun)).status).toBe(404);
    const [event] = (await anna.ask("GET", "events?type=hand_over.refused")).body.data;
    expect(event).toMatchObject({ subject_name: "Scanner", data: { asked_from_ip: PROGRAM_IP } });
  });

  test("K16: who is in no organization can refuse, and has none to approve it in", async () => {
    const begun = await over.begin();
    const headers = { "x-organization-id": "org_of_others" };
    const body = { user_code: begun.user_code, scopes: GRANTED, environment: "live" };
    const tried = await anna.ask("POST", "hand-overs/approve", { body, headers });
    expect([tried.status, tried.body.code]).toEqual([404, "not_found"]);
    expect((await collect(begun)).body.status).toBe("pending");
    const refused = await anna.ask("POST", "hand-overs/refuse", {
      body: { user_code: begun.user_code },
      headers,
    });
    expect(refused.status).toBe(200);
  });
});

describe("K16: what a thief of a code has", () => {
  test("K16: a code is used once, and for ten minutes", async () => {
    const used = await over.approved(anna);
    const late = await over.begin();
    nowMs += HAND_OVER_MINUTES * 60_000;
    for (const begun of [used, late, { user_code: "BBBB-BBBB" }])
      for (const answer of [
        await over.look(anna, begun.user_code),
        await over.approve(anna, begun),
        await over.refuse(anna, begun),
      ])
        expect([answer.status, answer.body.code]).toEqual([404, "not_found"]);
    for (const begun of [used, late])
      expect((await collect(begun)).body).toMatchObject({ status: "expired", key: null });
  });

  test("K16: of many decisions at once one holds", async () => {
    const begun = await over.begin();
    const answers = await Promise.all([
      over.approve(anna, begun),
      over.refuse(anna, begun),
      over.approve(anna, begun),
      over.refuse(anna, begun),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404, 404]);
  });

  test("K16: neither an API key nor a stranger's page approves anything", async () => {
    const begun = await over.begin();
    await anna.ask("POST", "auth/confirm", { body: { password: TEST_PASSWORD } });
    const key = await anna.key(["admin:*"]);
    const body = { user_code: begun.user_code, scopes: GRANTED, environment: "live" };
    for (const verb of ["look", "approve", "refuse"]) {
      const sent = verb === "approve" ? body : { user_code: begun.user_code };
      const byKey = await key.ask("POST", `hand-overs/${verb}`, { body: sent });
      expect(byKey.body.code).toBe("session_required");
      const byNobody = await server.ask("POST", `hand-overs/${verb}`, { body: sent });
      expect(byNobody.body.code).toBe("missing_credentials");
    }
    const foreign = await anna.ask("POST", "hand-overs/approve", {
      body,
      headers: { origin: "https://evil.example" },
    });
    expect(foreign.body.code).toBe("csrf_rejected");
    expect((await collect(begun)).body.status).toBe("pending");
  });

  test("K16: guessing user codes is stopped, for the person and for their network", async () => {
    const begun = await over.begin();
    const guess = (who: Person, ip: string) =>
      who.ask("POST", "hand-overs/look", { body: { user_code: "ZZZZ-ZZZZ" }, ip });
    const [gus, mate] = [await server.signUp("Gus"), await server.signUp("Mate")];
    for (let at = 0; at < 20; at++) expect((await guess(gus, "198.51.100.1")).status).toBe(404);
    const elsewhere = { body: { user_code: begun.user_code }, ip: "198.51.100.2" };
    expect((await gus.ask("POST", "hand-overs/look", elsewhere)).body.code).toBe("auth_throttled");
    expect((await guess(mate, "198.51.100.1")).body.code).toBe("auth_throttled");
    expect((await over.look(anna, begun.user_code)).status).toBe(200);
  });

  test("K16: wrong device codes are one answer, and keep nobody of that network from their key", async () => {
    const begun = await over.approved(anna);
    const unknown = { device_code: "a".repeat(52) };
    for (let at = 0; at < 50; at++) expect((await over.askFor(unknown)).body.code).toBe("not_found");
    expect((await over.askFor(begun)).body.status).toBe("approved");
  });

  test.each<[string, Record<string, string>]>([
    ["says by itself that it is one", { "sec-fetch-site": "cross-site" }],
    [
      "has a sister site's address",
      { "sec-fetch-site": "same-site", origin: "https://pages.stowage.example" },
    ],
    ["has another origin", { origin: "https://evil.example" }],
    ["hides its origin", { origin: "null" }],
  ])("K16: a web page that %s begins and collects nothing by its visitor's browser", async (_, headers) => {
    const body = { client_name: "Your Stowage app" };
    const begun = await server.ask("POST", "hand-overs", { body, headers });
    expect([begun.status, begun.body.code]).toEqual([403, "csrf_rejected"]);
    const approved = await over.approved(anna);
    const { device_code } = approved;
    const collected = await server.ask("POST", "hand-overs/collect", { body: { device_code }, headers });
    expect([collected.status, collected.body.code]).toEqual([403, "csrf_rejected"]);
    expect((await collect(approved)).body.status).toBe("approved");
  });

  test("K16: pages of our own, and what a person opens themselves, are no other site", async () => {
    const ours: Record<string, string>[] = [
      { "sec-fetch-site": "same-origin" },
      { "sec-fetch-site": "none" },
      { origin: PUBLIC_URL },
    ];
    for (const headers of ours) {
      const begun = await server.ask("POST", "hand-overs", { body: { client_name: "Kiosk" }, headers });
      expect(begun.status, begun.text).toBe(200);
    }
  });

  test("K16: 10,000 programs wait at a time, and there is room again once their time is over", async () => {
    nowMs += HAND_OVER_MINUTES * 60_000; // those of the other tests are over
    await server.database.sql`
      insert into hand_overs (id, device_code_hash, user_code, client_name, ip, created_at, expires_at)
      select 'hov_flood_' || n, 'hash ' || n, 'code ' || n, 'Flood', '198.51.100.1', ${new Date(nowMs).toISOString()},
        ${new Date(nowMs + HAND_OVER_MINUTES * 60_000).toISOString()}
      from generate_series(1, 9999) as n`;
    const begin = () => server.ask("POST", "hand-overs", { body: { client_name: "Scanner" } });
    expect((await begin()).status).toBe(200);
    const full = await begin();
    expect([full.status, full.body.code, full.headers["retry-after"]]).toEqual([429, "auth_throttled", "60"]);
    nowMs += HAND_OVER_MINUTES * 60_000;
    expect((await begin()).status).toBe(200);
  });

  test("K16: programs that begin are counted by network", async () => {
    const ip = "198.51.100.20";
    for (let at = 0; at < HAND_OVERS_BEGUN.allowed; at++) server.deps.handOversBegun.count(ip);
    const body = { client_name: "Flood" };
    const refused = await server.ask("POST", "hand-overs", { body, ip });
    expect([refused.status, refused.body.code]).toEqual([429, "auth_throttled"]);
    expect((await server.ask("POST", "hand-overs", { body, ip: "198.51.100.21" })).status).toBe(200);
  });
});

describe("K16: asking", () => {
  test("K16: faster than every five seconds is rate limited, and waiting Retry-After is enough", async () => {
    const begun = await over.begin();
    await over.askFor(begun);
    nowMs += 2_000;
    const hasty = await over.askFor(begun);
    expect([hasty.status, hasty.body.code, hasty.headers["retry-after"]]).toEqual([429, "rate_limited", "3"]);
    nowMs += 3_000;
    expect((await over.askFor(begun)).status).toBe(200);
  });

  test("K16: of two that collect at once on two servers, one has the key", async () => {
    // This one's clock is ahead, so that it takes the other's asking for long ago.
    const ahead = HAND_OVER_INTERVAL_SECONDS * 1_000;
    const second = await startTestServer({ now: () => nowMs + ahead, database: server.database });
    const begun = await over.approved(anna);
    const before = await keyCount();
    const { db } = server.database;
    const isAsked = async () => {
      const row = eq(hand_overs.user_code, begun.user_code.replace("-", ""));
      const [found] = await db.select({ asked_at: hand_overs.asked_at }).from(hand_overs).where(row);
      return found?.asked_at != null;
    };
    const first = over.askFor(begun);
    while (!(await isAsked())); // it goes on to make the key, which takes an Argon2 run
    const statuses = [await over.askFor(begun, { on: second }), await first].map(({ body }) => body.status);
    expect(statuses.sort()).toEqual(["approved", "expired"]);
    expect(await keyCount()).toBe(before + 1);
    await second.close();
  });
});
