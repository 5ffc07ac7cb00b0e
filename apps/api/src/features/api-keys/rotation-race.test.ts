import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, startTestServer, type TestServer } from "../../testing/test-server.ts";

let here: TestServer;
let there: TestServer;
let anna: Person;

beforeAll(async () => {
  here = await startTestServer();
  there = await startTestServer({ database: here.database });
  anna = await here.signUp("Anna");
});
afterAll(async () => {
  await there.close();
  await here.close();
});

test.each([
  ["without a grace", {}],
  ["with a grace", { grace_seconds: 60 }],
  ["on first use", { activate: "first_use" }],
])(
  "K42: of 100 rotations at once on two servers, %s, one wins and the rest are told",
  async (_name, body) => {
    const key = await anna.key(["bins:read"]);
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, at) =>
        (at % 2 ? here : there).ask("POST", `api-keys/${key.id}/rotate`, { cookie: anna.cookie, body }),
      ),
    );
    const won = answers.filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    const lost = answers.filter(
      ({ status, body: { code } }) => status === 409 && code === "rotation_in_progress",
    );
    expect(lost).toHaveLength(99);
    for (const server of [here, there])
      expect((await server.ask("GET", "bins", { key: won[0]?.body.key })).status).toBe(200);
  },
);

test("K42: rotations one after the other are no race, each ends the secret before it", async () => {
  const key = await anna.key(["bins:read"]);
  const secrets = [key.key];
  for (const server of [here, there, here]) {
    const answer = await server.ask("POST", `api-keys/${key.id}/rotate`, { cookie: anna.cookie });
    expect(answer.status, answer.text).toBe(200);
    secrets.push(answer.body.key);
  }
  const last = secrets.pop() ?? "";
  expect((await here.ask("GET", "bins", { key: last })).status).toBe(200);
  for (const old of secrets)
    expect((await here.ask("GET", "bins", { key: old })).body.code).toBe("key_rotated");
});
