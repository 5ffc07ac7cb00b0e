import { expect, test } from "vitest";
import { SheetFormat } from "./label-codes.ts";
import { LABEL_SHEETS } from "./label-sheets.ts";

test.each(SheetFormat.options)(
  "%s: every label lies on the page, beside the others, in the middle",
  (format) => {
    const { page, label, columns, rows, first, pitch } = LABEL_SHEETS[format];
    const right = first.x + (columns - 1) * pitch.x + label.width;
    const bottom = first.y + (rows - 1) * pitch.y + label.height;
    expect(pitch.x).toBeGreaterThanOrEqual(label.width);
    expect(pitch.y).toBeGreaterThanOrEqual(label.height);
    expect(page.width - right).toBeCloseTo(first.x, 0);
    expect(page.height - bottom).toBeCloseTo(first.y, 0);
  },
);
