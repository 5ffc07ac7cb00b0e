import { expect, it } from "vitest";
import {
  type CustomRow,
  customFieldsOf,
  customName,
  customProblem,
  customRowsOf,
  newCustomRow,
} from "./custom-rows.ts";

const row = (changes: Partial<CustomRow>): CustomRow => ({ ...newCustomRow(), ...changes });

it("what is read is written back the same, with its types", () => {
  const fields = { volt: 12, colour: "red", fragile: false, tested: true, checked: null, code: "012" };
  expect(customFieldsOf(customRowsOf(fields))).toEqual(fields);
});

it("an empty row is nothing, and a comma is a decimal point", () => {
  expect(customFieldsOf([row({}), row({ name: "volt", type: "number", text: "1,5" })])).toEqual({
    volt: 1.5,
  });
});

it.each([
  ["Max. voltage", "max_voltage"],
  ["Éclair", "eclair"],
  ["2nd owner", "nd_owner"],
  ["already_fine_1", "already_fine_1"],
])("%j is called %j by scripts", (words, name) => {
  expect(customName(words)).toBe(name);
});

it.each([
  [[row({ name: "a", text: "x" }), row({ name: "a", text: "y" })], /two fields/],
  [[row({ text: "x" })], /a name/],
  [[row({ name: "A b", text: "x" })], /no name/],
  [[row({ name: "volt", type: "number", text: "many" })], /number/],
  [[row({ name: "long", text: "x".repeat(2_001) })], /longer/],
  [Array.from({ length: 31 }, (_, n) => row({ name: `f${n}`, text: "x" })), /At most 30/],
])("what the server would refuse is said before", (rows, words) => {
  expect(customProblem(rows)).toMatch(words);
});

it("nothing is wrong with good fields", () => {
  expect(customProblem([row({ name: "volt", type: "number", text: "-1.5" }), row({})])).toBeUndefined();
});
