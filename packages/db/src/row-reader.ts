export type RawRow = readonly unknown[];
export type Decode = (value: unknown) => unknown;

/** Where a column's value goes in a row, and how it is read; null when it is taken as it comes. */
export interface ReadColumn {
  readonly path: readonly string[];
  readonly decode: Decode | null;
}

type Group = Map<string, Group | string>;

/**
 * A function that makes an object of a raw row. It is written out as source, `({ "id": raw[0], "at": decoders[1](raw[1]) })`, and
 * compiled: a loop over columns has no shape of object that V8 could remember, and takes ten times as long. The names in
 * it are the statement's own columns, quoted; nothing of a caller's comes near it.
 */
export function rowReader(columns: readonly ReadColumn[]): (raw: RawRow) => Record<string, unknown> {
  const root: Group = new Map();
  for (const [at, { path, decode }] of columns.entries()) {
    const value = decode ? `raw[${at}] === null ? null : decoders[${at}](raw[${at}])` : `raw[${at}]`;
    groupAt(root, path.slice(0, -1)).set(path.at(-1) ?? "", value);
  }
  const make = new Function("decoders", `return (raw) => (${sourceOf(root)});`);
  return make(columns.map(({ decode }) => decode)) as (raw: RawRow) => Record<string, unknown>; // as it was just written
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
