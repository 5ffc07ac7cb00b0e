import { afterAll, expect, test } from "vitest";
import { addMember } from "../../testing/add-member.ts";
import { toolCall } from "../../testing/mcp-client.ts";
import type { Person, TestKey } from "../../testing/test-server.ts";
import { refusal, startTriggering } from "../../testing/triggering.ts";

const URL_WHOLE = "https://hooks.example:8443/services/T0/a%20token?room=kitchen";
const URL_CUT = "https://hooks.example:8443/…";
/** What is in no answer to those who may not change a trigger. */
const SECRET = /services|token|kitchen/;

const { server, anna, key, make, change, storeDelivery } = await startTriggering();
afterAll(() => server.close());

const trigger = await make({ actions: [{ type: "webhook", url: URL_WHOLE }] });
const delivery_id = await storeDelivery(trigger.id, {
  response_status: 404,
  response_excerpt: "Cannot POST /services/T0/a%20token?room=kitchen, so /services/T0/a token is nowhere",
});
const PATHS = [
  "triggers",
  `triggers/${trigger.id}`,
  `triggers/${trigger.id}/deliveries`,
  `deliveries/${delivery_id}`,
];
const everywhere = async (who: Pick<TestKey, "ask">) =>
  (await Promise.all(PATHS.map((path) => who.ask("GET", path)))).map(({ text }) => text);

test("who may change triggers sees where they post to, whole", async () => {
  const writer = await anna.key(["triggers:read", "triggers:write"]);
  for (const who of [anna, key, writer])
    for (const text of await everywhere(who)) expect(text).toContain(URL_WHOLE);
});

test("to members, viewers and keys that only read, an address ends after its origin", async () => {
  const [mia, vic] = [
    await addMember(server, anna, "Mia", "member"),
    await addMember(server, anna, "Vic", "viewer"),
  ];
  const readers: Pick<TestKey, "ask">[] = [
    mia,
    vic,
    await anna.key(["triggers:read"]),
    await mia.key(["triggers:read", "events:read"]),
  ];
  for (const who of readers)
    for (const text of await everywhere(who)) {
      expect(text).toContain(`"url":"${URL_CUT}"`);
      expect(text).not.toMatch(SECRET);
    }
  const [, , , seen] = await everywhere(mia);
  expect(JSON.parse(seen ?? "").response_excerpt).toBe("Cannot POST /…, so /… is nowhere");
});

test("a key that may write has no more to see than the one whom it acts as may do by now", async () => {
  const ada: Person = await addMember(server, anna, "Ada", "admin");
  const hers = await ada.key(["triggers:read", "triggers:write"]);
  expect((await everywhere(hers)).join()).toMatch(SECRET);
  expect((await anna.ask("PATCH", `users/${ada.user_id}`, { body: { role: "member" } })).status).toBe(200);
  for (const who of [hers, ada]) expect((await everywhere(who)).join()).not.toMatch(SECRET);
});

test("assistants are told no more than the key's other callers", async () => {
  const reader = await anna.key(["triggers:read"]);
  for (const [tool, input] of [
    ["triggers_list", {}],
    ["triggers_get", { id: trigger.id }],
    ["triggers_deliveries", { id: trigger.id }],
    ["deliveries_get", { id: delivery_id }],
  ] as const) {
    const headers = { accept: "application/json, text/event-stream" };
    const { text } = await reader.ask("POST", "/mcp", { body: toolCall(tool, input), headers });
    expect(text).toContain(URL_CUT);
    expect(text).not.toMatch(SECRET);
  }
});

test("an address that was read cut is not written back over the whole one", async () => {
  const [{ id }] = trigger.actions;
  const actions = [{ id, type: "webhook", url: URL_CUT }];
  expect(refusal(await change(trigger.id, { actions }))).toEqual([
    422,
    "validation_failed",
    "/actions/0/url",
  ]);
  expect((await everywhere(key)).join()).toContain(URL_WHOLE);
});
