import { TriggerCondition } from "@stowage/contract/trigger-fields";
import { describe, expect, test } from "vitest";
import { ProblemError } from "../problems.ts";
import { checkConditions, hold } from "./conditions.ts";
import type { Facts } from "./facts.ts";
import { sampleFacts } from "./recent-events.ts";

function factsWith(more: { subject?: object; changes?: object; data?: object; event?: object }): Facts {
  const { event, subject } = sampleFacts(["item.low_stock"], "2026-01-02T03:04:05.000Z");
  return {
    event: {
      ...event,
      changes: {},
      ...more.event,
      ...(more.changes && { changes: more.changes }),
      ...(more.data && { data: more.data }),
    },
    subject: { ...subject, ...more.subject },
  } as Facts; // as much of an event as conditions look at
}

const holds = (condition: object, facts: Facts) => hold([TriggerCondition.parse(condition)], facts);

describe("a condition holds", () => {
  const facts = factsWith({
    subject: {
      quantity: 3,
      min_quantity: null,
      tags: ["Pantry", "dry goods"],
      sku: "AB-12",
      expires_on: "2026-02-01",
      custom_fields: { color: "Red", size: 4 },
      location_ids: ["loc_1", "loc_2"],
    },
    data: { missing: 2 },
    changes: {
      quantity: { old: 5, new: 3 },
      custom_fields: { old: { color: "Blue", size: 4 }, new: { color: "Red", size: 4 } },
    },
  });
  test.each([
    ["a number beyond another", { field: "quantity", op: "lt", value: 4 }, true],
    ["a number at its border", { field: "quantity", op: "lte", value: 3 }, true],
    ["a number not beyond", { field: "quantity", op: "gt", value: 3 }, false],
    ["nothing is not less than anything", { field: "min_quantity", op: "lt", value: 4 }, false],
    ["nothing is null", { field: "min_quantity", op: "eq", value: null }, true],
    ["a tag whatever its case", { field: "tags", op: "contains", value: "pantry" }, true],
    ["no part of a tag", { field: "tags", op: "contains", value: "pan" }, false],
    ["one of several tags", { field: "tags", op: "in", value: ["tools", "dry goods"] }, true],
    ["none of several tags", { field: "tags", op: "in", value: ["tools"] }, false],
    ["a part of a text, whatever its case", { field: "sku", op: "contains", value: "ab-" }, true],
    ["the same text alone", { field: "sku", op: "eq", value: "ab-12" }, false],
    ["an earlier day", { field: "expires_on", op: "lt", value: "2026-02-02" }, true],
    ["a custom text", { field: "custom.color", op: "eq", value: "Red" }, true],
    ["a custom number", { field: "custom.size", op: "gte", value: 4 }, true],
    ["a custom field that is not there", { field: "custom.weight", op: "gt", value: 0 }, false],
    ["a place somewhere above", { field: "location_ids", op: "contains", value: "loc_1" }, true],
    ["what the event says", { field: "data.missing", op: "eq", value: 2 }, true],
    ["who did it", { field: "event.auth_method", op: "in", value: ["session"] }, true],
    ["a field that the event changed", { field: "quantity", op: "changed" }, true],
    ["a field that it did not", { field: "name", op: "changed" }, false],
    ["a custom field that it changed", { field: "custom.color", op: "changed" }, true],
    ["one beside it that it did not", { field: "custom.size", op: "changed" }, false],
    ["the same field under its full name", { field: "subject.quantity", op: "eq", value: 3 }, true],
  ])("%s", (_words, condition, expected) => {
    expect(holds(condition, facts)).toBe(expected);
  });

  test("only where all hold", () => {
    const [yes, no] = [
      { field: "quantity", op: "eq" as const, value: 3 },
      { field: "quantity", op: "eq" as const, value: 4 },
    ];
    expect([hold([yes], facts), hold([yes, no], facts), hold([], facts)]).toEqual([true, false, true]);
  });

  test("never for what is no thing of the inventory, nor by what JavaScript adds to objects", () => {
    expect(holds({ field: "name", op: "eq", value: "x" }, { ...facts, subject: null })).toBe(false);
    expect(
      holds(
        { field: "data.missing", op: "gte", value: 0 },
        factsWith({ data: Object.create({ missing: 5 }) }),
      ),
    ).toBe(false);
  });
});

describe("a condition is refused", () => {
  const refusal = (event_types: string[], condition: object) => {
    try {
      checkConditions(event_types, [TriggerCondition.parse(condition)]);
      return null;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return error.extras.errors?.[0];
    }
  };
  test.each([
    [
      "when no such event has the field",
      ["bin.*"],
      { field: "quantity", op: "eq", value: 1 },
      "/conditions/0/field",
    ],
    [
      "when nothing has it, naming the nearest",
      ["item.*"],
      { field: "quantiti", op: "eq", value: 1 },
      "/conditions/0/field",
    ],
    [
      "when the comparison makes no sense",
      ["item.*"],
      { field: "tags", op: "lt", value: "a" },
      "/conditions/0/op",
    ],
    [
      "when a number is compared with a text",
      ["item.*"],
      { field: "quantity", op: "lt", value: "3" },
      "/conditions/0/value",
    ],
    ["when there is nothing to compare with", ["item.*"], { field: "name", op: "eq" }, "/conditions/0/value"],
    ["when a list is missing", ["item.*"], { field: "name", op: "in", value: "a" }, "/conditions/0/value"],
    [
      "when it changed to something",
      ["item.*"],
      { field: "name", op: "changed", value: "a" },
      "/conditions/0/value",
    ],
    [
      "when a day is none",
      ["item.*"],
      { field: "expires_on", op: "lt", value: "soon" },
      "/conditions/0/value",
    ],
    [
      "when it is only called like a field",
      ["item.*"],
      { field: "constructor", op: "eq", value: "a" },
      "/conditions/0/field",
    ],
    [
      "when what follows from others is to change",
      ["item.*"],
      { field: "location_ids", op: "changed" },
      "/conditions/0/op",
    ],
    [
      "when what the event says is to change",
      ["item.*"],
      { field: "data.missing", op: "changed" },
      "/conditions/0/op",
    ],
    [
      "when a custom field is asked of what has none",
      ["task.*"],
      { field: "custom.a", op: "eq", value: 1 },
      "/conditions/0/field",
    ],
  ])("%s", (_words, types, condition, pointer) => {
    expect(refusal(types, condition)).toMatchObject({ pointer });
  });

  test("and taken when one kind of the events has the field", () => {
    expect(refusal(["item.low_stock", "bin.*"], { field: "quantity", op: "lt", value: 1 })).toBeNull();
    expect(refusal(["*"], { field: "due_on", op: "lt", value: "2026-01-01" })).toBeNull();
    expect(refusal(["item.*"], { field: "quantiti", op: "eq", value: 1 })?.message).toContain(
      "Did you mean quantity?",
    );
  });
});
