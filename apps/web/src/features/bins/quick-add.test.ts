import { expect, it } from "vitest";
import { parseQuickAdd } from "./quick-add.ts";

it.each([
  ["10 x M3 screws", 10, "M3 screws"],
  ["10x M3 screws", 10, "M3 screws"],
  ["10 × M3 screws", 10, "M3 screws"],
  ["10 X M3 screws", 10, "M3 screws"],
  ["M3 screws x10", 10, "M3 screws"],
  ["M3 screws x 10", 10, "M3 screws"],
  ["M3 screws 10x", 10, "M3 screws"],
  ["  M3   screws  ", 1, "M3 screws"],
  ["2,5 x Rope", 2.5, "Rope"],
  ["0 x Nutmeg", 0, "Nutmeg"],
])("%j is %d of %j", (line, quantity, name) => {
  expect(parseQuickAdd(line)).toEqual({ quantity, name });
});

it.each(["9 V battery", "M4x20", "4x20 screws", "Wood screws 4×40", "Matrix", "3 pin plug", "box", "x 10"])(
  "%j is a name, since no count stands apart",
  (line) => {
    expect(parseQuickAdd(line)).toEqual({ quantity: 1, name: line });
  },
);

it("an empty line adds nothing", () => {
  expect(parseQuickAdd("   ")).toBeNull();
});

it("a number that no stock could be is part of the name", () => {
  expect(parseQuickAdd("999999999999 x Atoms")).toEqual({ quantity: 1, name: "999999999999 x Atoms" });
});
