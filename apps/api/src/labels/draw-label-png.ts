import type { Path } from "fontkit";
import { GreyImage, type Outline } from "./grey-image.ts";
import type { LabelLayout, LabelLine } from "./label-layout.ts";
import { labelFont, widthOf } from "./label-text.ts";

/** The label as an image in shades of grey, its text in the bundled font. */
export function drawLabelPng({ width, height, image, module, inset, lines }: LabelLayout): Buffer {
  const png = new GreyImage(width, height);
  for (const { x, y, length } of image.runs)
    png.fillRect(inset + x * module, inset + y * module, length * module, module);
  for (const line of lines) drawLine(png, line);
  return png.toPng();
}

function drawLine(png: GreyImage, { text, x, baseline, size }: LabelLine): void {
  const { font } = labelFont();
  const { glyphs, positions } = font.layout(text);
  const scale = size / font.unitsPerEm;
  let pen = x - widthOf(text, size) / 2;
  glyphs.forEach((glyph, index) => {
    const position = positions[index];
    const [left, up] = [pen + (position?.xOffset ?? 0) * scale, (position?.yOffset ?? 0) * scale];
    const outline = outlineOf(glyph.path, (px, py) => [left + px * scale, baseline - up - py * scale]);
    if (outline.length > 0) png.fillOutline(outline);
    pen += (position?.xAdvance ?? 0) * scale;
  });
}

type Place = (x: number, y: number) => [number, number];
/** Straight pieces that stand for a curve: at the sizes of labels the eye sees no corner. */
const PIECES = 6;

/** The glyph's closed lines; its curves are quadratic, as in every TrueType font. */
function outlineOf({ commands }: Path, place: Place): Outline {
  const outline: [number, number][][] = [];
  let [fromX, fromY] = [0, 0];
  for (const { command, args } of commands) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = args;
    if (command === "moveTo") outline.push([place(x1, y1)]);
    if (command === "lineTo") outline.at(-1)?.push(place(x1, y1));
    if (command === "quadraticCurveTo")
      for (let piece = 1; piece <= PIECES; piece++) {
        const t = piece / PIECES;
        const along = (a: number, b: number, c: number) =>
          (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t ** 2 * c;
        outline.at(-1)?.push(place(along(fromX, x1, x2), along(fromY, y1, y2)));
      }
    if (args.length > 0) [fromX, fromY] = command === "quadraticCurveTo" ? [x2, y2] : [x1, y1];
  }
  return outline;
}
