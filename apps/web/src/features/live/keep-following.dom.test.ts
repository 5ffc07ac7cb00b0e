import type { Mock } from "vitest";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CATCH_UP_MS_MAX, HIDDEN_GRACE_MS, keepFollowing } from "./keep-following.ts";
import { SILENCE_MS, type StreamEnd } from "./read-stream.ts";

const encoder = new TextEncoder();

/** A stream that the test writes, as `fetch` answers it. */
interface Served {
  headers: Record<string, string>;
  signal: AbortSignal;
  say: (text: string) => Promise<void>;
  end: () => Promise<void>;
}

let served: Served[];
let refuseWith: (() => Response | Promise<Response>) | null;
let stop: () => void;
let heard: { seqs: number[]; live: boolean[]; gaps: number; troubles: StreamEnd["kind"][] };
let visibility: Mock<() => DocumentVisibilityState>;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, "random").mockReturnValue(0);
  visibility = vi.spyOn(document, "visibilityState", "get").mockReturnValue("visible");
  served = [];
  refuseWith = null;
  heard = { seqs: [], live: [], gaps: 0, troubles: [] };
  vi.stubGlobal(
    "fetch",
    async (_url: string, init: { headers: Record<string, string>; signal: AbortSignal }) => {
      if (refuseWith) return refuseWith();
      const stream = new TransformStream<Uint8Array, Uint8Array>();
      const writer = stream.writable.getWriter();
      init.signal.addEventListener("abort", () => void writer.abort(new Error("left")).catch(() => {}));
      served.push({
        ...init,
        say: async (text) => {
          void writer.write(encoder.encode(text));
          await settled();
        },
        end: async () => {
          void writer.close();
          await settled();
        },
      });
      return new Response(stream.readable);
    },
  );
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const settled = () => vi.advanceTimersByTimeAsync(0);
const event = (seq: number) =>
  `id: ${seq}\nevent: item.created\ndata: ${JSON.stringify({ seq, type: "item.created" })}\n\n`;

async function begin(lastId: string | null = "7"): Promise<void> {
  const following = keepFollowing({
    headers: () => ({ "x-environment": "test" }),
    lastId,
    onEvent: ({ seq }) => heard.seqs.push(seq),
    onLive: (isLive) => heard.live.push(isLive),
    onGap: () => heard.gaps++,
    onTrouble: ({ kind }) => heard.troubles.push(kind),
  });
  stop = following.stop;
  await settled();
}
async function look(state: DocumentVisibilityState): Promise<void> {
  visibility.mockReturnValue(state);
  document.dispatchEvent(new Event("visibilitychange"));
  await settled();
}

test("events arrive however the network cuts them, from the place that the tab shows", async () => {
  await begin();
  expect(served[0]?.headers).toEqual({ "x-environment": "test", "last-event-id": "7" });
  const text = `retry: 2000\nid: 7\n\n${event(8)}: nothing new\n\n${event(9)}`;
  for (const part of text.match(/.{1,7}/gs) ?? []) await served[0]?.say(part);
  expect(heard.seqs).toEqual([8, 9]);
  expect(heard.live).toEqual([true]);
});

test("when a stream ends it is taken up again where it left off, also past what was not told", async () => {
  await begin();
  await served[0]?.say(event(8));
  await served[0]?.say(": nothing new\nid: 12\n\n");
  await vi.advanceTimersByTimeAsync(10_000);
  await served[0]?.end();
  expect(heard.live).toEqual([true, false]);
  await vi.advanceTimersByTimeAsync(250);
  expect(served[1]?.headers["last-event-id"]).toBe("12");
  expect(heard).toMatchObject({ gaps: 0, troubles: [], live: [true, false, true] });
});

test("a stream that ends again and again as soon as it begins is asked for ever less often", async () => {
  await begin();
  for (let n = 0; n < 4; n++) {
    await served[n]?.end();
    await vi.advanceTimersByTimeAsync(1_000 * 2 ** n - 1);
    expect(served).toHaveLength(n + 1);
    await vi.advanceTimersByTimeAsync(1);
    expect(served).toHaveLength(n + 2);
  }
});

test("a connection that is silent for too long is dead, and made anew", async () => {
  await begin();
  await served[0]?.say(event(8));
  await vi.advanceTimersByTimeAsync(SILENCE_MS + 1_000);
  expect(served).toHaveLength(2);
});

test("a server that is away is asked ever less often, and heard again as soon as it is back", async () => {
  refuseWith = () => Promise.reject(new TypeError("failed to fetch"));
  await begin();
  const tries: number[] = [];
  for (let n = 0; n < 6; n++) {
    const before = heard.troubles.length;
    const since = Date.now();
    while (heard.troubles.length === before) await vi.advanceTimersByTimeAsync(1_000);
    tries.push((Date.now() - since) / 1_000);
  }
  expect(tries).toEqual([1, 2, 4, 8, 16, 30]);
  refuseWith = null;
  await vi.advanceTimersByTimeAsync(30_000);
  expect(heard.live).toEqual([false, false, false, false, false, false, false, true]);
});

test("who is refused for good is not asked again; who is too much waits as long as they are told", async () => {
  const problem =
    (status: number, headers = {}) =>
    () =>
      new Response(JSON.stringify({ code: "rate_limited" }), { status, headers });
  refuseWith = problem(429, { "retry-after": "10" });
  await begin();
  await vi.advanceTimersByTimeAsync(9_000);
  expect(heard.troubles).toHaveLength(1);
  refuseWith = problem(401);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(heard.troubles).toHaveLength(2);
});

test("a tab that nobody looks at gives its connection away, and comes back to where it was", async () => {
  await begin();
  await served[0]?.say(event(8));
  await look("hidden");
  await vi.advanceTimersByTimeAsync(HIDDEN_GRACE_MS - 1);
  expect(served[0]?.signal.aborted).toBe(false);
  await vi.advanceTimersByTimeAsync(60_000);
  expect([served[0]?.signal.aborted, served.length]).toEqual([true, 1]);
  await look("visible");
  expect(served[1]?.headers["last-event-id"]).toBe("8");
  expect(heard.gaps).toBe(0);
});

test("after a long time away everything is asked anew instead", async () => {
  await begin();
  await look("hidden");
  await vi.advanceTimersByTimeAsync(CATCH_UP_MS_MAX + HIDDEN_GRACE_MS + 1_000);
  await look("visible");
  expect(served[1]?.headers).not.toHaveProperty("last-event-id");
  expect(heard.gaps).toBe(1);
});

test("a tab that is opened behind another waits until it is looked at", async () => {
  visibility.mockReturnValue("hidden");
  await begin();
  expect(served).toEqual([]);
  await look("visible");
  expect(served).toHaveLength(1);
});

test("once it is stopped, nothing is heard and nothing is left", async () => {
  await begin();
  stop();
  await settled();
  await vi.advanceTimersByTimeAsync(120_000);
  expect([served.length, served[0]?.signal.aborted, heard.live.at(-1)]).toEqual([1, true, false]);
});
