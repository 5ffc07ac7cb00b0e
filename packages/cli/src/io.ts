import type { Readable, Writable } from "node:stream";
import { harmless } from "./output/printable.ts";
import { PAINTED } from "./output/style.ts";

/** What the program writes to. */
type Outlet = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** What the program is connected to; a terminal says so and knows its width. */
export interface Io {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Outlet;
  readonly stderr: Outlet;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  readonly fetch: typeof globalThis.fetch;
  /** Lets so many seconds pass; rejects with the signal's reason once that is aborted. */
  readonly wait: (seconds: number, signal: AbortSignal) => Promise<void>;
}

/** Nobody reads any more what is written, as after `| head`. */
export class ReaderGone extends Error {}

/**
 * Writes, and waits until it is taken. A terminal gets no escape sequence but those of our own colours, whatever the
 * text is from: nothing else in the program writes, so that no command has to remember.
 * @throws ReaderGone
 */
export function write(stream: Outlet, text: string): Promise<void> {
  return writeRaw(stream, stream.isTTY ? harmless(text, PAINTED) : text);
}

const CLEAR_LINE = "\r\x1b[2K";

/** Replaces the line that the cursor of a terminal is in; does not wait. */
export function rewriteLine(stream: Outlet, text: string): void {
  stream.write(CLEAR_LINE + harmless(text, PAINTED).replaceAll("\n", " "));
}

/** Writes the pieces of a file as they come: byte by byte, but to a terminal as text like any other. */
export function fileWriter(stream: Outlet): (bytes: Uint8Array) => Promise<void> {
  const decoder = new TextDecoder();
  return (bytes) =>
    writeRaw(stream, stream.isTTY ? harmless(decoder.decode(bytes, { stream: true })) : bytes);
}

function writeRaw(stream: Outlet, content: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(content, (error) => {
      if (!error) resolve();
      else reject("code" in error && error.code === "EPIPE" ? new ReaderGone() : error);
    });
  });
}
