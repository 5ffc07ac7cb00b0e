import { expect, it } from "vitest";
import { parseQuantity } from "./quantity-text.ts";

it("a quantity has up to three decimals, by point or comma, and is more than nothing", () => {
  for (const [text, quantity] of [
    ["4", 4],
    [" 2,5 ", 2.5],
    [".125", 0.125],
    ["0", null],
    ["", null],
    ["-1", null],
    ["1.2345", null],
    ["1e3", null],
    ["123456789012", null],
  ] as const)
    expect([text, parseQuantity(text)]).toEqual([text, quantity]);
});
