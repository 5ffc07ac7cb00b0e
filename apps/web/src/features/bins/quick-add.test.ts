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

it.each([
  ["2.5 kg flour", 2.5, "kg", "flour"],
  ["2,5kg flour", 2.5, "kg", "flour"],
  ["500g of sugar", 500, "g", "sugar"],
  ["1.5 L milk", 1.5, "l", "milk"],
  ["20 m rope", 20, "m", "rope"],
  ["3 boxes of A4 paper", 3, "boxes", "A4 paper"],
  ["3 boxes A4 paper", 3, "boxes", "A4 paper"],
  ["2 pairs of gloves", 2, "pairs", "gloves"],
  ["12 pcs hooks", 12, "pcs", "hooks"],
])("%j is %d %s of %j", (line, quantity, unit, name) => {
  expect(parseQuickAdd(line)).toEqual({ quantity, unit, name });
});

it.each([
  ["3 boxes of A4 paper #office", { quantity: 3, unit: "boxes", name: "A4 paper", tags: ["office"] }],
  ["#steel 10 x M3 screws #metric", { quantity: 10, name: "M3 screws", tags: ["steel", "metric"] }],
  ["Tape #office #office", { quantity: 1, name: "Tape", tags: ["office"] }],
  ["Äpfel #küche-1", { quantity: 1, name: "Äpfel", tags: ["küche-1"] }],
  ["#8 wood screws", { quantity: 1, name: "#8 wood screws" }],
  ["C#sharp", { quantity: 1, name: "C#sharp" }],
])("%j carries its tags", (line, added) => {
  expect(parseQuickAdd(line)).toEqual(added);
});

it("a line of nothing but tags adds nothing", () => {
  expect(parseQuickAdd("#office #home")).toBeNull();
});

it.each(["10 mm drill bit", "5 cm tape", "3 kg", "2 bags", "1 gang box", "4 mesh bags"])(
  "%j is a name, since it says what it is and not how much",
  (line) => {
    expect(parseQuickAdd(line)).toEqual({ quantity: 1, name: line });
  },
);

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
