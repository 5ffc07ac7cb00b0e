import { getDefaultResultOrder } from "node:dns";
import { createSealer } from "@stowage/auth/sealing";
import { pino } from "pino";
import { Webhook } from "standardwebhooks";
import { afterEach, describe, expect, test } from "vitest";
import {
  BODY,
  DELIVERY,
  IMPATIENT,
  send,
  sendingWebhooks,
  testSealer,
  webhook,
} from "../testing/sending-webhooks.ts";
import { neverAnswer } from "../testing/webhook-receiver.ts";
import { withNewSecret } from "./stored-webhook.ts";

const { receiver, tcpServer, close } = sendingWebhooks();
afterEach(close);

describe("a webhook", () => {
  test("is posted once as JSON, signed so that the library of Standard Webhooks verifies it", async () => {
    const { origin, received } = await receiver((_request, response) => response.end("Thank you"));
    const { action, secret } = webhook(`${origin}/hook?a=b`, { Authorization: "Bearer of-mine" });
    const sent = await send(action);
    const [post] = received;
    expect(received).toHaveLength(1);
    expect(post).toMatchObject({
      method: "POST",
      path: "/hook?a=b",
      body: BODY,
      headers: {
        host: new URL(origin).host,
        "content-type": "application/json",
        "user-agent": expect.stringMatching(/^Stowage\/\d/),
        authorization: "Bearer of-mine",
        "webhook-id": DELIVERY,
        "content-length": String(Buffer.byteLength(BODY)),
        connection: "close",
      },
    });
    expect(new Webhook(secret).verify(post?.body ?? "", post?.headers ?? {})).toEqual(JSON.parse(BODY));
    expect(() => new Webhook(secret).verify(`${post?.body} `, post?.headers ?? {})).toThrow(
      "No matching signature",
    );
    expect(sent).toMatchObject({
      ok: true,
      response_status: 200,
      response_excerpt: "Thank you",
      response_ms: expect.any(Number),
      error: null,
    });
  });

  test("is shown without what identifies its sender: no value of one's own headers, no signature", async () => {
    const { origin } = await receiver();
    const { action, secret } = webhook(origin, { Authorization: "Bearer of-mine", "X-Room": "kitchen" });
    const sent = await send(action);
    expect(sent.request_headers).toEqual({
      "user-agent": expect.any(String),
      "content-type": "application/json",
      "webhook-id": DELIVERY,
      "webhook-timestamp": expect.stringMatching(/^\d{10}$/),
      "webhook-signature": "…",
      authorization: "…",
      "x-room": "…",
    });
    for (const word of ["of-mine", "kitchen", "v1,", secret])
      expect(JSON.stringify(sent)).not.toContain(word);
  });

  test("is signed with both secrets while a rotated one has its time, and with the new one alone after that", async () => {
    const { origin, received } = await receiver();
    const { action, secret: former } = webhook(origin);
    const start = Date.now();
    const until = new Date(start + 60_000).toISOString();
    const { stored, secret } = withNewSecret({ sealer: testSealer, now: Date.now }, action, until);
    const verifies = (key: string) => {
      const { body, headers } = received.at(-1) ?? { body: "", headers: {} };
      try {
        return new Webhook(key).verify(body, headers) !== undefined;
      } catch {
        return false;
      }
    };
    await send(stored, { now: () => start });
    expect([verifies(secret), verifies(former)]).toEqual([true, true]);
    expect(received[0]?.headers["webhook-signature"]).toMatch(/^v1,\S+ v1,\S+$/);
    await send(stored, { now: () => start + 60_001 });
    expect([verifies(secret), verifies(former)]).toEqual([true, false]);
  });

  test("whose secret or headers cannot be read is not sent", async () => {
    const { origin, received } = await receiver();
    const other = createSealer({ secret: "another secret of the tests, long enough too" });
    expect(await send(origin, { sealer: other })).toMatchObject({ ok: false, error: "secret_unreadable" });
    expect(received).toEqual([]);
  });

  test("K25: of the test environment goes to the hosts that were named, and asks nobody for the address of any other", async () => {
    const { origin, received, port } = await receiver();
    const lookup = async () => {
      throw new Error("asked");
    };
    const inTest = { environment: "test", webhookLookup: lookup } as const;
    for (const test_webhook_hosts of [[], ["127.0.0.1:1"], ["example.org"], [`127.0.0.1:${port}0`]])
      expect(await send(origin, { ...inTest, test_webhook_hosts })).toMatchObject({
        error: "not_allowed_in_test",
        response_ms: null,
      });
    expect(await send("http://name.example/", inTest)).toMatchObject({ error: "not_allowed_in_test" });
    expect(received).toEqual([]);
    for (const host of [`127.0.0.1:${port}`, "127.0.0.1"])
      expect(await send(origin, { ...inTest, test_webhook_hosts: [host] })).toMatchObject({ ok: true });
    const named = { ...inTest, test_webhook_hosts: ["name.example:443"] };
    expect(await send("https://name.example/", named)).toMatchObject({ error: "dns_failed" });
    expect(await send("http://name.example/", named)).toMatchObject({ error: "not_allowed_in_test" });
  });
});

