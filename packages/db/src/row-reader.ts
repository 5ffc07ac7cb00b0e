import { rfc3339FromPostgres } from "./schema/columns.ts";

export type Decode = (value: unknown) => unknown;

/** Where a column's value goes in a row, and how what the driver makes of it is read; null when it is taken as it comes. */
export interface ReadColumn {
  readonly path: readonly string[];
  readonly decode: Decode | null;
}

/** What PostgreSQL says of a column, with the driver's own parser of its type. */
export interface DescribedColumn {
  readonly type: number;
  readonly parser?: (text: string) => unknown;
}

/** Makes an object of the `DataRow` message that begins there among bytes received, and uses the message up by that. */
export type ReadRow = (bytes: Buffer, begin: number) => Record<string, unknown>;

type Group = Map<string, Group | string>;

/** Where the length of the first column stands in a message: behind its kind, its own length and the number of columns. */
const COLUMNS_AT = 7;

/**
 * The way to read a statement's rows, once PostgreSQL has described them. A row's text is decoded as a whole and its values
 * are cut out of it, which takes a fifth of the time that it takes to decode each value. It is written out as source and compiled, since
 * a loop over columns has no shape of object that V8 could remember. The names in the source are the statement's own
 * columns, quoted; nothing of a caller's comes near it.
 */
export function rowReader(
  columns: readonly ReadColumn[],
): (described: readonly DescribedColumn[]) => ReadRow {
  const ofDescription = new WeakMap<readonly DescribedColumn[], ReadRow>();
  const ofTypes = new Map<string, ReadRow>(); // each connection has a description of its own
  return (described) => {
    const known = ofDescription.get(described);
    if (known) return known;
    const types = described.map(({ type }) => type).join();
    const read = ofTypes.get(types) ?? compiled(columns, described);
    ofTypes.set(types, read);
    ofDescription.set(described, read);
    return read;
  };
}

function compiled(columns: readonly ReadColumn[], described: readonly DescribedColumn[]): ReadRow {
  const root: Group = new Map();
  const walk: string[] = [];
  let at = "start";
  for (const [n, { path, decode }] of columns.entries()) {
    walk.push(`const length${n} = lengthAt(bytes, ${at}), from${n} = ${at} + 4;`);
    walk.push(`const to${n} = length${n} === -1 ? from${n} : from${n} + length${n};`);
    at = `to${n}`;
    let value = `cut(bytes, text, start, from${n}, to${n})`;
    if (described[n]?.parser) value = `parsers[${n}](${value})`;
    if (decode) value = `decoders[${n}](${value})`;
    if (decode === rfc3339FromPostgres) {
      walk.push(`const instant${n} = rewriteInstant(bytes, from${n}, length${n});`);
      value = `instant${n} ? cut(bytes, text, start, from${n}, from${n} + ${RFC3339_LENGTH}) : ${value}`;
    }
    groupAt(root, path.slice(0, -1)).set(path.at(-1) ?? "", `length${n} === -1 ? null : ${value}`);
  }
  const make = new Function(
    "decoders",
    "parsers",
    "lengthAt",
    "rewriteInstant",
    "textOf",
    "cut",
    `return (bytes, begin) => {
      const start = begin + ${COLUMNS_AT};
      ${walk.join("\n")}
      const text = textOf(bytes, start, ${at});
      return ${sourceOf(root)};
    };`,
  );
  const decoders = columns.map(({ decode }) => decode);
  const parsers = described.map(({ parser }) => parser);
  return make(decoders, parsers, lengthAt, rewriteInstant, textOf, cut) as ReadRow; // as it was just written
}

function groupAt(root: Group, path: readonly string[]): Group {
  let group = root;
  for (const name of path) {
    const known = group.get(name);
    const next: Group = known instanceof Map ? known : new Map();
    group.set(name, next);
    group = next;
  }
  return group;
}

function sourceOf(group: Group): string {
  const members = Array.from(group, ([name, value]) => {
    return `${JSON.stringify(name)}: ${typeof value === "string" ? value : sourceOf(value)}`;
  });
  return `{ ${members.join(", ")} }`;
}

/** Bits that a byte of ASCII has not, in each of four. */
const BEYOND_ASCII = 0x80808080;

/** The length of a column in bytes, -1 for null. Where it would not be read as text, it is blanked. */
function lengthAt(bytes: Buffer, at: number): number {
  const length = bytes.readInt32BE(at);
  if ((length & BEYOND_ASCII) !== 0) bytes.writeInt32BE(0, at);
  return length;
}

const POSTGRES_LENGTH = "2026-01-02 03:04:05.678+00".length;
const RFC3339_LENGTH = "2026-01-02T03:04:05.678Z".length;
const [T, Z, SPACE, DASH, POINT, PLUS, ZERO] = Buffer.from("TZ -.+0");

/** Makes RFC 3339 of a time where it stands, if it needs no more than two other letters: a copy would be made of pieces. */
function rewriteInstant(bytes: Buffer, from: number, length: number): boolean {
  if (
    length !== POSTGRES_LENGTH ||
    bytes[from + 4] !== DASH ||
    bytes[from + 10] !== SPACE ||
    bytes[from + 19] !== POINT ||
    bytes[from + 23] !== PLUS ||
    bytes[from + 24] !== ZERO ||
    bytes[from + 25] !== ZERO
  )
    return false;
  bytes.writeUInt8(T ?? 0, from + 10);
  bytes.writeUInt8(Z ?? 0, from + 23);
  return true;
}

/** Columns as text whose places are those of its bytes; null when one of its values is not ASCII. */
function textOf(bytes: Buffer, start: number, end: number): string | null {
  const text = bytes.toString("utf8", start, end);
  return text.length === end - start ? text : null;
}

/** Bytes as text. */
const cut = (bytes: Buffer, text: string | null, start: number, from: number, to: number): string =>
  text === null ? bytes.toString("utf8", from, to) : text.substring(from - start, to - start);
