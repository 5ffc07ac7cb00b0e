/// <reference types="node" />
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CSV_COLUMNS, CSV_KINDS } from "./csv-columns.ts";

const page = readFileSync(new URL("../../../docs/import-and-export.md", import.meta.url), "utf8");

test.each(CSV_KINDS)(
  "the page about import explains every column of a %s, in the catalogue's words",
  (kind) => {
    const heading = `### ${kind.charAt(0).toUpperCase()}${kind.slice(1)}s`;
    const section = page.split(`\n${heading}\n`)[1]?.split("\n### ")[0] ?? "";
    const rows = section.matchAll(/^\| (`[^|]+`) \| (.*) \| (.*) \|$/gm);
    const expected = CSV_COLUMNS[kind]
      .filter(({ isForPeople }) => !isForPeople)
      .map(({ name, about, aliases = [] }) => [
        `\`${name}\``,
        about,
        aliases.map((alias) => `\`${alias}\``).join(", "),
      ]);
    expect(Array.from(rows, ([, name, about, aliases]) => [name, about, aliases])).toEqual(expected);
  },
);
