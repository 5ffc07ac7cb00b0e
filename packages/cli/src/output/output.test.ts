import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import { Context } from "../context.ts";
import { fileWriter, write } from "../io.ts";
import { printable } from "./printable.ts";
import { ProgressBar } from "./progress-bar.ts";
import { paintFor } from "./style.ts";
import { tableOf } from "./table.ts";

const columns = [
  { title: "Name", of: ({ name }: { name: string }) => name },
  { title: "Quantity", of: ({ quantity }: { quantity: number }) => quantity, align: "right" as const },
  { title: "Empty", of: () => null },
];
const plain = (_style: string, text: string) => text;

describe("tables", () => {
  test("numbers stand right, wide letters count twice, and empty columns are left out", () => {
    const rows = [
      { name: "Screw", quantity: 1200 },
      { name: "赤い箱", quantity: 3 },
    ];
    expect(tableOf(rows, columns, { width: 80, paint: plain }).split("\n")).toEqual([
      "Name    Quantity",
      "Screw       1200",
      "赤い箱         3",
      "",
    ]);
  });

  test("what does not fit is cut, and no line is wider than the terminal", () => {
    const rows = [{ name: `${"long ".repeat(40)}\nforged`, quantity: 99_999_999_999.999 }];
    const lines = tableOf(rows, columns, { width: 40, paint: plain }).trimEnd().split("\n");
    expect(lines).toHaveLength(2);
    expect(lines.every((line) => line.length <= 40)).toBe(true);
    expect(lines[1]).toMatch(/^long long .*… +99999999999\.999$/);
  });
});

describe("text from elsewhere", () => {
  test.each([
    ["colours", "\u001b[31mred\u001b[0m", "[31mred[0m"],
    ["a title and a bell", "\u001b]0;owned\u0007x", "]0;ownedx"],
    ["C1 controls", "\u009b2Jx\u0085y", "2Jxy"],
    ["line breaks", "one\r\ntwo\tthree", "one two three"],
    ["text turned around", "exe\u202egnp\u2066", "exegnp"],
    ["what is not seen", "a\u200bb\ufeffc\u00add", "abcd"],
    ["honest text", "Größe ½ – 赤い箱 😀", "Größe ½ – 赤い箱 😀"],
  ])("loses %s", (_what, text, shown) => expect(printable(text)).toBe(shown));
});

describe("what a terminal gets", () => {
  const written = async (isTTY: boolean, take: (stream: PassThrough) => Promise<void>) => {
    const stream = Object.assign(new PassThrough(), { isTTY });
    await take(stream);
    return String(stream.read());
  };
  const text = "a\u001b[31mb\u001b[39m\u001b[2J\u001b[3\u001b[31m1m\u009b2Jc\td\r\ne\u202e";

  test("is our colours and nothing that moves, forges or turns around; a pipe gets what it was given", async () => {
    const put = (stream: PassThrough) => write(stream, text);
    expect(await written(true, put)).toBe("a\u001b[31mb\u001b[39m[2J[3\u001b[31m1m2Jc\td\ne");
    expect(await written(false, put)).toBe(text);
  });

  test("of a file is its text, also when a letter is cut in two; a pipe gets its bytes", async () => {
    const bytes = Buffer.from(`ö${text}`);
    const put = async (stream: PassThrough) => {
      const take = fileWriter(stream);
      await take(bytes.subarray(0, 1));
      await take(bytes.subarray(1));
    };
    expect(await written(true, put)).toBe("öa[31mb[39m[2J[3[31m1m2Jc\td\ne");
    expect(await written(false, put)).toBe(bytes.toString());
  });
});

test("colours are for terminals alone, and not against NO_COLOR", () => {
  const stream = (isTTY: boolean) => Object.assign(new PassThrough(), { isTTY });
  const painted = (isTTY: boolean, env: object) => paintFor(stream(isTTY), { ...env })("red", "x") !== "x";
  expect([painted(true, {}), painted(true, { NO_COLOR: "1" }), painted(true, { TERM: "dumb" })]).toEqual([
    true,
    false,
    false,
  ]);
  expect(painted(false, {})).toBe(false);
});

test("a progress bar is drawn on a terminal's standard error, taken away in the end, and silent otherwise", () => {
  const drawn = (isTTY: boolean, quiet: boolean) => {
    const stderr = Object.assign(new PassThrough(), { isTTY });
    const io = {
      stdin: stderr,
      stdout: stderr,
      stderr,
      env: {},
      signal: new AbortController().signal,
      fetch,
      wait: async () => {},
    };
    const bar = new ProgressBar(
      new Context(io, { quiet }, { exitCode: 0 }),
      (done, total) => `${done} of ${total}`,
    );
    bar.draw(1, 2);
    bar.end();
    return String(stderr.read() ?? "");
  };
  expect(drawn(true, false)).toBe(`\r\u001b[2K${"█".repeat(12)}${"░".repeat(12)} 1 of 2\r\u001b[2K`);
  expect([drawn(false, false), drawn(true, true)]).toEqual(["", ""]);
});
