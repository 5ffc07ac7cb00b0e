import { getEventListeners } from "node:events";
import { expect, test } from "vitest";
import { EventParser } from "./event-parser.ts";
import { clientAnswered, problem, untilAborted } from "./testing/answering.ts";

const stream =
  (text: string, end: "end" | "break" | "open" = "end", cancel: () => void = () => undefined) =>
  async () =>
    new Response(
      new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode(text));
          if (end === "end") controller.close();
        },
        cancel,
        pull(controller) {
          if (end === "break") controller.error(new Error("reset"));
        },
      }),
      { headers: { "content-type": "text/event-stream" } },
    );
const event = (seq: number) => `id: ${seq}\nevent: item.created\ndata: {"seq":${seq}}\n\n`;
const OPENING = "retry: 2000\nid: 7\n\n";

async function take(events: AsyncIterable<{ seq: number }>, count: number): Promise<number[]> {
  const seqs: number[] = [];
  for await (const { seq } of events) if (seqs.push(seq) === count) break;
  return seqs;
}

test("records are read alike wherever the stream is cut and however its lines end", () => {
  const text = "retry: 5\nid: 1\n\n: still here\nid: 2\n\nid: 3\nevent: x\ndata: a\ndata: b: c\n\ndata\n\n";
  const whole = new EventParser().push(text);
  expect(whole).toEqual([
    { id: "1", data: "", retryMs: 5 },
    { id: "2", data: "", retryMs: 5 },
    { id: "3", data: "a\nb: c", retryMs: 5 },
    { id: "3", data: "", retryMs: 5 },
  ]);
  for (const end of ["\n", "\r\n", "\r"]) {
    // A lone CR at the very end could be half of a CRLF, so something has to follow it.
    const sent = `${text.replaceAll("\n", end)}: more`;
    for (let at = 0; at <= sent.length; at++) {
      const parser = new EventParser();
      expect([...parser.push(sent.slice(0, at)), ...parser.push(sent.slice(at))], `${at}`).toEqual(whole);
    }
  }
});

test("a stream that ends or breaks goes on after what was told last", async () => {
  const { stowage, asked, waits } = clientAnswered([
    stream(OPENING + event(8)),
    stream(`${event(9)}id: 12\n\nid: 13\nda`, "break"),
    stream(event(14) + event(15), "open"),
  ]);
  expect(await take(stowage.events.stream({ type: "item.*" }), 4)).toEqual([8, 9, 14, 15]);
  expect(asked.map(({ headers }) => headers.get("last-event-id"))).toEqual([null, "8", "12"]);
  expect(new Set(asked.map(({ url }) => new URL(url).search))).toEqual(new Set(["?type=item.*"]));
  expect(waits).toEqual([2_000, 2_000]);
});

test.each([
  ["0", 1_000],
  ["1500", 1_500],
  ["999999999", 30_000],
  ["9".repeat(400), 30_000],
  ["soon", 2_000],
])("a stream that asks for a wait of %s ms cannot hurry or halt who follows it", async (asked, wait) => {
  const { stowage, waits } = clientAnswered([stream(`retry: ${asked}\n\n${event(8)}`), stream(event(9))]);
  await take(stowage.events.stream(), 2);
  expect(waits).toEqual([wait]);
});

test.each(["½", "\u2028", "a b", "", "9".repeat(256)])(
  "an id of %j, which no header can hold, is not gone on after",
  async (id) => {
    const { stowage, asked } = clientAnswered([stream(`${event(8)}id: ${id}\n\n`), stream(event(9))]);
    expect(await take(stowage.events.stream(), 2)).toEqual([8, 9]);
    expect(asked.map(({ headers }) => headers.get("last-event-id"))).toEqual([null, "8"]);
  },
);

