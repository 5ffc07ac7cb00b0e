import { expect, it } from "vitest";
import {
  addRows,
  emptySelection,
  keepRows,
  type RowSelection,
  selectedRows,
  stretchTo,
  toggleRow,
} from "./row-selection.ts";

interface Row {
  id: string;
}

const rows: Row[] = ["a", "b", "c", "d", "e"].map((id) => ({ id }));
const row = (index: number) => rows[index] ?? { id: "none" };
const between = (from: number, to: number) => rows.slice(Math.min(from, to), Math.max(from, to) + 1);
const ids = (selection: RowSelection<Row>) => [...selectedRows(selection).keys()].toSorted().join("");
const none = emptySelection<Row>();

it("a row is chosen by one press and let go by the next", () => {
  const one = toggleRow(none, row(1), 1);
  expect(ids(one)).toBe("b");
  expect(ids(toggleRow(one, row(1), 1))).toBe("");
});

it("a stretch grows and shrinks from where it began, and leaves what was chosen before", () => {
  const begun = toggleRow(toggleRow(none, row(4), 4), row(1), 1);
  const grown = stretchTo(begun, between(1, 3), 3);
  expect(ids(grown)).toBe("bcde");
  expect(ids(stretchTo(grown, between(1, 2), 2))).toBe("bce");
  expect(ids(stretchTo(grown, between(1, 0), 0))).toBe("abe");
});

it("a stretch without a beginning begins at its own row", () => {
  const begun = stretchTo(none, between(2, 2), 2);
  expect(begun.anchor).toBe(2);
  expect(ids(begun)).toBe("c");
});

it("one row can be taken out of a stretch, and the next stretch begins there", () => {
  const stretched = stretchTo(toggleRow(none, row(0), 0), between(0, 3), 3);
  const holed = toggleRow(stretched, row(2), 2);
  expect(ids(holed)).toBe("abd");
  expect(holed.anchor).toBe(2);
});

it("all that is loaded is added, and what failed alone is kept", () => {
  const all = addRows(toggleRow(none, row(0), 0), rows);
  expect(ids(all)).toBe("abcde");
  expect(ids(keepRows(all, new Set(["b", "e", "gone"])))).toBe("be");
});
