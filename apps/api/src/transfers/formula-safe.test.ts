import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  customCell,
  customOfCell,
  listCell,
  listOfCell,
  numberOfCell,
  pathCell,
  pathOfCell,
} from "./cell-values.ts";
import { formulaSafe, withoutFormulaGuard } from "./formula-safe.ts";

const HOSTILE = [
  "=1+1",
  "+49 30 1234",
  "-5",
  "@SUM(A1)",
  "\t=1",
  "\r=1",
  '  =HYPERLINK("http://evil")',
  "＝1+1",
  "'",
  "''",
  "'=1",
  "'tis",
  "it's",
  "null",
  "true",
  "007",
  "12",
  "-12.5",
  '"quoted"',
  '"',
  "a;b",
  "a\\;b",
  "\\",
  "a/b",
  " / ",
  ",",
  "",
];
const anyText = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "grapheme" }), fc.string());

describe("cells of a CSV", () => {
  test.each(["=1+1", "+1", "-1", "@a", "\tx", "\rx", "  =1", "＝1", "'=1"])(
    "%j is nothing that a spreadsheet runs",
    (text) => expect(formulaSafe(text)).toBe(`'${text}`),
  );

  test("text comes back as it was, whatever it is", () => {
    fc.assert(fc.property(anyText, (text) => withoutFormulaGuard(formulaSafe(text)) === text));
  });

  test("an apostrophe that a person wrote stays", () => {
    expect(withoutFormulaGuard("'tis the season")).toBe("'tis the season");
  });

  test("lists and paths come back as they were, whatever is in them", () => {
    const parts = fc.array(anyText.map((text) => text.trim()).filter((text) => text !== ""));
    fc.assert(
      fc.property(parts, (values) => {
        expect(listOfCell(listCell(values))).toEqual(values);
        expect(pathOfCell(pathCell(values))).toEqual(values);
      }),
    );
  });

  test("values of custom fields keep their type", () => {
    const value = fc.oneof(
      anyText,
      fc.boolean(),
      fc.constant(null),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => one + 0),
    );
    fc.assert(
      fc.property(value, (one) => {
        const cell = customCell(one);
        expect(customOfCell(cell)).toEqual(one);
        if (typeof one === "string") expect(formulaSafe(cell)).toBe(cell.startsWith("'") ? `'${cell}` : cell);
      }),
    );
  });

  test("numbers are read with a comma where that does not separate cells, and never by guess", () => {
    expect(numberOfCell("1,5", { isCommaDecimal: true })).toBe(1.5);
    expect(numberOfCell("1.5", { isCommaDecimal: true })).toBe(1.5);
    for (const cell of ["1,5", "1.234,5", "1,234.5", "1 000", "1e3", "0x10", "five", "", "Infinity"])
      expect(numberOfCell(cell, { isCommaDecimal: false })).toBeNaN();
  });
});
