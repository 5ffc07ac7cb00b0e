import {
  NOTIFICATION_PREFERENCES_DEFAULT,
  type UpdateNotificationPreferences,
} from "@stowage/contract/notification-preferences";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addMember } from "../../testing/add-member.ts";
import { type Person, startTestServer, TEST_PASSWORD, type TestServer } from "../../testing/test-server.ts";

const DEFAULTS = { ...NOTIFICATION_PREFERENCES_DEFAULT, mail_available: false };

let server: TestServer;
let anna: Person;
let bert: Person;

beforeAll(async () => {
  server = await startTestServer();
  anna = await server.signUp("Anna");
  bert = await addMember(server, anna, "Bert", "viewer");
});
afterAll(() => server.close());

const of = async ({ ask }: Pick<Person, "ask">) => (await ask("GET", "notifications/preferences")).body;
const change = ({ ask }: Pick<Person, "ask">, body: UpdateNotificationPreferences) =>
  ask("PATCH", "notifications/preferences", { body });

test("without a choice the defaults hold, and what is changed is merged, for oneself in one organization", async () => {
  expect(await of(bert)).toEqual(DEFAULTS);
  expect((await change(bert, { kinds: { low_stock: { mail: true } }, digest_hour: 18 })).status).toBe(200);
  const changed = await change(bert, { kinds: { tasks: { app: false } }, digest: "daily" });
  expect(changed.body).toEqual({
    kinds: {
      ...DEFAULTS.kinds,
      low_stock: { app: true, mail: true },
      tasks: { app: false, mail: false },
    },
    digest: "daily",
    digest_hour: 18,
    mail_available: false,
  });
  expect(await of(bert)).toEqual(changed.body);
  expect((await change(bert, {})).body).toEqual(changed.body);
  expect(await of(anna)).toEqual(DEFAULTS);

  const shed = await bert.ask("POST", "organizations", { body: { name: "Shed" } });
  const headers = { "x-organization-id": shed.body.id };
  expect((await bert.ask("GET", "notifications/preferences", { headers })).body).toEqual(DEFAULTS);
});

test("changes at the same time all hold, the first one too", async () => {
  const cara = await addMember(server, anna, "Cara", "member");
  const kinds = ["low_stock", "expiring", "tasks"] as const;
  const changeAll = async (mail: boolean) => {
    const answers = await Promise.all(kinds.map((kind) => change(cara, { kinds: { [kind]: { mail } } })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const kept = await of(cara);
    expect(kinds.map((kind) => kept.kinds[kind].mail)).toEqual([mail, mail, mail]);
  };
  for (const mail of [true, false, true]) await changeAll(mail);
});

test("a key reads its subject's with events:read, and changes none whatever its scopes", async () => {
  const key = await anna.key(["admin:*"]);
  expect(await of(key)).toEqual(DEFAULTS);
  const changed = await change(key, { kinds: { api_keys: { app: false, mail: false } } });
  expect([changed.status, changed.body.code]).toEqual([403, "session_required"]);
  expect(await of(anna)).toEqual(DEFAULTS);
});

test("who is in no organization has none to change", async () => {
  const dora = await addMember(server, anna, "Dora", "member");
  await anna.ask("DELETE", `users/${dora.user_id}`);
  const signedIn = await server.ask("POST", "auth/sign-in", {
    body: { email: dora.email, password: TEST_PASSWORD },
  });
  const cookie = String(signedIn.headers["set-cookie"]).split(";")[0] ?? "";
  const body = { digest: "daily" };
  const changed = await server.ask("PATCH", "notifications/preferences", { cookie, body });
  expect(changed.status).toBe(403);
});

test("whoever is deleted leaves no preferences behind", async () => {
  const eva = await addMember(server, anna, "Eva", "member");
  await change(eva, { digest: "daily" });
  expect((await eva.ask("DELETE", "auth/account")).status).toBe(200);
  expect(
    await server.database.sql`select 1 from notification_preferences where user_id = ${eva.user_id}`,
  ).toEqual([]);
});

test("an unknown kind, channel or hour is refused by name", async () => {
  const send = async (body: object) =>
    (await bert.ask("PATCH", "notifications/preferences", { body })).status;
  expect(await send({ kinds: { weather: { app: true } } })).toBe(422);
  expect(await send({ kinds: { tasks: { fax: true } } })).toBe(422);
  expect(await send({ digest_hour: 24 })).toBe(422);
});
