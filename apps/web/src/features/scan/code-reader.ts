import wasmUrl from "zxing-wasm/reader/zxing_reader.wasm?url";

/** Reads the codes in a picture. */
export interface CodeReader {
  detect(picture: HTMLVideoElement | Blob): Promise<{ rawValue: string }[]>;
}

interface ReaderKind {
  new (options: { formats: readonly string[] }): CodeReader;
  getSupportedFormats(): Promise<readonly string[]>;
}

/** What stands on labels and on goods. */
const FORMATS = [
  "qr_code",
  "ean_13",
  "ean_8",
  "upc_a",
  "upc_e",
  "code_128",
  "code_39",
  "itf",
  "data_matrix",
] as const;

let loaded: Promise<CodeReader> | null = null;

/**
 * The browser's own reader where it knows all of the formats; else ZXing as WebAssembly, from this server. Loaded once,
 * and only when a picture is to be read; what did not load is asked for again the next time.
 */
export function loadCodeReader(): Promise<CodeReader> {
  loaded ??= load().catch((error: unknown) => {
    loaded = null;
    throw error;
  });
  return loaded;
}

async function load(): Promise<CodeReader> {
  const native = await nativeKind();
  if (native) return new native({ formats: FORMATS });
  const { BarcodeDetector, prepareZXingModule } = await import("barcode-detector/ponyfill");
  await prepareZXingModule({ overrides: { locateFile: () => wasmUrl }, fireImmediately: true });
  return new BarcodeDetector({ formats: [...FORMATS] });
}

async function nativeKind(): Promise<ReaderKind | null> {
  const kind = (window as { BarcodeDetector?: ReaderKind }).BarcodeDetector; // not in the DOM's types
  try {
    const known = await kind?.getSupportedFormats();
    return kind && FORMATS.every((format) => known?.includes(format)) ? kind : null;
  } catch {
    return null;
  }
}
