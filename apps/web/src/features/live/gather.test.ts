import { QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createGatherer, FOLLOW_EVERY_MS, GATHERED_FOR_MS } from "./gather.ts";

let client: QueryClient;
let asked: string[];
beforeEach(() => {
  vi.useFakeTimers();
  client = new QueryClient();
  asked = [];
});
afterEach(() => void vi.useRealTimers());

const gatherer = () =>
  createGatherer<string>({ client, nameOf: (name) => name, run: (names) => asked.push(...names) });

test("what comes together is asked for once", () => {
  const changes = gatherer();
  for (let n = 0; n < 5; n++) changes.add(["items", "events"]);
  expect(asked).toEqual([]);
  vi.advanceTimersByTime(GATHERED_FOR_MS);
  expect(asked).toEqual(["items", "events"]);
});

test("while changes come and come, the screen follows all the same", () => {
  const changes = gatherer();
  for (let ms = 0; ms < 3 * FOLLOW_EVERY_MS; ms += 100) {
    changes.add(["items"]);
    vi.advanceTimersByTime(100);
  }
  expect(asked).toHaveLength(3);
});

test("what the reader is just doing is let through first", async () => {
  let done: (value: null) => void = () => {};
  const mutation = client.getMutationCache().build(client, {
    mutationFn: () => new Promise<null>((resolve) => (done = resolve)),
    networkMode: "always",
  });
  const running = mutation.execute(undefined);
  await vi.advanceTimersByTimeAsync(0);
  const changes = gatherer();
  changes.add(["items"]);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(asked).toEqual([]);
  done(null);
  await running;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked).toEqual(["items"]);
});

test("once stopped, nothing is asked for", () => {
  const changes = gatherer();
  changes.add(["items"]);
  changes.stop();
  vi.advanceTimersByTime(10_000);
  expect(asked).toEqual([]);
});
