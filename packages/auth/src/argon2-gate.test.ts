import { expect, test } from "vitest";
import { createGate } from "./argon2-gate.ts";

/** A task that ends when told to. */
function task() {
  let resolve = () => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { run: () => promise, resolve: () => resolve() };
}

test("K4: no more than two run at a time, in the order of arrival", async () => {
  const gate = createGate(2);
  const tasks = Array.from({ length: 5 }, task);
  const started: number[] = [];
  const all = tasks.map(({ run }, number) =>
    gate(() => {
      started.push(number);
      return run();
    }),
  );
  await Promise.resolve();
  expect(started).toEqual([0, 1]);
  tasks[1]?.resolve();
  await all[1];
  expect(started).toEqual([0, 1, 2]);
  for (const { resolve } of tasks) resolve();
  await Promise.all(all);
  expect(started).toEqual([0, 1, 2, 3, 4]);
});

test("a task that fails makes room for the next", async () => {
  const gate = createGate(1);
  await expect(gate(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  await expect(gate(() => Promise.resolve("yes"))).resolves.toBe("yes");
});
