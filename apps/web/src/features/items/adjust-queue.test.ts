import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ADJUST_SETTLE_MS, createAdjustQueue, roundQuantity, tapDelta } from "./adjust-queue.ts";

function queueWith(send: (id: string, delta: number) => Promise<void> = () => Promise.resolve()) {
  const sent: [string, number][] = [];
  const rejected: unknown[] = [];
  const queue = createAdjustQueue({
    send: (id, delta) => {
      sent.push([id, delta]);
      return send(id, delta);
    },
    onRejected: (id, error) => rejected.push([id, error]),
  });
  return { queue, sent, rejected };
}

/** A send that is answered when the test says so. */
function heldSend() {
  const answers: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const send = () => new Promise<void>((resolve, reject) => answers.push({ resolve, reject }));
  return { send, answers };
}

const pause = () => vi.advanceTimersByTimeAsync(ADJUST_SETTLE_MS);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("the queue of adjustments", () => {
  it("quick taps travel as one change", async () => {
    const { queue, sent } = queueWith();
    for (let tap = 0; tap < 5; tap++) queue.add("a", 1);
    expect(queue.pendingOf("a")).toBe(5);
    await pause();
    expect(sent).toEqual([["a", 5]]);
    expect(queue.pendingOf("a")).toBe(0);
  });

  it("each tap begins the pause anew", async () => {
    const { queue, sent } = queueWith();
    queue.add("a", 1);
    await vi.advanceTimersByTimeAsync(ADJUST_SETTLE_MS - 1);
    queue.add("a", 1);
    await vi.advanceTimersByTimeAsync(ADJUST_SETTLE_MS - 1);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent).toEqual([["a", 2]]);
  });

  it("taps that cancel out send nothing", async () => {
    const { queue, sent } = queueWith();
    queue.add("a", 1);
    queue.add("a", -1);
    await pause();
    expect(sent).toEqual([]);
  });

  it("two items do not wait for each other", async () => {
    const { queue, sent } = queueWith();
    queue.add("a", 1);
    queue.add("b", -1);
    await pause();
    expect(sent).toEqual([
      ["a", 1],
      ["b", -1],
    ]);
  });

  it("one change of an item is on its way at a time, and later taps follow it", async () => {
    const { send, answers } = heldSend();
    const { queue, sent } = queueWith(send);
    queue.add("a", 1);
    await pause();
    queue.add("a", 3);
    await pause();
    expect(sent).toEqual([["a", 1]]);
    expect(queue.pendingOf("a")).toBe(4);
    answers[0]?.resolve();
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toEqual([
      ["a", 1],
      ["a", 3],
    ]);
  });

  it("a refusal takes back what was shown, later taps included, and is told once", async () => {
    const { send, answers } = heldSend();
    const { queue, sent, rejected } = queueWith(send);
    const refusal = new Error("insufficient_stock");
    queue.add("a", -5);
    await pause();
    queue.add("a", -1);
    answers[0]?.reject(refusal);
    await vi.advanceTimersByTimeAsync(ADJUST_SETTLE_MS * 2);
    expect(queue.pendingOf("a")).toBe(0);
    expect(rejected).toEqual([["a", refusal]]);
    expect(sent).toHaveLength(1);
  });

  it("leaving the page sends what was gathered at once", () => {
    const { queue, sent } = queueWith();
    queue.add("a", 2);
    queue.flush();
    expect(sent).toEqual([["a", 2]]);
  });
});

it("a tap never goes below nothing", () => {
  expect([tapDelta(5, -1), tapDelta(0.25, -1), tapDelta(0, 1)]).toEqual([-1, -0.25, 1]);
  expect(tapDelta(0, -1)).toBe(-0);
});

it("sums of decimals stay what a person would write", () => {
  expect(roundQuantity(0.1 + 0.2)).toBe(0.3);
});
