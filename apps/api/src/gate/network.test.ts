import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Person, startTestServer, type TestServer } from "../testing/test-server.ts";
import { networksOutside } from "./network.ts";

const HOME = ["192.168.1.0/24", "10.0.0.7/32", "2001:db8:1::/48"];

describe("K26: a key that is bound to networks, behind a proxy that is trusted", () => {
  let server: TestServer;
  let anna: Person;

  beforeAll(async () => {
    server = await startTestServer({ config: { trust_proxy: true } });
    anna = await server.signUp("Anna");
  });
  afterAll(() => server.close());

  const from = (ip: string) => ({ headers: { "x-forwarded-for": ip } });

  test("K26: is let in from them, however the address is written, and from nowhere else", async () => {
    const key = await anna.key(["bins:read"], { allowed_cidrs: HOME });
    for (const ip of [
      "192.168.1.0",
      "192.168.1.255",
      "10.0.0.7",
      "::ffff:192.168.1.9",
      "::ffff:c0a8:0109",
      "0:0:0:0:0:ffff:c0a8:0109",
      "2001:db8:1::1",
      "2001:0db8:0001:ffff::1",
    ])
      expect((await key.ask("GET", "bins", from(ip))).status, ip).toBe(200);
    for (const ip of [
      "192.168.2.0",
      "10.0.0.8",
      "::ffff:10.0.0.8",
      "2001:db8:2::1",
      "::1",
      "unknown",
      "10.0.0",
    ]) {
      const answer = await key.ask("GET", "bins", from(ip));
      expect([answer.status, answer.body.code, answer.body.address], ip).toEqual([403, "ip_not_allowed", ip]);
      expect(answer.body.detail).toContain(ip);
    }
  });

  test("K26: a network of IPv6 lets no IPv4 in, not even the widest, and the other way round", async () => {
    const v6 = await anna.key(["bins:read"], { allowed_cidrs: ["::/0"] });
    const v4 = await anna.key(["bins:read"], { allowed_cidrs: ["0.0.0.0/0"] });
    const mapped = await anna.key(["bins:read"], { allowed_cidrs: ["::ffff:10.0.0.0/104"] });
    const status = async (key: typeof v6, ip: string) => (await key.ask("GET", "bins", from(ip))).status;
    expect([await status(v6, "2001:db8::1"), await status(v6, "203.0.113.1")]).toEqual([200, 403]);
    expect([await status(v4, "203.0.113.1"), await status(v4, "2001:db8::1")]).toEqual([200, 403]);
    expect([await status(mapped, "10.1.2.3"), await status(mapped, "11.1.2.3")]).toEqual([200, 403]);
  });

  test("K26: on tRPC as on REST, for free procedures too, before the budget is touched", async () => {
    const key = await anna.key(["bins:read"], { allowed_cidrs: ["10.0.0.0/8"] });
    const away = from("203.0.113.9");
    const viaTrpc = await key.ask("GET", "/trpc/bins.list", away);
    expect(viaTrpc.body.error.data.problem).toMatchObject({ code: "ip_not_allowed", address: "203.0.113.9" });
    const refused = await key.ask("GET", "rate-limit", away);
    expect(refused.body.code).toBe("ip_not_allowed");
    expect(refused.headers["x-ratelimit-remaining"]).toBeUndefined();
    const home = await key.ask("GET", "rate-limit", from("10.0.0.1"));
    expect(home.body.remaining).toBe(home.body.limit);
  });

  test("K32: changed networks hold from the next request on", async () => {
    const key = await anna.key(["bins:read"], { allowed_cidrs: ["10.0.0.0/8"] });
    const ask = () => key.ask("GET", "bins", from("192.0.2.1"));
    expect((await ask()).status).toBe(403);
    const patch = (allowed_cidrs: string[] | null) =>
      anna.ask("PATCH", `api-keys/${key.id}`, { body: { allowed_cidrs } });
    await patch(["192.0.2.1"]);
    expect((await ask()).status).toBe(200);
    await patch(["10.0.0.0/8"]);
    expect((await ask()).status).toBe(403);
    await patch(null);
    expect((await ask()).status).toBe(200);
  });
});

test("K26: without a trusted proxy, a header that claims another address changes nothing", async () => {
  const server = await startTestServer();
  const anna = await server.signUp("Anna");
  const away = await anna.key(["bins:read"], { allowed_cidrs: ["10.0.0.0/8"] });
  const here = await anna.key(["bins:read"], { allowed_cidrs: ["127.0.0.1"] });
  const headers = { "x-forwarded-for": "10.0.0.1", "x-real-ip": "10.0.0.1", forwarded: "for=10.0.0.1" };
  expect((await away.ask("GET", "bins", { headers })).body).toMatchObject({
    code: "ip_not_allowed",
    address: "127.0.0.1",
  });
  expect((await here.ask("GET", "bins", { headers })).status).toBe(200);
  await server.close();
});

test("networks lie within others only as a whole and of the same family", () => {
  const outside = (cidrs: string[]) => networksOutside(cidrs, HOME);
  expect(outside(["192.168.1.128/25", "10.0.0.7/32", "2001:db8:1:2::/64", "::ffff:192.168.1.7/128"])).toEqual(
    [],
  );
  const wider = ["192.168.0.0/16", "192.168.2.0/24", "10.0.0.6/31", "2001:db8::/32", "::/0", "0.0.0.0/0"];
  expect(outside(wider)).toEqual(wider);
});