test.each([
  ["a line without an end", `data: ${"x".repeat(1_100_000)}`],
  ["an event without an end", `data: ${"x".repeat(1_000_000)}\n`.repeat(5)],
  ["an event that is no JSON", "data: {\n\n"],
])("%s ends the stream", async (_, hostile) => {
  const { stowage, asked } = clientAnswered([stream(event(8) + hostile), problem(401, "key_revoked")]);
  await expect(take(stowage.events.stream(), 9)).rejects.toMatchObject({ code: "unexpected_answer" });
  expect(asked).toHaveLength(1);
});

test("a line that comes letter by letter is not searched anew with each", () => {
  const parser = new EventParser();
  const text = `data: ${"x".repeat(500_000)}`;
  for (const letter of text) parser.push(letter);
  expect(parser.push("\n\n")).toHaveLength(1);
});

test("what listens for the end does not grow with the connections", async () => {
  const counts: number[] = [];
  const sleep = (ms: number, signal?: AbortSignal) => {
    if (ms === 45_000 || !signal) return untilAborted(signal);
    counts.push(getEventListeners(signal, "abort").length);
    return Promise.resolve();
  };
  const runtime = { sleep, random: () => 1 };
  const { stowage } = clientAnswered([stream(event(8))], { runtime });
  await take(stowage.events.stream(), 20);
  expect(counts.length).toBeGreaterThan(15);
  expect(Math.max(...counts)).toBeLessThanOrEqual(1);
});

test("a stream that was asked for with an end has one", async () => {
  const { stowage, asked } = clientAnswered([stream(OPENING + event(8))]);
  expect(await take(stowage.events.stream({ limit_seconds: 0 }), 9)).toEqual([8]);
  expect(asked).toHaveLength(1);
});

test("faults on the way back are outlasted, longer and longer; a refusal ends the stream", async () => {
  const { stowage, waits } = clientAnswered(
    [
      stream(event(8)),
      new TypeError("fetch failed"),
      new Response("<h1>Bad gateway</h1>", { status: 502 }),
      problem(503, "unavailable"),
      problem(401, "key_revoked"),
    ],
    { maxRetries: 0 },
  );
  await expect(take(stowage.events.stream(), 2)).rejects.toMatchObject({ code: "key_revoked" });
  expect(waits).toEqual([2_000, 4_000, 8_000, 16_000]);
});

test("a stream that never begins says why", async () => {
  const { stowage } = clientAnswered([problem(403, "insufficient_scope")]);
  await expect(take(stowage.events.stream(), 1)).rejects.toMatchObject({ code: "insufficient_scope" });
});

test("a connection that has fallen silent is given up and made again", async () => {
  let silences = 0;
  const sleep = (ms: number, signal?: AbortSignal) => {
    if (ms !== 45_000) return Promise.resolve();
    silences += 1;
    // The first read has its record; the second hears nothing for so long.
    if (silences === 2) return Promise.resolve();
    return untilAborted(signal);
  };
  const cancelled: string[] = [];
  const silent = stream(event(8), "open", () => cancelled.push("the silent one"));
  const { stowage, asked } = clientAnswered([silent, stream(event(9), "open")], {
    runtime: { sleep, random: () => 1 },
  });
  expect(await take(stowage.events.stream(), 2)).toEqual([8, 9]);
  expect(asked[1]?.headers.get("last-event-id")).toBe("8");
  expect(cancelled).toEqual(["the silent one"]);
});

test("who stops following lets go of the connection, and so does a signal", async () => {
  const signals: (AbortSignal | null | undefined)[] = [];
  const open = (init: RequestInit) => {
    signals.push(init.signal);
    return stream(event(8), "open")();
  };
  const { stowage } = clientAnswered([open]);
  expect(await take(stowage.events.stream(), 1)).toEqual([8]);
  expect(signals[0]?.aborted).toBe(true);

  const controller = new AbortController();
  const following = stowage.events.stream({}, { signal: controller.signal });
  await following.next();
  controller.abort(new Error("enough"));
  expect(signals[1]?.aborted).toBe(true);
});
