import { codeFromPayload } from "@stowage/contract/codes";
import { SheetFormat } from "@stowage/contract/label-codes";
import { LABEL_SHEETS, labelsPerPage } from "@stowage/contract/label-sheets";
import { describe, expect, test } from "vitest";
import { type Picture, pdfPages, readQrCodes } from "../testing/read-labels.ts";
import { drawLabelPng } from "./draw-label-png.ts";
import { drawLabelSheets } from "./draw-label-sheets.ts";
import { drawLabelSvg } from "./draw-label-svg.ts";
import { labelLayout, printableWords } from "./label-layout.ts";
import { printable, shortened, widthOf, wrapped } from "./label-text.ts";

const public_url = "https://inventory.workshop.example.org";
const code = codeFromPayload("K7M2Q9");
const url = `${public_url}/c/${code}`;
/** From every corner of Unicode, and as long as a name may be. */
const NAMES = [
  "M3 screws",
  "Schrauben & Müttern <b>fett</b> \"x\" 'y'",
  "Ещё одна коробка с очень длинным именем, которое никуда не поместится",
  "صندوق البراغي",
  "螺丝盒 📦🔩 👩‍🔧",
  "x".repeat(200),
  "ﬁ ﷽ \ufffe\uffff é̂̃̄",
];

const layoutOf = (name: string | null, size: number, text = true) =>
  labelLayout({ code, name }, { size, text, public_url });

/** What the drawing's one path makes dark. */
function pictureOf(svg: string): Picture {
  const [width = 0, height = 0] = (/viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []).slice(1).map(Number);
  const [inset = 0, module = 0] = (/translate\((\d+) \d+\) scale\((\d+)\)/.exec(svg) ?? [])
    .slice(1)
    .map(Number);
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g))
    for (let row = inset + Number(y) * module; row < inset + (Number(y) + 1) * module; row++) {
      const from = row * width + inset + Number(x) * module;
      for (let at = from; at < from + Number(length) * module; at++) data.set([0, 0, 0], at * 4);
    }
  return { width, height, data };
}

describe("a label on its own", () => {
  test.each([
    [64, [...NAMES, null]],
    [128, [...NAMES, null]],
    [512, [...NAMES, null]],
    [2_048, [...NAMES.slice(0, 1), null]], // where the name is small beside the code, as in 512
  ])("scans from PNG and SVG, %i wide, whatever the name", async (size, names) => {
    for (const name of names) {
      const png = drawLabelPng(labelLayout(printableWords({ code, name }), { size, text: true, public_url }));
      expect(await readQrCodes(png), `PNG of ${name}`).toEqual([url]);
      expect(await readQrCodes(pictureOf(drawLabelSvg(layoutOf(name, size)))), `SVG of ${name}`).toEqual([
        url,
      ]);
    }
  });

  test("without text it is a square of just the code", () => {
    expect(layoutOf("Box", 300, false)).toMatchObject({ width: 300, height: 300, lines: [] });
  });

  test("an address too long for the asked size makes the label larger, never unreadable", async () => {
    const long = `https://${"very-long-name.".repeat(14)}example.org`;
    const layout = labelLayout({ code, name: "Box" }, { size: 64, text: true, public_url: long });
    expect(layout.width).toBeGreaterThan(64);
    expect(await readQrCodes(drawLabelPng(layout))).toEqual([`${long}/c/${code}`]);
  });

  test("a name is text in the SVG and never markup, and what XML cannot hold is left out", () => {
    const hostile = `</text><script>alert(1)</script>&"'\ufffe`;
    const svg = drawLabelSvg(layoutOf(hostile, 2_048));
    expect(svg).not.toMatch(/<script|\ufffe/);
    expect(svg).toContain("&lt;script&gt;");
    expect(svg).toContain(`>${code}</text>`);
  });
});

describe("text", () => {
  test("what the font has not is one sign for each character that a reader sees", () => {
    expect(printable("Box 螺 👩‍🔧 é")).toBe("Box ▯ ▯ é");
  });
  test("shortening keeps within the width and never cuts a character in two", () => {
    for (const name of NAMES) {
      const short = shortened(printable(name), { size: 10, width: 60 });
      expect(widthOf(short, 10)).toBeLessThanOrEqual(60);
      expect(encodeURIComponent(short), "a lone surrogate throws").toBeTruthy();
    }
    expect(shortened("Box", { size: 10, width: 60 })).toBe("Box");
  });
  test("lines break between words, and the last one says that there is more", () => {
    const lines = wrapped("one two three four five six", { size: 10, width: 60, lines: 2 });
    expect(lines).toHaveLength(2);
    expect(lines[0]).toBe("one two");
    expect(lines[1]).toMatch(/^three.*…$/);
  });
});

describe("sheets", () => {
  test.each(SheetFormat.options)("%s has its true size and every label of it scans", async (format) => {
    const sheet = LABEL_SHEETS[format];
    const count = Math.min(labelsPerPage(sheet), 15) + 1;
    const labels = Array.from({ length: count }, (_, index) => ({
      code: codeFromPayload(`00000${"23456789ABCDEFGHJ".charAt(index)}`),
      name: NAMES[index % NAMES.length] ?? null,
    }));
    const skip = Math.max(0, labelsPerPage(sheet) - 1);
    const pages = await pdfPages(await drawLabelSheets(labels, { sheet, skip, public_url }));
    expect(pages.length).toBe(Math.ceil((skip + count) / labelsPerPage(sheet)));
    const read = [];
    for (const page of pages) {
      expect(page.width).toBeCloseTo((sheet.page.width * 72) / 25.4, 0);
      expect(page.height).toBeCloseTo((sheet.page.height * 72) / 25.4, 0);
      read.push(...(await readQrCodes(page.picture)));
    }
    expect(read.sort()).toEqual(labels.map((label) => `${public_url}/c/${label.code}`).sort());
    for (const label of labels) expect(pages.map(({ text }) => text).join("\n")).toContain(label.code);
  });

  test("words written from right to left keep their order", async () => {
    const sheet = LABEL_SHEETS.avery_l7160;
    for (const name of ["صندوق البراغي", "קופסת ברגים"]) {
      const [page] = await pdfPages(await drawLabelSheets([{ code, name }], { sheet, skip: 0, public_url }));
      expect(page?.text).toContain(name);
    }
  });

  test("labels stand where the paper has them, those used already left free", async () => {
    const sheet = LABEL_SHEETS.avery_l7160;
    const [page] = await pdfPages(
      await drawLabelSheets([{ code, name: "Box" }], { sheet, skip: 4, public_url }),
    );
    const { width = 0, height = 0, data = [] } = page?.picture ?? {};
    const dark = { left: width, top: height, right: 0, bottom: 0 };
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++)
        if ((data[(y * width + x) * 4] ?? 255) < 128) {
          dark.left = Math.min(dark.left, x);
          dark.right = Math.max(dark.right, x);
          dark.top = Math.min(dark.top, y);
          dark.bottom = Math.max(dark.bottom, y);
        }
    const mm = (pixels: number) => (pixels / width) * sheet.page.width;
    // The fifth label is the middle one of the second row.
    expect(mm(dark.left)).toBeGreaterThan(sheet.first.x + sheet.pitch.x);
    expect(mm(dark.right)).toBeLessThan(sheet.first.x + sheet.pitch.x + sheet.label.width);
    expect(mm(dark.top)).toBeGreaterThan(sheet.first.y + sheet.pitch.y);
    expect(mm(dark.bottom)).toBeLessThan(sheet.first.y + sheet.pitch.y + sheet.label.height);
  });
});
