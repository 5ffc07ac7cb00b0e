import { setImmediate as nextTurn } from "node:timers/promises";
import { type LabelSheet, labelsPerPage } from "@stowage/contract/label-sheets";
import PDFDocument from "pdfkit";
import { codeImage, labelUrl } from "./label-code-image.ts";
import { type LabelWords, printableWords } from "./label-layout.ts";
import { labelFont, shortened, wrapped } from "./label-text.ts";

const POINTS_PER_MM = 72 / 25.4;
const FONT = "label";
/** Naming features, though none, has a line shaped as a whole: word by word, Arabic and Hebrew ones come out of order. */
const WHOLE_LINE = { lineBreak: false, features: [] };

/** A place on a page, in points. */
interface Cell {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Sheets of labels as PDF. A thousand labels take about a second of work, so other requests are let in between pages.
 * @param skip  labels of the first sheet that are used already; fewer than a sheet has
 */
export async function drawLabelSheets(
  labels: readonly LabelWords[],
  { sheet, skip, public_url }: { sheet: LabelSheet; skip: number; public_url: string },
): Promise<Buffer> {
  const size: [number, number] = [sheet.page.width * POINTS_PER_MM, sheet.page.height * POINTS_PER_MM];
  // The empty font keeps the library from reading its own ones from a disk that a bundle has not.
  const pdf = new PDFDocument({ size, margin: 0, font: "", autoFirstPage: false, info: { Title: "Labels" } });
  const parts: Buffer[] = [];
  pdf.on("data", (part: Buffer) => parts.push(part));
  const ended = new Promise<void>((resolve, reject) => pdf.on("end", resolve).on("error", reject));
  pdf.registerFont(FONT, labelFont().bytes);
  for (const [index, label] of labels.entries()) {
    const slot = (skip + index) % labelsPerPage(sheet);
    if (slot === 0 || index === 0) {
      await nextTurn();
      pdf.addPage();
    }
    drawLabel(pdf, printableWords(label), cellOf(sheet, slot), public_url);
  }
  pdf.end();
  await ended;
  return Buffer.concat(parts);
}

function cellOf({ first, pitch, label, columns }: LabelSheet, slot: number): Cell {
  const [column, row] = [slot % columns, Math.floor(slot / columns)];
  return {
    x: (first.x + column * pitch.x) * POINTS_PER_MM,
    y: (first.y + row * pitch.y) * POINTS_PER_MM,
    width: label.width * POINTS_PER_MM,
    height: label.height * POINTS_PER_MM,
  };
}

type Pdf = InstanceType<typeof PDFDocument>;

function drawLabel(pdf: Pdf, words: LabelWords, cell: Cell, public_url: string): void {
  const isWide = cell.width >= cell.height * 1.3;
  const line = isWide ? Math.min(12, cell.height / 6.5) : cell.height / 11;
  // Printers shift by a millimetre or so: what matters keeps off the edges.
  const edge = cell.height * 0.05;
  const side = isWide ? Math.min(cell.height, cell.width / 2) - edge : cell.height - 2.4 * line;
  const left = isWide ? cell.x + edge / 2 : cell.x + (cell.width - side) / 2;
  const top = isWide ? cell.y + (cell.height - side) / 2 : cell.y;
  drawCode(pdf, labelUrl(public_url, words.code), { x: left, y: top, side });
  if (isWide) drawBeside(pdf, words, line, { ...cell, x: left + side, width: cell.width - side - 2 * edge });
  else drawBelow(pdf, words, line, { ...cell, y: top + side });
}

function drawCode(pdf: Pdf, url: string, { x, y, side }: { x: number; y: number; side: number }): void {
  const { size, runs } = codeImage(url);
  const module = side / size;
  for (const run of runs) pdf.rect(x + run.x * module, y + run.y * module, run.length * module, module);
  pdf.fill("#000");
}

/** Name and code in the middle of the height. */
function drawBeside(pdf: Pdf, { name, code }: LabelWords, line: number, cell: Cell): void {
  const fits = Math.max(1, Math.floor((cell.height * 0.85 - line * 1.3) / (line * 1.2)));
  const named =
    name === null ? [] : wrapped(name, { size: line, width: cell.width, lines: Math.min(4, fits) });
  const height = named.length * line * 1.2 + line * 1.3;
  let y = cell.y + (cell.height - height) / 2;
  for (const text of named) {
    drawText(pdf, text, line, { x: cell.x, y });
    y += line * 1.2;
  }
  drawText(pdf, code, fittingSize(code, line * 1.1, cell.width), { x: cell.x, y: y + line * 0.1 });
}

/** One line of each, centred. */
function drawBelow(pdf: Pdf, { name, code }: LabelWords, line: number, cell: Cell): void {
  const named = name === null ? "" : shortened(name, { size: line * 0.85, width: cell.width * 0.92 });
  const options = { ...WHOLE_LINE, width: cell.width, align: "center" } as const;
  pdf
    .font(FONT)
    .fontSize(line * 0.85)
    .text(named, cell.x, cell.y, options);
  pdf.fontSize(line).text(code, cell.x, cell.y + line * 0.95, options);
}

function drawText(pdf: Pdf, text: string, size: number, { x, y }: { x: number; y: number }): void {
  pdf.font(FONT).fontSize(size).text(text, x, y, WHOLE_LINE);
}

/** A code is never shortened: it gets smaller. */
function fittingSize(code: string, size: number, width: number): number {
  const needed =
    shortened(code, { size, width }) === code ? size : (size * width) / (code.length * size * 0.75);
  return Math.min(size, needed);
}
