import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encode } from "uqr";

const WIDTH = 640;
const HEIGHT = 480;
/** A code fills most of the picture's height. */
const MODULE = 10;

/**
 * A film for Chromium's fake camera (YUV4MPEG2) in which a QR code of the text is held still before the lens.
 * @returns the file's path
 */
export function filmOf(text: string): string {
  const { size, data } = encode(text, { ecc: "M", border: 4 });
  const luma = Buffer.alloc(WIDTH * HEIGHT, 200);
  const [left, top] = [(WIDTH - size * MODULE) >> 1, (HEIGHT - size * MODULE) >> 1];
  if (top < 0) throw new Error("the code is larger than the picture");
  for (let y = 0; y < size * MODULE; y++)
    for (let x = 0; x < size * MODULE; x++) {
      const isDark = data[Math.floor(y / MODULE)]?.[Math.floor(x / MODULE)] ?? false;
      luma[(top + y) * WIDTH + left + x] = isDark ? 16 : 235;
    }
  const grey = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const frame = Buffer.concat([Buffer.from("FRAME\n"), luma, grey]);
  const header = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`);
  const path = join(mkdtempSync(join(tmpdir(), "stowage-film-")), "camera.y4m");
  writeFileSync(path, Buffer.concat([header, ...Array.from({ length: 10 }, () => frame)]));
  return path;
}
