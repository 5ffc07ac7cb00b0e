import { createKeyFormat, type KeyFormat } from "@stowage/auth/key-format";

/** A key that was found, by where it is and what may be shown of it. */
export interface FoundKey {
  /** From 1. */
  readonly line: number;
  /** From 1, in bytes of the line; in UTF-16, in its units. */
  readonly column: number;
  /** `sk_stowage_live_4fK2...` */
  readonly prefix: string;
  readonly environment: "live" | "test";
}

/** Gets each key with its secret: nothing else does, and nothing prints it. */
export type OnKey = (found: FoundKey, secret: string) => void;

const CAPACITY = 1024 * 1024;
/** What is kept of the end of a chunk: twice the longest key with what stands before it, in UTF-16. */
const OVERLAP = 512;
/** Of the overlap, the part whose matches wait for the bytes after them. */
const UNDECIDED = OVERLAP / 2;

/** `_live_` */
const ENVIRONMENT_CHARACTERS = 6;
const BODY_CHARACTERS = 32;
const IS_BASE62 = Uint8Array.from({ length: 256 }, (_, byte) =>
  /[0-9A-Za-z]/.test(String.fromCharCode(byte)) ? 1 : 0,
);

const BRAND_CHARACTERS = 20;
const [UNDERSCORE, LETTER_S, LETTER_K] = Buffer.from("_sk");

