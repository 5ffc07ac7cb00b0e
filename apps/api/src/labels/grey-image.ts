import { crc32, deflateSync } from "node:zlib";

type Point = readonly [x: number, y: number];
/** Closed lines; what they wind around is filled. */
export type Outline = readonly (readonly Point[])[];

/** Scan lines to a pixel; edges get as many shades upwards, and any number sideways. */
const LINES = 4;

/** Pixels in shades of grey, white at first; what is drawn is black. */
export class GreyImage {
  readonly width: number;
  readonly height: number;
  readonly #ink: Float32Array;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.#ink = new Float32Array(width * height);
  }

  /** A rectangle on whole pixels. */
  fillRect(x: number, y: number, width: number, height: number): void {
    for (let row = y; row < y + height; row++)
      this.#ink.fill(1, row * this.width + x, row * this.width + x + width);
  }

  /** A shape with smooth edges, by the non-zero winding rule. */
  fillOutline(outline: Outline): void {
    const ys = outline.flatMap((line) => line.map(([, y]) => y));
    const top = Math.max(0, Math.floor(Math.min(...ys)));
    const bottom = Math.min(this.height, Math.ceil(Math.max(...ys)));
    for (let row = top; row < bottom; row++)
      for (let line = 0; line < LINES; line++)
        this.#fillLine(row, crossings(outline, row + (line + 0.5) / LINES));
  }

  #fillLine(row: number, crossed: Crossing[]): void {
    let winding = 0;
    crossed.forEach(({ x, turn }, index) => {
      winding += turn;
      const next = crossed[index + 1];
      if (winding !== 0 && next) this.#fillSpan(row, x, next.x);
    });
  }

  #fillSpan(row: number, from: number, to: number): void {
    const last = Math.min(this.width, Math.ceil(to));
    for (let x = Math.max(0, Math.floor(from)); x < last; x++) {
      const covered = Math.min(x + 1, to) - Math.max(x, from);
      const at = row * this.width + x;
      this.#ink[at] = Math.min(1, (this.#ink[at] ?? 0) + covered / LINES);
    }
  }

  /** As PNG: 8-bit grey, one IDAT chunk, no filter. */
  toPng(): Buffer {
    const rows = Buffer.alloc((this.width + 1) * this.height);
    for (let y = 0; y < this.height; y++)
      for (let x = 0; x < this.width; x++)
        rows[y * (this.width + 1) + 1 + x] = Math.round(255 * (1 - (this.#ink[y * this.width + x] ?? 0)));
    const header = Buffer.alloc(13);
    header.writeUInt32BE(this.width, 0);
    header.writeUInt32BE(this.height, 4);
    header.set([8, 0, 0, 0, 0], 8); // depth, grey, deflate, filter method, not interlaced
    const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    return Buffer.concat([
      signature,
      chunk("IHDR", header),
      chunk("IDAT", deflateSync(rows)),
      chunk("IEND", Buffer.alloc(0)),
    ]);
  }
}

interface Crossing {
  x: number;
  turn: 1 | -1;
}

function crossings(outline: Outline, y: number): Crossing[] {
  const found: Crossing[] = [];
  for (const line of outline)
    line.forEach(([x1, y1], index) => {
      const [x2, y2] = line[(index + 1) % line.length] ?? [x1, y1];
      if (y1 <= y === y2 <= y) return;
      found.push({ x: x1 + ((y - y1) / (y2 - y1)) * (x2 - x1), turn: y1 < y2 ? 1 : -1 });
    });
  return found.sort((one, other) => one.x - other.x);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
