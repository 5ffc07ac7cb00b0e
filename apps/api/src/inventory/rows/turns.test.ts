import { afterEach, expect, test, vi } from "vitest";
import type { Deps } from "../../deps.ts";
import { inTurn } from "./turns.ts";

const server = {} as Deps; // only its identity counts
const other = {} as Deps;

afterEach(() => void vi.useRealTimers());

function work() {
  const done: string[] = [];
  const ends = new Map<string, () => void>();
  const start = (name: string, workspace = "ws_1", on = server) =>
    inTurn(on, workspace, () => new Promise<void>((resolve) => ends.set(name, resolve))).then(
      () => void done.push(name),
    );
  /** Until everything that can start has. */
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return { done, ends, start, settle };
}

test("writers of one workspace go one after the other, in the order they came; others beside them", async () => {
  const { done, ends, start, settle } = work();
  const all = [start("a"), start("b"), start("c"), start("x", "ws_2"), start("y", "ws_1", other)];
  await settle();
  expect([...ends.keys()]).toEqual(["a", "x", "y"]);
  for (const name of ["a", "b", "c", "x", "y"]) {
    ends.get(name)?.();
    await settle();
  }
  await Promise.all(all);
  expect(done).toEqual(["a", "b", "c", "x", "y"]);
});

test("one that fails does not keep the next from its turn", async () => {
  const failing = inTurn(server, "ws_1", () => Promise.reject(new Error("on purpose")));
  const next = inTurn(server, "ws_1", async () => "done");
  await expect(failing).rejects.toThrow("on purpose");
  expect(await next).toBe("done");
});

test("nobody waits for longer than two seconds behind one that does not come to an end", async () => {
  vi.useFakeTimers();
  const { ends, start } = work();
  const stuck = start("stuck");
  const next = start("next");
  await vi.advanceTimersByTimeAsync(1_999);
  expect([...ends.keys()]).toEqual(["stuck"]);
  await vi.advanceTimersByTimeAsync(1);
  expect([...ends.keys()]).toEqual(["stuck", "next"]);
  for (const end of ends.values()) end();
  await Promise.all([stuck, next]);
});
