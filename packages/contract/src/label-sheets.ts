import type { SheetFormat } from "./label-codes.ts";

/** A sheet of labels, or a roll, whose page is one label. Millimetres, from the top left corner. */
export interface LabelSheet {
  /** Maker and number, as the box says. */
  name: string;
  /** What the paper is, for people. */
  paper: string;
  page: Size;
  label: Size;
  columns: number;
  rows: number;
  /** The first label's corner. */
  first: { x: number; y: number };
  /** From one label's corner to the next one's. */
  pitch: { x: number; y: number };
}
interface Size {
  width: number;
  height: number;
}

const A4 = { width: 210, height: 297 };
const LETTER = { width: 215.9, height: 279.4 };
const MM_PER_INCH = 25.4;
const inches = (value: number) => value * MM_PER_INCH;

/** A page that is one label. */
const roll = (name: string, paper: string, label: Size): LabelSheet => ({
  name,
  paper,
  page: label,
  label,
  columns: 1,
  rows: 1,
  first: { x: 0, y: 0 },
  pitch: { x: label.width, y: label.height },
});

/**
 * The true sizes of each format. Sizes, counts and pitches are the makers' own, as printed on the boxes and in their
 * Word templates; the labels stand in the middle of the page, so the margins follow from them.
 */
export const LABEL_SHEETS: Record<SheetFormat, LabelSheet> = {
  // avery.eu, template L7160: 3 × 7 of 63.5 × 38.1 mm, pitch 66.04 × 38.1.
  avery_l7160: {
    name: "Avery L7160",
    paper: "A4, 21 labels of 63.5 × 38.1 mm",
    page: A4,
    label: { width: 63.5, height: 38.1 },
    columns: 3,
    rows: 7,
    first: { x: 7.21, y: 15.15 },
    pitch: { x: 66.04, y: 38.1 },
  },
  // avery.eu, template L7163: 2 × 7 of 99.1 × 38.1 mm, pitch 101.6 × 38.1.
  avery_l7163: {
    name: "Avery L7163",
    paper: "A4, 14 labels of 99.1 × 38.1 mm",
    page: A4,
    label: { width: 99.1, height: 38.1 },
    columns: 2,
    rows: 7,
    first: { x: 4.65, y: 15.15 },
    pitch: { x: 101.6, y: 38.1 },
  },
  // avery.eu, template L7651, the same as Label Planet LP65/38: margins 4.75 and 10.7, pitch 40.6 × 21.2.
  avery_l7651: {
    name: "Avery L7651",
    paper: "A4, 65 labels of 38.1 × 21.2 mm",
    page: A4,
    label: { width: 38.1, height: 21.2 },
    columns: 5,
    rows: 13,
    first: { x: 4.75, y: 10.7 },
    pitch: { x: 40.6, y: 21.2 },
  },
  // avery.com, template 5160: 3 × 10 of 2 5/8 × 1 in, margins 3/16 and 1/2 in, pitch 2 3/4 × 1 in.
  avery_5160: {
    name: "Avery 5160",
    paper: "Letter, 30 labels of 2⅝ × 1 in",
    page: LETTER,
    label: { width: inches(2.625), height: inches(1) },
    columns: 3,
    rows: 10,
    first: { x: inches(0.1875), y: inches(0.5) },
    pitch: { x: inches(2.75), y: inches(1) },
  },
  // avery.com, template 5163: 2 × 5 of 4 × 2 in, margins 5/32 and 1/2 in, pitch 4 3/16 × 2 in.
  avery_5163: {
    name: "Avery 5163",
    paper: "Letter, 10 labels of 4 × 2 in",
    page: LETTER,
    label: { width: inches(4), height: inches(2) },
    columns: 2,
    rows: 5,
    first: { x: inches(0.15625), y: inches(0.5) },
    pitch: { x: inches(4.1875), y: inches(2) },
  },
  // avery.com, 22805: 4 × 6 squares of 1 1/2 in; with margins of 5/8 in all round the gaps share what is left.
  avery_22805: {
    name: "Avery 22805",
    paper: "Letter, 24 squares of 1½ in",
    page: LETTER,
    label: { width: inches(1.5), height: inches(1.5) },
    columns: 4,
    rows: 6,
    first: { x: inches(0.625), y: inches(0.625) },
    pitch: { x: inches(1.5 + (8.5 - 1.25 - 6) / 3), y: inches(1.5 + (11 - 1.25 - 9) / 5) },
  },
  // dymo.com, 99012 (S0722400): large address labels, 89 × 36 mm.
  dymo_99012: roll("Dymo 99012", "Roll, labels of 89 × 36 mm", { width: 89, height: 36 }),
  // brother.com, DK-11209: 62 × 29 mm; a DK-22205 strip of 62 mm is cut at the same length.
  brother_62mm: roll("Brother 62 mm", "Strip of 62 mm, cut every 29 mm", { width: 62, height: 29 }),
};

/** Labels on one page. */
export const labelsPerPage = ({ columns, rows }: LabelSheet): number => columns * rows;
