import { createKeyFormat } from "@stowage/auth/key-format";
import { describe, expect, test } from "vitest";
import { type FoundKey, KeyFinder } from "./key-finder.ts";

const mint = (brand = "stowage", environment: "live" | "test" = "live") =>
  createKeyFormat(brand).mint(environment);

function keysIn(
  text: string | Buffer,
  chunkBytes = Number.POSITIVE_INFINITY,
): (FoundKey & { secret: string })[] {
  const found: (FoundKey & { secret: string })[] = [];
  const finder = new KeyFinder((key, secret) => found.push({ ...key, secret }));
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += chunkBytes) finder.push(bytes.subarray(at, at + chunkBytes));
  finder.end();
  return found;
}
const secretsIn = (text: string | Buffer) => keysIn(text).map(({ secret }) => secret);

describe("what is found", () => {
  test("keys of any brand and of none, live and test", () => {
    for (const brand of ["", "stowage", "a", "sk", "0123456789abcdefghij"])
      for (const environment of ["live", "test"] as const) {
        const key = mint(brand, environment);
        expect(keysIn(`key: ${key}\n`)).toMatchObject([{ secret: key, environment, column: 6 }]);
      }
  });

  test("a key wherever people leave one", () => {
    const key = mint();
    const places = [
      key,
      `Bearer ${key}`,
      `"${key}"`,
      `KEY=${key};`,
      `https://x.example/?api_key=${key}&b=1`,
      `url=a%3D${key}%26`,
      `{"body":"first\\n${key}\\n"}`,
      `\\u0022${key}\\u0022`,
      `quoted-printable: =3D${key}`,
      `\x1b[32m${key}\x1b[0m`,
      `<b>${key}</b>`,
      `(${key})`,
      `${key}.`,
      `${key}é`,
      `\0${key}\0`,
    ];
    for (const place of places) expect([place, secretsIn(place)]).toEqual([place, [key]]);
  });

  test("keys in UTF-16, whichever byte comes first, with a mark or without, at odd places too", () => {
    const key = mint();
    const little = Buffer.from(`\ufeffa\nkey = ${key}\r\n`, "utf16le");
    const big = Buffer.from(little).swap16();
    const bare = Buffer.concat([Buffer.from("x"), Buffer.from(key, "utf16le")]);
    for (const bytes of [
      little,
      big,
      bare,
      Buffer.from(key, "utf16le"),
      Buffer.from(key, "utf16le").swap16(),
    ])
      expect(secretsIn(bytes)).toEqual([key]);
    expect(keysIn(little)[0]).toMatchObject({ line: 2 });
  });

  test("each of several, with its line and column", () => {
    const [one, other] = [mint(), mint("", "test")];
    expect(keysIn(`${one} ${other}\n\n  ${one}`)).toMatchObject([
      { line: 1, column: 1, secret: one },
      { line: 1, column: one.length + 2, secret: other },
      { line: 3, column: 3, secret: one },
    ]);
  });

  test("once and at the same place however the bytes are cut, also where the buffer ends", () => {
    const key = mint();
    const line = `${"x".repeat(98)} \n`;
    for (const shift of [0, 1, 5, 37, 64, 90]) {
      // The buffer holds 1 MiB and a bit: this key lies across its end.
      const filler = line.repeat(Math.floor((1024 * 1024 + 512) / line.length) - 3) + " ".repeat(shift * 4);
      const text = `${filler}${key}\n${line.repeat(20_000)}${key}`;
      const expected = keysIn(text);
      expect(expected).toHaveLength(2);
      const lines = text.split("\n");
      for (const { line: number, column } of expected)
        expect(lines[number - 1]?.startsWith(key, column - 1)).toBe(true);
      for (const chunkBytes of [4_096, 65_536, 1_000_003]) expect(keysIn(text, chunkBytes)).toEqual(expected);
    }
    expect(keysIn(`a ${key} b\n${key}`, 1)).toHaveLength(2);
  });
});

describe("what is told", () => {
  test("of a key only what may be shown", () => {
    const key = mint();
    const [{ secret: _secret, ...told } = expect.fail()] = keysIn(key);
    expect(told.prefix).toBe(createKeyFormat().displayPrefix(key));
    expect(JSON.stringify(told)).not.toContain(key.slice(-28));
  });
});

describe("what is no key", () => {
  const key = mint();
  const random = key.slice(-32);
  const swapped = key.endsWith("0") ? "1" : "0";
  test.each([
    ["a wrong checksum", key.slice(0, -1) + swapped],
    ["another brand's checksum", key.replace("stowage", "storage")],
    ["the other environment's checksum", key.replace("live", "test")],
    ["a letter too few", key.slice(0, -1)],
    ["a letter too many", `${key}a`],
    ["in a longer word", `des${key}`],
    ["at the start of a longer word", `${key}_backup`],
    ["after an underscore", `my_${key}`],
    ["a capital brand", key.replace("stowage", "Stowage")],
    ["a brand that is too long", key.replace("stowage", "s".repeat(21))],
    ["another vendor's secret key", `sk_${"live"}_51${random}${random}abcdefgh`],
    ["another vendor's short key", `sk_${"test"}_${random.slice(0, 24)}`],
    ["another vendor's restricted key", `rk_${"live"}_${random}`],
    ["a publishable key", `pk_${"test"}_${random}`],
    ["a token of a code host", `ghp_${random}abcd`],
    ["the printable prefix", createKeyFormat().displayPrefix(key)],
    ["a placeholder", `sk_stowage_live_${"x".repeat(32)}`],
    ["a pattern", createKeyFormat().pattern],
    ["an identifier", `const task_live_${random}=1,disk_test_${random}=2;`],
    ["a path", `/mask_live_view/test_live_test_/sk_live_/sk__test_.js`],
    ["spread over two lines", `${key.slice(0, 30)}\n${key.slice(30)}`],
  ])("%s", (_what, text) => {
    expect(keysIn(text)).toEqual([]);
    expect(keysIn(`a ${text} b`)).toEqual([]);
  });

  test("random bytes, base64 and minified code, with every look-alike mixed in", () => {
    const letters = "_-+/=.;,{}()0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let state = 42;
    const next = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0);
    const words = [
      "sk_live_",
      "sk_stowage_test_",
      "_live_",
      "sk_",
      "test_",
      random,
      random.slice(0, 31),
      "\\n",
      "%3D",
    ];
    let text = "";
    for (let i = 0; i < 60_000; i++)
      text += next() % 4 === 0 ? words[next() % words.length] : letters.charAt(next() % letters.length);
    expect(keysIn(text)).toEqual([]);
  });
});
