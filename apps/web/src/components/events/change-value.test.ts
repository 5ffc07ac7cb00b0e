import { expect, it } from "vitest";
import { textOf } from "./change-value.tsx";
import { fieldLabel } from "./event-words.ts";

it("values of a change read as words, and emptiness as nothing", () => {
  expect([textOf(null), textOf(""), textOf([]), textOf({})]).toEqual([null, null, null, null]);
  expect([textOf(1250.5), textOf(true), textOf(["a", "b"]), textOf({ a: 1 })]).toEqual([
    "1,250.5",
    "yes",
    "a, b",
    '{"a":1}',
  ]);
  expect(textOf("2020-03-02T12:00:00.000Z")).toBe("Mar 2, 2020");
  expect(textOf("x".repeat(500))).toHaveLength(120);
});

it("fields of a change read as words", () => {
  expect([fieldLabel("min_quantity"), fieldLabel("location_id")]).toEqual(["Min quantity", "Location"]);
});
