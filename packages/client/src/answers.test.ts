import { inspect } from "node:util";
import { expect, test } from "vitest";
import { ConnectionError, StowageError, TimeoutError, UnexpectedAnswerError } from "./errors.ts";
import { Stowage } from "./stowage.ts";
import { clientAnswered, json, KEY, problem } from "./testing/answering.ts";

const failing = async (call: PromiseLike<unknown>): Promise<StowageError> => {
  try {
    await call;
  } catch (error) {
    if (error instanceof StowageError) return error;
    throw error;
  }
  throw new Error("it succeeded");
};

test("a refusal is an error with the server's code, words, fields and request", async () => {
  const body = {
    ...(await problem(422, "validation_failed").json()),
    errors: [{ location: "body", pointer: "/name", code: "too_small", message: "Too short." }],
  };
  const { stowage } = clientAnswered([json(body, 422)]);
  const error = await failing(stowage.bins.create({ name: "" }));
  expect(error).toMatchObject({
    status: 422,
    code: "validation_failed",
    request_id: "req12345",
    problem: body,
  });
  expect(error.message).toBe(body.detail);
  expect(error.errors).toEqual(body.errors);
});

test.each([502, 401, 404])(
  "a proxy's page with %d is told from an answer of Stowage, and not repeated in words",
  async (status) => {
    const page = new Response(`<h1>No.</h1><pre>authorization: Bearer ${KEY}</pre>`, {
      status,
      headers: { "content-type": "text/html; charset=utf-8" },
    });
    const error = await failing(clientAnswered([page], { maxRetries: 0 }).stowage.bins.list());
    expect(error).toBeInstanceOf(UnexpectedAnswerError);
    expect(error).toMatchObject({ status, code: "unexpected_answer", problem: null });
    expect(error.message).toContain("text/html");
    expect(inspect(error)).not.toContain(KEY);
  },
);

test("a page where JSON should be is no success", async () => {
  const page = new Response("<h1>Sign in to the hotel</h1>", { headers: { "content-type": "text/html" } });
  const error = await failing(clientAnswered([page]).stowage.bins.list());
  expect(error).toMatchObject({ code: "unexpected_answer", status: 200 });
});

test.each([
  ["../../.bashrc", "bashrc"],
  ["..\\\\..\\\\passwd", "passwd"],
  ["C:evil.exe", "C_evil.exe"],
  ["a.txt:stream", "a.txt_stream"],
  ["a\tb\x7f.csv", "a_b_.csv"],
  ["CON", null],
  ["nul.txt", null],
  ["..", null],
  ["folder/", null],
  ["labels.pdf. .", "labels.pdf"],
  [`${"x".repeat(300)}.csv`, `${"x".repeat(196)}.csv`],
  ["stowage-items-2026-01-02.csv", "stowage-items-2026-01-02.csv"],
])("a file that the server calls %j is called %j", async (named, harmless) => {
  const headers = { "content-disposition": `attachment; filename="${named}"` };
  const { stowage } = clientAnswered([new Response("a", { headers })]);
  expect((await stowage.exports.download()).filename).toBe(harmless);
});

test("a redirect is not followed, so the key goes nowhere else", async () => {
  const elsewhere = new Response(null, { status: 307, headers: { location: "https://evil.example" } });
  const modes: unknown[] = [];
  const { stowage, asked } = clientAnswered([
    async (init) => {
      modes.push(init.redirect);
      return elsewhere;
    },
  ]);
  expect(await failing(stowage.bins.list())).toMatchObject({ code: "unexpected_answer", status: 307 });
  expect([modes, asked.length]).toEqual([["manual"], 1]);
});

test("the key is in nothing that can be printed: the client, its errors, their causes", async () => {
  const { stowage } = clientAnswered([new TypeError("fetch failed")], { maxRetries: 0 });
  const error = await failing(stowage.bins.list());
  expect(error).toBeInstanceOf(ConnectionError);
  for (const one of [stowage, stowage.bins, stowage.bins.list(), error]) {
    expect(inspect(one, { depth: 20, showHidden: true })).not.toContain(KEY);
    expect(JSON.stringify(one)).not.toContain(KEY);
    expect(String(one)).not.toContain(KEY);
  }
});

test("a key that no header can hold is refused without being repeated", () => {
  const keys = [`${KEY}\nX-Other: 1`, `${KEY} ${KEY}`, `${KEY}é`];
  for (const apiKey of keys) {
    const making = () => new Stowage({ apiKey, baseUrl: "https://a.example" });
    expect(making).toThrow(TypeError);
    expect(making).not.toThrow(KEY);
  }
});

test("a key from a file keeps no line break, and a missing one is told at once", async () => {
  const { stowage, asked } = clientAnswered([json({})], { apiKey: `${KEY}\n` });
  await stowage.whoami.get();
  expect(asked[0]?.headers.get("authorization")).toBe(`Bearer ${KEY}`);
  // As from JavaScript, where nobody checks types.
  for (const apiKey of ["", "  ", undefined as unknown as string])
    expect(() => new Stowage({ apiKey, baseUrl: "https://a.example" })).toThrow("apiKey is missing");
});

test("headers of one's own travel along, and never take the key's place", async () => {
  const { stowage, asked } = clientAnswered([json({})], { headers: { "X-Team": "a", "X-Night": "b" } });
  await stowage.whoami.get({ headers: { "x-night": "c", authorization: "Bearer other" } });
  expect(Object.fromEntries(asked[0]?.headers ?? [])).toMatchObject({
    "x-team": "a",
    "x-night": "c",
    authorization: `Bearer ${KEY}`,
  });
});

test("a try that takes too long ends, also in the middle of its answer", async () => {
  const silent = (init: RequestInit) =>
    new Promise<Response>((_, reject) => {
      init.signal?.addEventListener("abort", () => reject(init.signal?.reason));
    });
  const half = async (init: RequestInit) => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"data": ['));
        init.signal?.addEventListener("abort", () => controller.error(init.signal?.reason));
      },
    });
    return new Response(body);
  };
  for (const act of [silent, half]) {
    const { stowage, asked } = clientAnswered([act], { timeoutMs: 5, maxRetries: 1 });
    expect(await failing(stowage.bins.list())).toBeInstanceOf(TimeoutError);
    expect(asked).toHaveLength(2);
  }
});

test("a signal ends a request with its own reason, and a call that was ended before asks nothing", async () => {
  const controller = new AbortController();
  const reason = new Error("the tab was closed");
  const aborting = async () => {
    controller.abort(reason);
    throw new DOMException("aborted", "AbortError");
  };
  const { stowage, asked } = clientAnswered([aborting], { maxRetries: 0 });
  const options = { signal: controller.signal };
  await expect(stowage.bins.get("bin_1", {}, options)).rejects.toBe(reason);
  await expect(stowage.bins.get("bin_1", {}, options)).rejects.toBe(reason);
  expect(asked).toHaveLength(1);
});

test("a version as ifMatch is written as the ETag that it is, and an ETag as it is", async () => {
  const { stowage, asked } = clientAnswered([json({})]);
  await stowage.bins.update("bin_1", { name: "Box" }, { ifMatch: 3 });
  await stowage.bins.update("bin_1", { name: "Box" }, { ifMatch: '"v4"' });
  expect(asked.map(({ headers }) => headers.get("if-match"))).toEqual(['"v3"', '"v4"']);
});
