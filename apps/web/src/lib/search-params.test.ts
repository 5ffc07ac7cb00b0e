import { describe, expect, it } from "vitest";
import { choiceParam, flagParam, textParam } from "./search-params.ts";

describe("what the URL says", () => {
  it("is trimmed, bounded text or nothing", () => {
    expect([
      textParam("  screws "),
      textParam("   "),
      textParam({}),
      textParam(42),
      textParam("abc", 2),
    ]).toEqual(["screws", undefined, undefined, "42", "ab"]);
  });

  it("is one of the known choices or nothing", () => {
    expect([choiceParam("a", ["a", "b"]), choiceParam("z", ["a", "b"])]).toEqual(["a", undefined]);
  });

  it("has flags that are on or absent", () => {
    expect([flagParam(true), flagParam("true"), flagParam(false), flagParam("no")]).toEqual([
      true,
      true,
      undefined,
      undefined,
    ]);
  });
});
