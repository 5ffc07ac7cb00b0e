import { closeSync, createReadStream, openSync, readSync } from "node:fs";
import { createGunzip } from "node:zlib";
import type { Listener } from "./finding.ts";
import { KeyFinder } from "./key-finder.ts";

const GZIP = Buffer.from([0x1f, 0x8b, 0x08]);
// What an archive or a stream begins with whose content no byte search sees.
const COMPRESSED: readonly (readonly [string, Buffer])[] = [
  ["zip", Buffer.from("PK\x03\x04", "latin1")],
  ["bzip2", Buffer.from("BZh")],
  ["xz", Buffer.from("\xfd7zXZ\0", "latin1")],
  ["zstandard", Buffer.from("\x28\xb5\x2f\xfd", "latin1")],
  ["7z", Buffer.from("7z\xbc\xaf\x27\x1c", "latin1")],
];

/** Looks for keys in files, one after the other; what is compressed with gzip is unpacked for that. */
export function createFileScan(listener: Listener): (path: string) => Promise<void> {
  let path = "";
  const finder = new KeyFinder((found, secret) => listener.found({ ...found, path }, secret));
  return async (next) => {
    path = next;
    const start = scanPlain(path, finder, listener);
    if (start === null) return;
    listener.looked({ files: 1 });
    if (startsWith(start, GZIP)) await scanGzip(path, finder, listener);
    const format = COMPRESSED.find(([, magic]) => startsWith(start, magic))?.[0];
    if (format) listener.skipped(path, `what it holds is compressed with ${format}`);
  };
}

const startsWith = (bytes: Buffer, magic: Buffer) => bytes.subarray(0, magic.length).equals(magic);

/** @returns its first bytes, or null when it cannot be read */
function scanPlain(path: string, finder: KeyFinder, listener: Listener): Buffer | null {
  let start: Buffer | null = null;
  let file: number | undefined;
  try {
    file = openSync(path, "r");
    for (;;) {
      const room = finder.room();
      const count = readSync(file, room);
      start ??= Buffer.from(room.subarray(0, Math.min(count, 16)));
      if (count === 0) break;
      finder.wrote(count);
      listener.looked({ bytes: count });
    }
    finder.end();
    return start;
  } catch (error) {
    listener.skipped(path, reasonOf(error), true);
    return null;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

async function scanGzip(path: string, finder: KeyFinder, listener: Listener): Promise<void> {
  try {
    await scanChunks(createReadStream(path).pipe(createGunzip()), finder, listener);
  } catch (error) {
    finder.end();
    listener.skipped(path, `its gzip data is damaged (${reasonOf(error)})`, true);
  }
}

/** Looks for keys in a stream. */
export async function scanChunks(
  chunks: AsyncIterable<Buffer | string>,
  finder: KeyFinder,
  listener: Listener,
): Promise<void> {
  for await (const chunk of chunks) {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
    finder.push(bytes);
    listener.looked({ bytes: bytes.length });
  }
  finder.end();
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "it may not be read",
  EPERM: "it may not be read",
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
};

/** Why the system refused, in words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}
