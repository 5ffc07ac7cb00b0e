import type { RequestListener } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { IMPATIENT, send, sendingWebhooks } from "../testing/sending-webhooks.ts";
import { neverAnswer } from "../testing/webhook-receiver.ts";

const { receiver, tcpServer, close } = sendingWebhooks();
afterEach(close);

describe("a receiver", () => {
  test.each([301, 302, 303, 307, 308])("that redirects with %i is not followed", async (status) => {
    const target = await receiver();
    const { origin } = await receiver((_request, response) =>
      response.writeHead(status, { location: target.origin }).end(),
    );
    expect(await send(origin)).toMatchObject({ ok: false, response_status: status, error: "redirect" });
    expect(target.received).toEqual([]);
  });

  test("has taken a post with any 2xx, and with nothing else", async () => {
    let status = 200;
    const { origin } = await receiver((_request, response) => response.writeHead(status).end());
    for (status of [200, 201, 202, 204, 299])
      expect(await send(origin)).toMatchObject({ ok: true, error: null });
    for (status of [400, 404, 410, 429, 500, 503])
      expect(await send(origin)).toMatchObject({ ok: false, response_status: status, error: "http_status" });
  });

  test("that says nothing costs one timeout", async () => {
    const { origin } = await receiver(neverAnswer);
    expect(await send(origin, IMPATIENT)).toMatchObject({
      ok: false,
      response_status: null,
      error: "timeout",
      response_ms: expect.any(Number),
    });
  });

  test("whose body never ends is cut off, with what it said counting", async () => {
    let isCut = false;
    const flood: RequestListener = (_request, response) => {
      response.writeHead(200, { "content-type": "text/plain" });
      response.on("close", () => {
        isCut = true;
      });
      const pour = () => {
        while (!response.destroyed && response.write("x".repeat(10_000)));
        if (!response.destroyed) response.once("drain", pour);
      };
      pour();
    };
    const sent = await send((await receiver(flood)).origin, { webhookTimeoutMs: 600_000 });
    expect(sent).toMatchObject({ ok: true, response_excerpt: "x".repeat(2_000) });
    await expect.poll(() => isCut).toBe(true);
    const { origin } = await receiver(
      (_request, response) => void response.writeHead(500).write("half of it"),
    );
    expect(await send(origin, IMPATIENT)).toMatchObject({
      error: "http_status",
      response_status: 500,
      response_excerpt: "half of it",
    });
  });

  test("whose headers are too many, or that speaks no HTTP, has given a bad answer", async () => {
    const { origin } = await receiver((_request, response) =>
      response.writeHead(200, { "x-much": "x".repeat(20_000) }).end(),
    );
    expect(await send(origin)).toMatchObject({ ok: false, error: "bad_response", response_status: null });
    const { port } = await tcpServer((socket) => socket.end("SSH-2.0-OpenSSH_9.2\r\n"));
    expect(await send(`http://127.0.0.1:${port}/`)).toMatchObject({ ok: false, error: "bad_response" });
  });

  test("that is not there, or hangs up, is told apart", async () => {
    const gone = await receiver();
    await gone.close();
    expect(await send(gone.origin)).toMatchObject({ error: "connection_refused" });
    const { port } = await tcpServer((socket) => socket.once("data", () => socket.destroy()));
    expect(await send(`http://127.0.0.1:${port}/`)).toMatchObject({ error: "connection_failed" });
  });

  test("with TLS is asked for by its name, at the address that was judged", async () => {
    let hello: Buffer = Buffer.alloc(0);
    const { port } = await tcpServer((socket) => {
      socket.once("data", (chunk: Buffer) => {
        hello = chunk;
        socket.end("not TLS");
      });
    });
    const webhookLookup = async () => [{ address: "127.0.0.1", family: 4 }];
    const sent = await send(`https://receiver.example:${port}/`, { webhookLookup });
    expect(sent).toMatchObject({ ok: false, error: "tls_failed" });
    expect(hello.includes("receiver.example")).toBe(true);
  });

  test("may ask to be left alone for a while, in seconds or until a date", async () => {
    const now = Date.parse("2026-01-01T00:00:00.000Z");
    const asking = async (status: number, value: string) => {
      const { origin } = await receiver((_request, response) =>
        response.writeHead(status, { "retry-after": value }).end(),
      );
      return (await send(origin, { now: () => now })).retry_after_ms;
    };
    expect(await asking(429, "120")).toBe(120_000);
    expect(await asking(503, "Thu, 01 Jan 2026 01:00:00 GMT")).toBe(3_600_000);
    expect(await asking(503, "99999999")).toBe(43_200_000);
    expect(await asking(503, "soon")).toBeNull();
    expect(await asking(503, "Thu, 01 Jan 2015 01:00:00 GMT")).toBe(0);
    expect(await asking(500, "120")).toBeNull();
  });
});

describe("the excerpt of an answer", () => {
  const excerptOf = async (headers: Record<string, string>, body: string | Buffer) => {
    const { origin } = await receiver((_request, response) => response.writeHead(200, headers).end(body));
    return (await send(origin)).response_excerpt;
  };

  test("is text without controls and marks, cut between characters", async () => {
    expect(await excerptOf({}, "a\u0000b\u001b[31m\r\n\tc\u202e\u200bd")).toBe("ab[31m\n\tcd");
    expect(await excerptOf({ "content-type": "application/json" }, '{"a":1}')).toBe('{"a":1}');
    expect(await excerptOf({}, "🥫".repeat(3_000))).toBe("🥫".repeat(2_000));
  });

  test("is read by its charset, and what is no character of it is marked", async () => {
    const latin = Buffer.from("Gr\xfc\xdfe", "latin1");
    expect(await excerptOf({ "content-type": "text/plain; charset=iso-8859-1" }, latin)).toBe("Grüße");
    expect(await excerptOf({ "content-type": "text/plain; charset=klingon" }, "Grüße")).toBe("Grüße");
    expect(await excerptOf({ "content-type": "text/plain" }, latin)).toBe("Gr\ufffd\ufffde");
  });

  test("is none where there is no text", async () => {
    expect(await excerptOf({ "content-type": "image/png" }, Buffer.from([137, 80, 78, 71]))).toBeNull();
    expect(await excerptOf({ "content-type": "text/plain", "content-encoding": "gzip" }, "?")).toBeNull();
    expect(await excerptOf({ "content-type": "text/plain" }, "")).toBe("");
  });
});
