import { HAND_OVER_INTERVAL_SECONDS } from "@stowage/contract/hand-overs";
import { RECENT_SIGN_IN_MINUTES } from "@stowage/contract/limits";
import { api_keys } from "@stowage/db/schema/api-keys";
import { organizations } from "@stowage/db/schema/identity";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addMember } from "../../testing/add-member.ts";
import { type Begun, handingOver } from "../../testing/handing-over.ts";
import { type Person, startTestServer, TEST_PASSWORD, type TestServer } from "../../testing/test-server.ts";

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

/** As a program does that keeps to the interval. */
async function collect(begun: Begun) {
  nowMs += HAND_OVER_INTERVAL_SECONDS * 1_000;
  return over.askFor(begun);
}
/** A query waits for another one's lock. */
async function isAnybodyWaiting(): Promise<boolean> {
  const [row] = await server.database.sql<{ is_waiting: boolean }[]>`
    select exists (select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock') as is_waiting`;
  return row?.is_waiting ?? false;
}
const keyCount = () => server.database.db.$count(api_keys);

describe("K16: the rights of who approves", () => {
  test("K14, K16: nobody hands over more than they have, and a viewer nothing", async () => {
    const begun = await over.begin({ scopes: ["users:write"] });
    const mia = await addMember(server, anna, "Mia", "member");
    const vic = await addMember(server, anna, "Vic", "viewer");
    const code = async (who: Person, more: object) => (await over.approve(who, begun, more)).body.code;
    expect(await code(mia, { scopes: ["users:write"] })).toBe("escalation_denied");
    expect(await code(vic, {})).toBe("role_forbidden");
    expect(await code(mia, { acts_as: anna.user_id })).toBe("unknown_field");
    expect(await code(mia, { location_ids: ["loc_of_others"] })).toBe("validation_failed");
    expect(await code(mia, { expires_at: "2020-01-01T00:00:00Z" })).toBe("expiry_out_of_range");
    expect((await collect(begun)).body.status).toBe("pending");
    expect((await over.approve(mia, begun)).status).toBe(200);
  });

  test("K62, K16: everything is handed over only by who has just proved who they are", async () => {
    await anna.ask("POST", "auth/confirm", { body: { password: TEST_PASSWORD } });
    nowMs += RECENT_SIGN_IN_MINUTES * 60_000;
    const begun = await over.begin();
    const all = { scopes: ["admin:*"] };
    expect((await over.approve(anna, begun, all)).body.code).toBe("recent_sign_in_required");
    await anna.ask("POST", "auth/confirm", { body: { password: TEST_PASSWORD } });
    expect((await over.approve(anna, begun, all)).status).toBe(200);
    expect((await collect(begun)).body.api_key.scopes).toEqual(["admin:*"]);
  });

  test.each([
    [
      "demoted to a viewer",
      403,
      "role_forbidden",
      (id: string) => anna.ask("PATCH", `users/${id}`, { body: { role: "viewer" } }),
    ],
    [
      "demoted below what was granted",
      403,
      "escalation_denied",
      (id: string) => anna.ask("PATCH", `users/${id}`, { body: { role: "member" } }),
    ],
    [
      "suspended",
      200,
      "refused",
      (id: string) => anna.ask("PATCH", `users/${id}`, { body: { active: false } }),
    ],
    ["removed", 200, "refused", (id: string) => anna.ask("DELETE", `users/${id}`)],
  ] as const)(
    "K16: who was %s before it was collected has handed over nothing",
    async (word, status, said, end) => {
      const admin = await addMember(server, anna, `Once ${word}`, "admin");
      const begun = await over.approved(admin, { scopes: ["users:write"] });
      const before = await keyCount();
      expect((await end(admin.user_id)).status).toBe(200);
      const answer = await collect(begun);
      expect([answer.status, answer.body.code ?? answer.body.status]).toEqual([status, said]);
      expect(await keyCount()).toBe(before);
    },
  );

  test("K16: an approval ends with the session that gave it", async () => {
    const olga = await server.signUp("Olga");
    const begun = await over.approved(olga);
    const before = await keyCount();
    await olga.ask("POST", "auth/sign-out");
    expect((await collect(begun)).body).toMatchObject({ status: "refused", key: null });
    expect(await keyCount()).toBe(before);
  });

  test("K16: a sign-out that came before the key was made leaves none", async () => {
    const odo = await server.signUp("Odo");
    const begun = await over.approved(odo);
    const before = await keyCount();
    nowMs += HAND_OVER_INTERVAL_SECONDS * 1_000;
    const { sql } = server.database;
    const collecting = await sql.begin(async (tx) => {
      // The program's key waits for this, its approver judged already.
      await tx`select from organizations where id = ${odo.organization_id} for update`;
      const asked = over.askFor(begun);
      while (!(await isAnybodyWaiting()));
      await odo.ask("POST", "auth/sign-out");
      return { asked };
    });
    expect((await collecting.asked).body).toMatchObject({ status: "refused", key: null });
    expect(await keyCount()).toBe(before);
  });

  test("K14, K16: the organization's rules hold as they are when it is collected", async () => {
    const rule = (settings: object) =>
      server.database.db
        .update(organizations)
        .set({ settings })
        .where(eq(organizations.id, anna.organization_id));
    const begun = await over.approved(anna);
    await rule({ api_key_days_max: 30 });
    expect((await collect(begun)).body.code).toBe("expiry_out_of_range");
    await rule({});
    expect((await collect(begun)).body.status).toBe("approved");
  });

  test("K44, K16: an organization that has ended hands over nothing, and is no less gone", async () => {
    const otto = await server.signUp("Otto");
    const begun = await over.approved(otto);
    expect((await otto.ask("DELETE", `organizations/${otto.organization_id}`)).status).toBe(200);
    expect((await collect(begun)).body.status).toBe("refused");
  });
});
