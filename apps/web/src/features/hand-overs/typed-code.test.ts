import { expect, it } from "vitest";
import { codeProblem, typedCode } from "./typed-code.ts";

it.each([
  ["bcdf", "BCDF"],
  ["bcdfg", "BCDF-G"],
  [" bcdf ghjk\n", "BCDF-GHJK"],
  ["BCDF–GHJK", "BCDF-GHJK"],
  ["BCDF-GHJKLMN", "BCDF-GHJK"],
])("%j is shown as %s", (typed, shown) => expect(typedCode(typed)).toBe(shown));

it("says what is wrong before anybody is asked", () => {
  expect(codeProblem("")).toMatch(/^Enter/);
  expect(codeProblem("BCDF-GHJ")).toMatch(/8 letters/);
  expect(codeProblem("BCDF-GH0K")).toMatch(/character 0/);
  expect(codeProblem("BCDF-GHJK")).toBeUndefined();
});
