import { type DeviceSignInOptions, deviceSignIn, type ShownCode } from "@stowage/cli/device-sign-in";
import { HAND_OVER_MINUTES } from "@stowage/contract/hand-overs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Person, startTestServer, type TestServer } from "../testing/test-server.ts";

let server: TestServer;
let anna: Person;
let baseUrl: string;
let nowMs = Date.now();

beforeAll(async () => {
  server = await startTestServer({ now: () => nowMs });
  anna = await server.signUp("Anna");
  baseUrl = await server.listen();
});
afterAll(() => server.close());

const decide = (verb: "approve" | "refuse", { user_code }: ShownCode, more: object = {}) =>
  anna.ask("POST", `hand-overs/${verb}`, { body: { user_code, ...more } });
const approve = (shown: ShownCode) =>
  decide("approve", shown, { scopes: ["bins:read"], environment: "live" });

/** The clock is the server's, and moves as the program waits. */
function signIn(options: Partial<DeviceSignInOptions> = {}) {
  return deviceSignIn({
    baseUrl,
    clientName: "Tests",
    scopes: ["bins:read"],
    fetch: globalThis.fetch,
    wait: async (seconds, signal) => {
      signal.throwIfAborted();
      nowMs += seconds * 1_000;
    },
    onCode: async (shown) => {
      expect((await approve(shown)).status).toBe(200);
    },
    signal: new AbortController().signal,
    ...options,
  });
}

/** What a program is answered that asks the server itself, but for what `instead` says. */
const fetchBut =
  (instead: (path: string) => Response | Error | null): typeof globalThis.fetch =>
  async (input, init) => {
    const answer = instead(new URL(String(input)).pathname.replace("/api/v1", ""));
    if (answer instanceof Error) throw answer;
    return answer ?? fetch(input, init);
  };

const TOO_OFTEN = { code: "rate_limited", status: 429, detail: "Wait 9 s.", retry_after: 9 };

describe("K16: the command line's hand-over", () => {
  test("K16: shows a code, waits for the person, and has a key that works", async () => {
    const waits: number[] = [];
    let shown: ShownCode | null = null;
    const { key, apiKey } = await signIn({
      onCode: (code) => {
        shown = code;
      },
      wait: async (seconds) => {
        waits.push(seconds);
        nowMs += seconds * 1_000;
        if (waits.length === 3 && shown) await approve(shown);
      },
    });
    expect(waits).toEqual([5, 5, 5]);
    expect(shown).toMatchObject({ verification_uri: expect.stringMatching(/\/device$/) });
    expect(apiKey).toMatchObject({ name: "Tests", scopes: ["bins:read"] });
    expect((await server.ask("GET", "bins", { key })).status).toBe(200);
  });

  test("K16: refused and expired end it with what to do", async () => {
    const refused = signIn({ onCode: async (shown) => void (await decide("refuse", shown)) });
    await expect(refused).rejects.toMatchObject({ code: "refused" });
    const late = signIn({
      onCode: () => {
        nowMs += HAND_OVER_MINUTES * 60_000;
      },
    });
    await expect(late).rejects.toMatchObject({ code: "expired", remedy: expect.stringContaining("again") });
  });

  test("K16: told that it asks too often, it waits as long as it is told", async () => {
    const waits: number[] = [];
    const { apiKey } = await signIn({
      wait: async (seconds) => {
        waits.push(seconds);
        nowMs += seconds * 1_000;
      },
      fetch: fetchBut((path) =>
        path === "/hand-overs/collect" && waits.length === 1
          ? Response.json(TOO_OFTEN, { status: 429, headers: { "retry-after": "9" } })
          : null,
      ),
    });
    expect(waits).toEqual([5, 9]);
    expect(apiKey.name).toBe("Tests");
  });

  test("K16: a server that is away for a while is asked again, and one that stays away is given up", async () => {
    let asked = 0;
    const away = (times: number) =>
      fetchBut((path) =>
        path === "/hand-overs/collect" && ++asked <= times ? new TypeError("fetch failed") : null,
      );
    expect((await signIn({ fetch: away(3) })).apiKey.name).toBe("Tests");
    asked = 0;
    await expect(signIn({ fetch: away(Number.POSITIVE_INFINITY) })).rejects.toMatchObject({
      code: "connection_failed",
    });
  });

  test("K16: an interruption ends it, and nobody is asked any more", async () => {
    const stop = new AbortController();
    const paths: string[] = [];
    const interrupted = signIn({
      signal: stop.signal,
      onCode: () => stop.abort(new Error("interrupted")),
      fetch: fetchBut((path) => {
        paths.push(path);
        return null;
      }),
    });
    await expect(interrupted).rejects.toThrow("interrupted");
    expect(paths).toEqual(["/hand-overs"]);
  });

  test("K16: it asks no key of a public address without encryption", async () => {
    const fetch = fetchBut(() => new Error("must not be asked"));
    await expect(signIn({ baseUrl: "http://stowage.example.org", fetch })).rejects.toMatchObject({
      code: "insecure_http",
    });
  });

  test.each([
    ["a code that moves the cursor", { user_code: "\u001b[2JABCD-EFGH" }],
    ["an address that is a command", { verification_uri_complete: "file:///etc/passwd" }],
    ["an address with a control character", { verification_uri: "https://a.example/\u001b]0;x" }],
    ["no pause between questions", { interval_seconds: 0 }],
  ])("K16: %s is shown to nobody", async (_what, change) => {
    const begun = {
      device_code: "a".repeat(52),
      user_code: "BCDF-GHJK",
      verification_uri: `${baseUrl}/device`,
      verification_uri_complete: `${baseUrl}/device?code=BCDF-GHJK`,
      expires_at: new Date(nowMs).toISOString(),
      interval_seconds: 5,
    };
    let isShown = false;
    const answer = signIn({
      onCode: () => {
        isShown = true;
      },
      fetch: fetchBut(() => Response.json({ ...begun, ...change })),
    });
    await expect(answer).rejects.toMatchObject({ code: "unexpected_answer" });
    expect(isShown).toBe(false);
  });
});
