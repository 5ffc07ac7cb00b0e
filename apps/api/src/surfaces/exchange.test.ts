import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, startTestServer, type TestServer } from "../testing/test-server.ts";

let server: TestServer;
let anna: Person;
beforeAll(async () => {
  server = await startTestServer({ config: { trust_proxy: true } });
  anna = await server.signUp("Anna");
});
afterAll(() => server.close());

/** Text that no compression makes short enough for an index. */
const long = randomBytes(4_500).toString("hex");

test.each([
  ["long", long],
  ["short", "nowhere"],
  ["an address with a long zone", `fe80::1%${"z".repeat(9_000)}`],
])(
  "K36: what a caller makes up for an address behind a trusted proxy is cut short and stops no counting (%s)",
  async (_, text) => {
    const key = await anna.key(["bins:read"]);
    expect((await key.ask("GET", "bins", { headers: { "x-forwarded-for": text } })).status).toBe(200);
    await server.deps.meter.flush();
    const { body } = await anna.ask("GET", `api-keys/${key.id}`);
    expect([body.usage.requests_today, body.last_used_ip]).toEqual([1, text.slice(0, 64)]);
  },
);

test("K26: and lets no key in that is bound to networks", async () => {
  const key = await anna.key(["bins:read"], { allowed_cidrs: ["0.0.0.0/0", "::/0"] });
  const from = (address: string) => key.ask("GET", "bins", { headers: { "x-forwarded-for": address } });
  expect((await from("nowhere")).body.code).toBe("ip_not_allowed");
  expect((await from("203.0.113.7")).status).toBe(200);
});

test("K36: what a program writes of itself steers no terminal and turns no line around in a key's log", async () => {
  const key = await anna.key(["bins:read"]);
  const headers = { "user-agent": "curl\u009b2J\u009d0;title\u0085 \u00ad8\t(x)" };
  expect((await key.ask("GET", "bins", { headers })).status).toBe(200);
  await server.deps.meter.flush();
  const { body } = await anna.ask("GET", `api-keys/${key.id}/events`);
  expect(body.data.map((entry: { user_agent: string }) => entry.user_agent)).toContain("curl2J0;title 8 (x)");
});