const BEFORE_CHARACTERS = 48;
const AFTER_CHARACTERS = 39;
// The end of a word before a key, or the end of an escape that stands for a character or a colour:
// \n, %3D, =3D of quoted-printable, \x3d, \u003d, ESC [ 3 2 m.
const BEFORE_KEY =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: logs colour their keys
  /(?:^|[^0-9A-Za-z_]|\\[a-z]|[%=][0-9A-Fa-f]{2}|\\x[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\x1b\[[0-9;]*m)(sk(?:_([a-z0-9]{1,20}))?)$/;
const FROM_ENVIRONMENT = /^_(live|test)_[0-9A-Za-z]{32}(?![0-9A-Za-z_])/;

// What every key holds, of whatever brand, and how far after the underscore; in UTF-16 with zeros between the letters,
// whichever end comes first. Zeros are rare, so that a search that begins with one is fast.
const NEEDLES = ["live", "test"].flatMap((word) => [
  { bytes: Buffer.from(`_${word}_`), offset: 0, stride: 1 },
  { bytes: Buffer.from(`\0${[...word].join("\0")}\0`), offset: 1, stride: 2 },
]);

const NEWLINE = Buffer.from("\n");
const NEAR_BYTES = 64;

/**
 * Where `needle` stands next. The system's search is fast over long ways, but slow to begin; where one follows upon the
 * other, looking at the nearest bytes first is faster.
 */
function indexOf(bytes: Buffer, needle: Buffer, from: number): number {
  const near = Math.min(from + NEAR_BYTES, bytes.length);
  const first = needle[0];
  for (let at = from; at < near; at++) if (bytes[at] === first && startsAt(bytes, needle, at)) return at;
  return near < bytes.length ? bytes.indexOf(needle, near) : -1;
}

function startsAt(bytes: Buffer, needle: Buffer, at: number): boolean {
  for (let i = 1; i < needle.length; i++) if (bytes[at + i] !== needle[i]) return false;
  return true;
}

/**
 * Finds the keys in one text that comes in chunks, of any size and encoding; only those whose checksum is right. It
 * looks for bytes and decodes nothing, so that it goes about as fast as the bytes can be read.
 */
export class KeyFinder {
  readonly #onKey: OnKey;
  readonly #buffer = Buffer.allocUnsafeSlow(CAPACITY + OVERLAP);
  #filled = 0;
  /** Before it, all matches are decided. */
  #decided = 0;
  /** Up to here the lines are counted. */
  #counted = 0;
  #line = 1;
  /** Where the line begins that `#counted` is in; negative when that has left the buffer. */
  #lineStart = 0;
  #format: (KeyFormat & { readonly brand: string }) | null = null;

  constructor(onKey: OnKey) {
    this.#onKey = onKey;
  }

  /** Where to write the next bytes; say how many with `wrote`. */
  room(): Buffer {
    return this.#buffer.subarray(this.#filled);
  }

  wrote(count: number): void {
    this.#filled += count;
    if (this.#filled === this.#buffer.length) this.#shift();
  }

  push(chunk: Buffer): void {
    for (let at = 0; at < chunk.length; ) {
      const copied = chunk.copy(this.#buffer, this.#filled, at);
      at += copied;
      this.wrote(copied);
    }
  }

  /** The text is over; the next one begins. */
  end(): void {
    this.#search(this.#filled);
    this.#filled = 0;
    this.#decided = 0;
    this.#counted = 0;
    this.#line = 1;
    this.#lineStart = 0;
  }

  #shift(): void {
    const kept = this.#filled - OVERLAP;
    this.#search(this.#filled - UNDECIDED);
    this.#countTo(kept);
    this.#buffer.copyWithin(0, kept, this.#filled);
    this.#filled = OVERLAP;
    this.#decided -= kept;
    this.#counted -= kept;
    this.#lineStart -= kept;
  }

  #search(end: number): void {
    const view = this.#buffer.subarray(0, this.#filled);
    const matches: { at: number; stride: number }[] = [];
    for (const { bytes, offset, stride } of NEEDLES) {
      const to = end + offset;
      for (let at = indexOf(view, bytes, this.#decided + offset); at !== -1 && at < to; ) {
        if (this.#looksLikeKey(at - offset, stride)) matches.push({ at: at - offset, stride });
        at = indexOf(view, bytes, at + 1);
      }
    }
    matches.sort((one, other) => one.at - other.at);
    for (const { at, stride } of matches) this.#decide(at, stride);
    this.#decided = end;
  }

  #decide(at: number, stride: number): void {
    const after = this.#text(at, AFTER_CHARACTERS, stride);
    const [rest, environment] = FROM_ENVIRONMENT.exec(after) ?? [];
    if (rest === undefined) return;
    const before = this.#text(at - BEFORE_CHARACTERS * stride, BEFORE_CHARACTERS, stride);
    const [, start, brand = ""] = BEFORE_KEY.exec(before) ?? [];
    if (start === undefined) return;
    const format = this.#formatOf(brand);
    const secret = start + rest;
    if (format.parse(secret) === null) return;
    const keyAt = at - start.length * stride;
    this.#countTo(keyAt);
    const found = {
      line: this.#line,
      column: Math.floor((keyAt - this.#lineStart) / stride) + 1,
      prefix: format.displayPrefix(secret),
      environment: environment === "test" ? ("test" as const) : ("live" as const),
    };
    this.#onKey(found, secret);
  }

  /** Most look-alikes end here, before any text is made. */
  #looksLikeKey(at: number, stride: number): boolean {
    const bodyAt = at + ENVIRONMENT_CHARACTERS * stride;
    if (this.#buffer[at] !== UNDERSCORE || this.#buffer[bodyAt - stride] !== UNDERSCORE) return false;
    return this.#isStartBefore(at, stride) && this.#isBodyAt(bodyAt, stride);
  }

  /** Whether `sk`, or `sk_` and what may be a brand, stands before. */
  #isStartBefore(end: number, stride: number): boolean {
    const isSkBefore = (to: number) =>
      this.#buffer[to - stride] === LETTER_K && this.#buffer[to - 2 * stride] === LETTER_S;
    if (isSkBefore(end)) return true;
    const from = Math.max(0, end - (BRAND_CHARACTERS + 1) * stride);
    for (let at = end - stride; at >= from; at -= stride) {
      if (this.#buffer[at] === UNDERSCORE) return isSkBefore(at);
      if (IS_BASE62[this.#buffer[at] ?? 0] !== 1) return false;
    }
    return false;
  }

  #isBodyAt(from: number, stride: number): boolean {
    const to = from + BODY_CHARACTERS * stride;
    if (to > this.#filled + stride - 1) return false;
    for (let at = from; at < to; at += stride) if (IS_BASE62[this.#buffer[at] ?? 0] !== 1) return false;
    return true;
  }

  /** Up to `count` characters from `at`, as many as there are. */
  #text(at: number, count: number, stride: number): string {
    const from = Math.max(at, at < 0 ? ((at % stride) + stride) % stride : at);
    const bytes = this.#buffer.toString("latin1", from, Math.min(at + count * stride, this.#filled));
    if (stride === 1) return bytes;
    let text = "";
    for (let i = 0; i < bytes.length; i += stride) text += bytes.charAt(i);
    return text;
  }

  /** Of the brand that was last: most texts hold keys of one. */
  #formatOf(brand: string): KeyFormat {
    if (this.#format?.brand !== brand) this.#format = { brand, ...createKeyFormat(brand) };
    return this.#format;
  }

  #countTo(end: number): void {
    for (let at = indexOf(this.#buffer, NEWLINE, this.#counted); at !== -1 && at < end; ) {
      this.#line++;
      this.#lineStart = at + 1;
      at = indexOf(this.#buffer, NEWLINE, at + 1);
    }
    this.#counted = Math.max(this.#counted, end);
  }
}
