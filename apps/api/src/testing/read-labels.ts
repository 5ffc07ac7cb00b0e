import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { PDFiumLibrary } from "@hyzyla/pdfium";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";

/** Pixels as a camera would see them. */
export interface Picture {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

// The decoder that the scan screen uses too; here its program comes from the disk.
prepareZXingModule({
  overrides: {
    wasmBinary: new Uint8Array(
      readFileSync(createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm")),
    ).buffer,
  },
});

/** The texts of all QR codes in an image file, or in a picture, from the top. */
export async function readQrCodes(image: Uint8Array | Picture): Promise<string[]> {
  const input =
    image instanceof Uint8Array ? new Uint8Array(image) : { colorSpace: "srgb" as const, ...image };
  const found = await readBarcodes(input as Parameters<typeof readBarcodes>[0], {
    formats: ["QRCode"],
    maxNumberOfSymbols: 255,
  }); // decoding looks at pixels and sizes alone
  return found
    .toSorted(
      (one, other) =>
        one.position.topLeft.y - other.position.topLeft.y ||
        one.position.topLeft.x - other.position.topLeft.x,
    )
    .map(({ text }) => text);
}

/** A PDF's pages as pictures, with their sizes in points and their texts. */
export async function pdfPages(
  file: Uint8Array,
): Promise<{ picture: Picture; width: number; height: number; text: string }[]> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(file);
    const pages = [];
    for (const page of document.pages()) {
      const { originalWidth: width, originalHeight: height } = page.getOriginalSize();
      const text = page.getText(); // before it is drawn: afterwards the library cannot any more
      const { data, ...size } = await page.render({ scale: 3, render: "bitmap" });
      pages.push({
        picture: { width: size.width, height: size.height, data: new Uint8ClampedArray(data) },
        width,
        height,
        text,
      });
    }
    document.destroy();
    return pages;
  } finally {
    library.destroy();
  }
}