describe("the address of a webhook", () => {
  const to = (...addresses: string[]) =>
    addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));

  test("is looked up once and pinned: what the name says a moment later changes nothing", async () => {
    const { port, received } = await receiver();
    const elsewhere = await receiver();
    const answers = [to("127.0.0.1"), to("127.0.0.2"), to("169.254.169.254")];
    let asked = 0;
    const sent = await send(`http://rebinding.example:${port}/`, {
      webhookLookup: async () => answers[asked++] ?? [],
    });
    expect(sent).toMatchObject({ ok: true });
    expect(asked).toBe(1);
    expect(received[0]?.headers.host).toBe(`rebinding.example:${port}`);
    expect(elsewhere.received).toEqual([]);
  });

  test("is refused when one of several is, and nothing is connected to", async () => {
    const { port, received } = await receiver();
    for (const bad of ["169.254.169.254", "0.0.0.0", "::ffff:169.254.169.254"])
      expect(
        await send(`http://several.example:${port}/`, { webhookLookup: async () => to("127.0.0.1", bad) }),
      ).toMatchObject({ ok: false, error: "address_refused" });
    expect(received).toEqual([]);
  });

  test("is refused on this machine unless the setting opens it", async () => {
    const { origin, port, received } = await receiver();
    for (const url of [
      origin,
      `http://127.1:${port}`,
      `http://[::ffff:127.0.0.1]:${port}`,
      `http://localhost:${port}`,
    ])
      expect(await send(url, { loopback: false })).toMatchObject({ error: "address_refused" });
    expect(received).toEqual([]);
  });

  test("may be the second of two, when the first one is dead", async () => {
    const { port } = await receiver();
    const webhookLookup = async () => to("::1", "127.0.0.1"); // the receiver listens on IPv4 alone
    expect(getDefaultResultOrder()).toBe("verbatim");
    expect(await send(`http://both.example:${port}/`, { webhookLookup })).toMatchObject({ ok: true });
  });

  test("that nobody knows fails alone, and one that is not told in time too", async () => {
    const unknown = async () => {
      throw Object.assign(new Error("no such name"), { code: "ENOTFOUND" });
    };
    expect(await send("http://nobody.invalid/", { webhookLookup: unknown })).toMatchObject({
      error: "dns_failed",
    });
    const silent = () => new Promise<never>(() => {});
    expect(await send("http://name.example/", { webhookLookup: silent, ...IMPATIENT })).toMatchObject({
      error: "timeout",
    });
  });
});

test("whoever is told to stop stops, and does not blame the receiver", async () => {
  const hanging = await receiver(neverAnswer);
  const stop = new AbortController();
  const sending = send(hanging.origin, { signal: stop.signal });
  await expect.poll(() => hanging.received.length).toBe(1);
  stop.abort(new Error("we stop"));
  await expect(sending).rejects.toThrow("we stop");
  await expect.poll(hanging.open).toBe(0);
});

test("nothing is sent on a connection that was used before", async () => {
  const ports: (number | undefined)[] = [];
  const { origin } = await receiver((request, response) => {
    ports.push(request.socket.remotePort);
    response.writeHead(204).end();
  });
  await send(origin);
  await send(origin);
  expect(new Set(ports).size).toBe(2);
});

test("the log learns that a webhook failed, and nothing of what was sent", async () => {
  const lines: string[] = [];
  const log = pino({ level: "trace" }, { write: (line: string) => lines.push(line) });
  const { port } = await tcpServer((socket) => socket.once("data", () => socket.destroy()));
  const { action, secret } = webhook(`http://127.0.0.1:${port}/a-path`, { Authorization: "Bearer of-mine" });
  await send(action, { log });
  expect(lines.join("")).toContain("connection_failed");
  for (const word of ["of-mine", "a-path", "Grüße", secret]) expect(lines.join("")).not.toContain(word);
});
