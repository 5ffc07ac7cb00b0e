import { CSV_COLUMNS, CSV_KINDS } from "@stowage/contract/csv-columns";
import { describe, expect, test } from "vitest";
import { CSV_TEMPLATES } from "./csv-template.ts";

describe.each(CSV_KINDS)("the template of a %s", (kind) => {
  const [header = [], ...rows] = CSV_TEMPLATES[kind];

  test("has columns that an import reads", () => {
    const read = CSV_COLUMNS[kind].filter(({ isForPeople }) => !isForPeople).map(({ name }) => name);
    expect(header.filter((name) => name !== "type" && !read.includes(name))).toEqual([]);
    expect(header.includes("type")).toBe(kind !== "item");
  });

  test("has a cell for each column in every row, and none that would need quotes", () => {
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((cells) => cells.length !== header.length)).toEqual([]);
    expect(rows.flat().filter((cell) => /[",\r\n]/.test(cell))).toEqual([]);
  });
});
