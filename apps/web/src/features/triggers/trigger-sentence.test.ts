import { EVENT_TYPES } from "@stowage/contract/events";
import type { TriggerCondition } from "@stowage/contract/trigger-fields";
import { EVENT_FIELDS, SUBJECT_FIELDS } from "@stowage/contract/trigger-fields";
import { familiesOf } from "@stowage/contract/triggers";
import { describe, expect, it } from "vitest";
import { chosenEvents, EVENT_CHOICES, eventWords } from "./event-choices.ts";
import { fieldChoices, fieldWords, kindOf, opsOf } from "./field-choices.ts";
import { actionWords, conditionParts, sentenceOf, suggestedName, throttleWords } from "./trigger-sentence.ts";

const PLACE = "loc_01h455vb4pex5vsknk084sn02q";

function said(condition: TriggerCondition, families = ["item"]): string {
  return conditionParts(condition, families)
    .map((part) => (typeof part === "string" ? part : "Garage"))
    .join("");
}

it("a trigger reads as one sentence", () => {
  const { when, and, doings } = sentenceOf({
    event_types: ["item.low_stock", "item.expiring"],
    conditions: [{ field: "tags", op: "contains", value: "pantry" }],
    actions: [
      { type: "webhook", url: "https://example.org/stock/" },
      { type: "create_task", title_template: "Buy {{subject.name}}" },
    ],
  });
  expect(when).toBe("an item runs low or an item is about to expire");
  expect(and).toEqual([["its tags include", " ", "“pantry”"]]);
  expect(doings).toEqual(["post to example.org/stock", "make the task “Buy {{subject.name}}”"]);
});

describe("a condition is said in the words of its field", () => {
  it.each<[TriggerCondition, string]>([
    [{ field: "quantity", op: "lt", value: 5 }, "its quantity is less than 5"],
    [
      { field: "expires_on", op: "lte", value: "2020-03-02" },
      "its day of expiry is on or before Mar 2, 2020",
    ],
    [{ field: "is_low", op: "eq", value: true }, "it is running low"],
    [{ field: "is_low", op: "neq", value: true }, "it is not running low"],
    [{ field: "tags", op: "in", value: ["a", "b", "c"] }, "its tags include one of “a”, “b” or “c”"],
    [{ field: "location_ids", op: "contains", value: PLACE }, "its place is within Garage"],
    [{ field: "location_id", op: "neq", value: PLACE }, "its place is not Garage"],
    [{ field: "expires_on", op: "eq", value: null }, "its day of expiry is not set"],
    [{ field: "sku", op: "neq", value: null }, "its SKU is set"],
    [{ field: "quantity", op: "changed" }, "its quantity changed"],
    [{ field: "custom.shelf_life", op: "eq", value: false }, "its shelf life is no"],
    [{ field: "data.missing", op: "gte", value: 1000 }, "how much is missing is at least 1,000"],
  ])("%j", (condition, words) => {
    expect(said(condition)).toBe(words);
  });
});

it("every event can be chosen, and once", () => {
  const offered = EVENT_CHOICES.flatMap(({ items }) => items.map(({ value }) => value));
  expect(offered.filter((value) => !value.includes("*")).toSorted()).toEqual([...EVENT_TYPES].toSorted());
  expect(new Set(offered).size).toBe(offered.length);
});

it("every field has words, and every comparison that is offered is one that the field knows", () => {
  const fields = [
    ...Object.values(SUBJECT_FIELDS).flatMap((own) => Object.keys(own)),
    ...Object.keys(EVENT_FIELDS),
  ];
  for (const field of fields) expect(fieldWords(field), field).not.toBe(field);
  const families = ["item", "bin", "location", "task", "project"];
  for (const field of fieldChoices(families).flatMap(({ items }) => items)) {
    const kind = kindOf(field.value, families);
    expect(kind, field.value).not.toBeNull();
    expect(opsOf(field.value, families), field.value).not.toEqual([]);
  }
});

it("what no event says to have changed is not asked for it", () => {
  expect(opsOf("quantity", ["item"])).toContain("changed");
  expect(opsOf("custom.", ["item"])).toContain("changed");
  for (const field of ["is_low", "location_ids", "data.missing", "event.subject_name"])
    expect(opsOf(field, ["item"]), field).not.toContain("changed");
});

it("what happens to keys has no tags, and what happens to items has custom fields", () => {
  const values = (families: string[]) =>
    fieldChoices(families).flatMap(({ items }) => items.map(({ value }) => value));
  expect(values(familiesOf(["api_key.*"]))).not.toContain("tags");
  expect(values(familiesOf(["item.moved"]))).toEqual(expect.arrayContaining(["tags", "custom."]));
  expect(familiesOf(["*"])).toContain("project");
});

it("a glob and what it takes in are never chosen together", () => {
  expect(chosenEvents(["item.moved", "bin.moved"], ["item.moved", "bin.moved", "item.*"])).toEqual([
    "bin.moved",
    "item.*",
  ]);
  expect(chosenEvents(["*"], ["*", "item.moved"])).toEqual(["item.moved"]);
  expect(chosenEvents(["item.*"], ["item.*", "bin.moved"])).toEqual(["item.*", "bin.moved"]);
});

it("what a newer server brings still reads", () => {
  expect(eventWords("robot.arrived")).toBe("“robot.arrived” happens");
  expect(said({ field: "wingspan", op: "eq", value: "wide" })).toBe("wingspan is “wide”");
  expect(throttleWords(90)).toBe("at most once every 90 seconds");
});

it("a long address is cut, and a suggested name never too long for the server", () => {
  const url = `https://example.org/${"a".repeat(300)}`;
  expect(actionWords({ type: "webhook", url })).toHaveLength("post to ".length + 48);
  const name = suggestedName({
    event_types: [...EVENT_TYPES].slice(0, 20),
    actions: [{ type: "webhook", url }],
  });
  expect(name.length).toBeLessThanOrEqual(100);
  expect(name).toMatch(/^A location is added or /);
});
