import fc from "fast-check";

/** What one of several callers does at once; things are named by their place in the lists of what there is. */
export type Operation =
  | { op: "create"; bin: number; quantity: number }
  | { op: "rename"; item: number; name: number }
  | { op: "add"; item: number; delta: number }
  | { op: "count"; item: number; count: number }
  | { op: "move"; item: number; bin: number; quantity: number | null }
  | { op: "delete" | "restore"; item: number };

export type Step =
  | { kind: "single"; operation: Operation }
  | { kind: "bulk"; atomic: boolean; operations: Operation[] }
  | { kind: "bin"; op: "rename" | "delete" | "restore" | "create"; bin: number };

const item = fc.nat(3);
const bin = fc.nat(2);
const quantity = fc.integer({ min: 0, max: 40 }).map((tenths) => tenths / 10);

const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ op: fc.constant("create" as const), bin, quantity }) },
  { weight: 2, arbitrary: fc.record({ op: fc.constant("rename" as const), item, name: fc.nat(2) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      op: fc.constant("add" as const),
      item,
      delta: fc.integer({ min: -20, max: 30 }).map((tenths) => tenths / 10),
    }),
  },
  { weight: 2, arbitrary: fc.record({ op: fc.constant("count" as const), item, count: quantity }) },
  {
    weight: 3,
    arbitrary: fc.record({
      op: fc.constant("move" as const),
      item,
      bin,
      quantity: fc.option(
        fc.integer({ min: 1, max: 30 }).map((tenths) => tenths / 10),
        { nil: null },
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ op: fc.constant("delete" as const), item }) },
  { weight: 2, arbitrary: fc.record({ op: fc.constant("restore" as const), item }) },
);

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("single" as const), operation }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("bulk" as const),
      atomic: fc.boolean(),
      operations: fc.array(operation, { minLength: 1, maxLength: 6 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("bin" as const),
      op: fc.constantFrom("rename" as const, "delete" as const, "restore" as const, "create" as const),
      bin,
    }),
  },
);

/** What two people and three scripts do at once, each one thing after the other. */
export const fiveCallers = fc.array(fc.array(step, { minLength: 4, maxLength: 12 }), {
  minLength: 5,
  maxLength: 5,
});
