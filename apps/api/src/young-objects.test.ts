import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ALL_BEGIN_YOUNG } from "./young-objects.ts";

/** Objects of one literal live long, and then no longer. Prints how many bytes of what they hold outlive them. */
const BUSY_ONCE = `
  import { setFlagsFromString } from "node:v8";
  if (process.argv[1]) setFlagsFromString(process.argv[1]);
  const collect = () => globalThis.gc({ type: "minor" });
  const wrap = (rows) => ({ rows });
  let kept = [];
  for (let round = 0; round < 40; round++) {
    for (let n = 0; n < 5_000; n++) kept.push(wrap(null));
    collect();
  }
  kept = [];
  globalThis.gc();
  const before = process.memoryUsage().heapUsed;
  for (let n = 0; n < 5_000; n++) {
    globalThis.last = wrap(Array.from({ length: 50 }, (_, at) => at + n / 3));
    if (n % 500 === 0) collect();
  }
  collect();
  collect();
  console.log(process.memoryUsage().heapUsed - before);
`;

function outliving(flag: string): number {
  const args = ["--expose-gc", "--input-type=module", "-e", BUSY_ONCE, flag];
  return Number(execFileSync(process.execPath, args, { encoding: "utf8" }));
}

test("what a short-lived object holds is gone with it, also after such objects once lived long", () => {
  expect(outliving("")).toBeGreaterThan(1_500_000); // else V8 has learnt, and the flag can go
  expect(outliving(ALL_BEGIN_YOUNG)).toBeLessThan(750_000);
});

test("the server says so before it loads anything else", () => {
  const source = readFileSync(new URL("./main.ts", import.meta.url), "utf8");
  expect(source.match(/^import .*$/m)?.[0]).toBe('import "./young-objects.ts";');
});
