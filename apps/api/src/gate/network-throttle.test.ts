import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Person, startTestServer, type TestKey, type TestServer } from "../testing/test-server.ts";
import { FAILED_KEYS, NetworkThrottle, throttledNetworkOf } from "./network-throttle.ts";

const MINUTE = 60_000;

describe("whom the throttle counts", () => {
  test.each([
    ["192.0.2.7", "192.0.2.7"],
    ["::ffff:192.0.2.7", "192.0.2.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:DB8:1:2::9", "2001:db8:1:2::/64"],
    ["2001:db8::1:0:0:1", "2001:db8:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["unix", "unix"],
  ])("K53: %s counts as %s", (ip, network) => {
    expect(throttledNetworkOf(ip)).toBe(network);
  });

  test("K53: to wait as long as told is enough, and no longer is told than is needed", () => {
    let nowMs = 0;
    const throttle = new NetworkThrottle({ now: () => nowMs, allowed: 2, windowSeconds: 10 });
    const count = (ip = "192.0.2.7") => {
      try {
        throttle.count(ip);
        return 0;
      } catch (error) {
        return (error as { extras: { retry_after: number } }).extras.retry_after;
      }
    };
    expect([count(), count(), count()]).toEqual([0, 0, 10]);
    nowMs += 8_999;
    expect([count(), count("192.0.2.8")]).toEqual([2, 0]);
    nowMs += 1_000;
    expect(count()).toBe(1);
    nowMs += 1;
    expect(count()).toBe(0);
  });

  test("K53: a flood of networks takes a bounded room", () => {
    const throttle = new NetworkThrottle({ now: () => 0, allowed: 1, windowSeconds: 10 });
    const first = "192.0.2.7";
    throttle.count(first);
    for (let network = 0; network < 50_000; network++) throttle.count(`flood ${network}`);
    expect(() => throttle.count(first)).not.toThrow();
    expect(() => throttle.count(first)).toThrow();
  });
});

describe("failed authentication", () => {
  let server: TestServer;
  let anna: Person;
  let key: TestKey;
  let nowMs = Date.parse("2026-01-01T00:00:00Z");

  beforeAll(async () => {
    server = await startTestServer({ now: () => nowMs });
    anna = await server.signUp("Anna");
    key = await anna.key(["bins:read"]);
  });
  afterAll(() => server.close());

  const knock = async (headers: Record<string, string>, path = "bins") =>
    (await server.ask("GET", path, { headers })).body.code;

  /** Ends whatever window there is. */
  const later = () => {
    nowMs += FAILED_KEYS.windowSeconds * 1_000;
  };

  test("K53: after too many failures from a network further failures are 429, and a good key is not", async () => {
    later();
    const dead = await anna.key(["bins:read"]);
    await anna.ask("DELETE", `api-keys/${dead.id}`);
    const stranger = server.deps.keyFormat.mint("live");
    const failures: [Record<string, string>, string, string?][] = [
      [{ authorization: key.key }, "malformed_authorization"],
      [{ "x-api-key": "nonsense" }, "key_malformed"],
      [{ "x-api-key": stranger }, "key_invalid"],
      [{ "x-api-key": dead.key }, "key_revoked"],
      [{}, "key_in_url", `bins?key=${stranger}`],
    ];
    for (let attempt = 0; attempt < FAILED_KEYS.allowed; attempt++) {
      const [headers, code, path] = failures[attempt % failures.length] ?? [{}, ""];
      expect(await knock(headers, path)).toBe(code);
    }
    for (const [headers, , path] of failures) expect(await knock(headers, path)).toBe("auth_throttled");
    expect((await key.ask("GET", "bins")).status).toBe(200);
    const fresh = await anna.key(["bins:read"]);
    expect((await fresh.ask("GET", "bins")).status).toBe(200);
    expect((await anna.ask("GET", "bins")).status).toBe(200);

    nowMs += MINUTE;
    const refused = await server.ask("GET", "bins", { key: stranger });
    expect([refused.status, refused.headers["retry-after"], refused.body.retry_after]).toEqual([
      429,
      "240",
      240,
    ]);
    const viaTrpc = await server.ask("GET", "/trpc/bins.list", { key: stranger });
    expect([viaTrpc.status, viaTrpc.body.error.data.problem.code]).toEqual([429, "auth_throttled"]);
    nowMs += 240_000;
    expect(await knock({ "x-api-key": stranger })).toBe("key_invalid");
  });

  test("K53: who sends nothing, or whose session has ended, is not counted", async () => {
    later();
    const cookie = "stowage_session=abcdefghijklmnopqrstuvwxyz234567abcdefgh";
    for (let attempt = 0; attempt <= FAILED_KEYS.allowed; attempt++) {
      expect(await knock({})).toBe("missing_credentials");
      expect(await knock({ cookie })).toBe("session_expired");
    }
    expect(await knock({ "x-api-key": "nonsense" })).toBe("key_malformed");
  });

  test("K53: refusals of a good key for its rights are not failures of authentication", async () => {
    later();
    for (let attempt = 0; attempt <= FAILED_KEYS.allowed; attempt++)
      expect((await key.ask("GET", "items")).body.code).toBe("insufficient_scope");
    expect(await knock({ "x-api-key": "nonsense" })).toBe("key_malformed");
  });

  test("K4: a guessed key of the right form never reaches Argon2", async () => {
    later();
    const before = server.deps.keys.stats().argon2_runs;
    for (let attempt = 0; attempt < 10; attempt++)
      expect(await knock({ "x-api-key": server.deps.keyFormat.mint("live") })).toBe("key_invalid");
    expect(server.deps.keys.stats().argon2_runs).toBe(before);
  });
});
