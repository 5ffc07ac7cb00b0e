import { expect, it } from "vitest";
import { codeProblem, recoveryCodeProblem } from "./second-factor.ts";

it("takes six digits however they are grouped, and says what else is wrong", () => {
  expect(codeProblem("123456")).toBeUndefined();
  expect(codeProblem(" 123 456 ")).toBeUndefined();
  expect(codeProblem("12345")).toBe("A code is six digits.");
  expect(codeProblem("12345a")).toBe("A code is six digits.");
  expect(codeProblem("  ")).toBe("Enter the code that your app shows.");
});

it("takes a recovery code as it was printed or typed by hand", () => {
  expect(recoveryCodeProblem("abcd-efgh-ijkl-2345")).toBeUndefined();
  expect(recoveryCodeProblem("ABCD EFGH IJKL 2345")).toBeUndefined();
  expect(recoveryCodeProblem("abcd-efgh")).toMatch(/16 letters/);
  expect(recoveryCodeProblem("")).toBe("Enter one of your recovery codes.");
});
