import { id } from "@stowage/contract/ids";
import { CalendarDate, Timestamp } from "@stowage/contract/times";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { jsonWriter } from "./json-writer.ts";

const HOSTILE = [
  "",
  "plain",
  'say "so"',
  "back\\slash",
  "line\nbreak\ttab\u0000\u001f\u007f",
  "\u2028\u2029 é 日本 🔩",
  "half \ud83d of one",
  "__proto__",
  "</script>",
];

const Kind = z.enum(["a", 'b"', "c\\d"]);
const Row = z.strictObject({
  id: id("bin"),
  name: z.string(),
  note: z.string().nullable(),
  tags: z.array(z.string()),
  quantity: z.number(),
  is_low: z.boolean(),
  kind: Kind,
  plain_kind: z.enum(["live", "test"]),
  made_at: Timestamp,
  expires_on: CalendarDate.nullable(),
  place: z.strictObject({ name: z.string(), depth: z.int() }).nullable(),
  fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  'odd"name': z.string(),
  anything: z.unknown(),
  path: z.array(z.strictObject({ id: z.string() })).optional(),
  count: z.int().optional(),
});

const row = (text: string, over: object = {}) => ({
  id: "bin_01h455vb4pex5vsknk084sn02q",
  name: text,
  note: text,
  tags: [text, text],
  quantity: 1.5,
  is_low: false,
  kind: 'b"',
  plain_kind: "live",
  made_at: "2026-01-02T03:04:05.678Z",
  expires_on: "2026-01-02",
  place: { name: text, depth: 3 },
  fields: { [text]: text, n: 1, no: false, nothing: null },
  'odd"name': text,
  anything: { text },
  path: [{ id: text }],
  count: 0,
  ...over,
});

function expectSame(schema: z.ZodType, value: unknown) {
  const seen = schema.parse(value);
  expect(jsonWriter(schema)(seen)).toBe(JSON.stringify(seen));
}

describe("an answer is the text that JSON.stringify would make of it", () => {
  test.each(HOSTILE)("whatever people write: %j", (text) => {
    expectSame(Row, row(text));
    expectSame(z.strictObject({ data: z.array(Row), next_cursor: z.string().nullable() }), {
      data: [row(text), row("x"), row(text, { path: undefined, count: undefined, anything: undefined })],
      next_cursor: text,
    });
  });

  test("with nulls, empty lists, and numbers of every size", () => {
    expectSame(Row, row("x", { note: null, tags: [], expires_on: null, place: null, fields: {}, path: [] }));
    for (const quantity of [0, -0, 1e21, 1e-7, -1.25, Number.MAX_SAFE_INTEGER])
      expectSame(Row, row("x", { quantity }));
  });

  test.each([
    ["a list", z.array(z.int()), [1, 2, 3]],
    ["a number", z.number(), 7],
    ["nothing", z.null(), null],
    ["an object without members", z.strictObject({}), {}],
    ["an object that may have any", z.looseObject({ a: z.string() }), { a: "b", c: 'd"' }],
    [
      "an object whose first may be missing",
      z.strictObject({ a: z.string().optional(), b: z.int() }),
      { b: 1 },
    ],
    ["either of two", z.union([z.strictObject({ a: z.string() }), z.string()]), 'a"'],
    ["lists of lists", z.array(z.array(z.string().nullable())), [["a", null], [], ['"']]],
  ])("of %s", (_, schema, value) => {
    expectSame(schema, value);
  });

  test.each([
    ["anything", /^.+$/, 'a"'],
    ["a range with a backslash in it", /^[A-z]+$/, "a\\"],
    ["what is not a letter", /^[^x]+$/, 'a"'],
    ["more before and after", /[a-z]/, '"a"'],
    ["either of two", /^[a-z]$|^.*$/, 'a"'],
    ["an escape", /^[a-z]\W$/, 'a"'],
    ["a quote in a class", /^[a-z"]+$/, 'a"'],
    ["a line after it", /^[a-z]+$/m, "a\n"],
  ])("where a pattern lets through %s", (_, pattern, text) => {
    expectSame(z.string().regex(pattern), text);
  });

  test("where what a pattern let through is changed afterwards", () => {
    const schema = z
      .string()
      .regex(/^[a-z]+$/)
      .overwrite((text) => `${text}"`);
    expectSame(schema, "a");
    expectSame(
      Timestamp.overwrite((text) => `"${text}"`),
      "2026-01-02T03:04:05Z",
    );
  });
});
