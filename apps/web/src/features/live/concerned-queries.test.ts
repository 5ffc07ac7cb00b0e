import { EVENT_TYPES, type EventType } from "@stowage/contract/events";
import { expect, test } from "vitest";
import { concernedBy, concernedLater, isOfAmount } from "./concerned-queries.ts";

const namesOf = (type: EventType) => concernedBy(type).map((key) => (key[0] as string[]).join("."));

test("every type concerns the activity, and none is unknown", () => {
  for (const type of EVENT_TYPES) expect(namesOf(type), type).toContain("events");
});

test("a changed quantity concerns what adds quantities up; the item itself is shown where it stands", () => {
  expect(namesOf("item.quantity_changed")).toEqual(["events", "projects", "summary"]);
  expect([isOfAmount("item.quantity_changed"), isOfAmount("item.updated")]).toEqual([true, false]);
});

test("what moves a thing concerns the places, and what changes a person's rights concerns who they are", () => {
  expect(namesOf("item.moved")).toEqual(expect.arrayContaining(["items", "bins", "locations", "search"]));
  expect(namesOf("member.updated")).toEqual(expect.arrayContaining(["members", "whoami", "auth.session"]));
  expect(namesOf("trash.purged")).toContain("items");
});

test("a type that only a newer server knows concerns everything", () => {
  expect(concernedBy("parcel.arrived" as EventType)).toEqual([[]]);
});

test("the bell follows what people are told of", () => {
  expect(concernedLater("item.low_stock")).toHaveLength(1);
  expect(concernedLater("location.created")).toEqual([]);
});
