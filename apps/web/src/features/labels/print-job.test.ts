import { expect, test } from "vitest";
import { countOf, type PrintLine, withLine } from "./print-job.ts";

const bin: PrintLine = { kind: "thing", thing: { type: "bin", id: "bin_1" } };
const sheet: PrintLine = { kind: "blank", batch_id: "Spring", codes: ["A", "B", "C"] };

test("each thing and batch is printed once, however often it is added", () => {
  const lines = [bin, sheet, bin, { ...sheet, codes: ["A", "B"] }].reduce<PrintLine[]>(withLine, []);
  expect(lines).toHaveLength(2);
  expect(countOf(lines)).toBe(3);
});
