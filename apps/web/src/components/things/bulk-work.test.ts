import type { BulkAnswer } from "@stowage/contract/bulk";
import { expect, it } from "vitest";
import { runBulk } from "./bulk-work.ts";

const things = (count: number) => Array.from({ length: count }, (_, number) => ({ id: `item_${number}` }));
const allGood = (operations: { id: string }[]): BulkAnswer => ({
  data: operations.map(({ id }, index) => ({ index, status: 200, data: { id }, event_seqs: [index + 1] })),
  succeeded: operations.length,
  failed: 0,
});

it("1,200 things go in three requests, in order, and the progress says how far it is", async () => {
  const sizes: number[] = [];
  const progress: number[] = [];
  const end = await runBulk(
    { things: things(1_200), operation: ({ id }) => ({ id }) },
    (operations) => {
      sizes.push(operations.length);
      return Promise.resolve(allGood(operations));
    },
    (done) => progress.push(done),
  );
  expect(sizes).toEqual([500, 500, 200]);
  expect(progress).toEqual([500, 1_000, 1_200]);
  expect(end.succeeded.map(({ id }) => id)).toEqual(things(1_200).map(({ id }) => id));
});

it("what is refused is named with its reason, and the rest is done", async () => {
  const end = await runBulk({ things: things(3), operation: ({ id }) => ({ id }) }, (operations) => {
    const answer = allGood(operations);
    answer.data[1] = {
      index: 1,
      status: 409,
      error: {
        type: "about:blank",
        title: "Conflict",
        status: 409,
        detail: "Only 2 are left.",
        message: "Only 2 are left.",
        code: "insufficient_stock",
        request_id: "r",
        instance: "urn:request:r",
      },
    };
    return Promise.resolve(answer);
  });
  expect(end.failed).toEqual([{ thing: { id: "item_1" }, reason: "Only 2 are left." }]);
  expect(end.succeeded).toHaveLength(2);
  expect(end.event_seqs).toEqual([1, 3]);
});

it("a request that is lost stops the work, and everything after it counts as not done", async () => {
  let calls = 0;
  const end = await runBulk({ things: things(1_200), operation: ({ id }) => ({ id }) }, (operations) => {
    calls += 1;
    return calls === 2 ? Promise.reject(new Error("lost")) : Promise.resolve(allGood(operations));
  });
  expect(calls).toBe(2);
  expect(end.succeeded).toHaveLength(500);
  expect(end.failed).toHaveLength(700);
});
