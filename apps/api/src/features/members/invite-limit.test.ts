import { INVITATION_MAILS_A_DAY_MAX } from "@stowage/contract/limits";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, startTestServer, type TestServer } from "../../testing/test-server.ts";

let server: TestServer;
let anna: Person;
let nowMs = Date.now();
beforeAll(async () => {
  server = await startTestServer({ now: () => nowMs });
  anna = await server.signUp("Anna");
});
afterAll(() => server.close());

const inviteByAddress = (who: number) =>
  anna.ask("POST", "users", { body: { email: `guest-${who}@example.org` } });

test("K14: an organization sends no more than so many invitations a day, taken back or not; a link still works", async () => {
  const first = await inviteByAddress(0);
  for (let who = 1; who < INVITATION_MAILS_A_DAY_MAX; who++)
    expect((await inviteByAddress(who)).status).toBe(201);
  await anna.ask("DELETE", `invitations/${first.body.id}`);
  const refused = await inviteByAddress(1_000);
  expect([refused.status, refused.body.code]).toEqual([422, "limit_reached"]);
  expect((await anna.ask("POST", "users", { body: { max_uses: 5 } })).status).toBe(201);
  nowMs += 24 * 60 * 60_000 + 1;
  expect((await inviteByAddress(1_001)).status).toBe(201);
});
