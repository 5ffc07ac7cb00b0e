import { PASSWORD_LENGTH_MAX, PASSWORD_LENGTH_MIN } from "@stowage/contract/limits";
import { expect, it } from "vitest";
import { passwordHint } from "./password-hint.ts";

it("the hint counts down to the least length, then says that it is long enough", () => {
  expect(passwordHint(0)).toBe("At least 10 characters; any will do.");
  expect(passwordHint(PASSWORD_LENGTH_MIN - 3)).toBe("3 more characters.");
  expect(passwordHint(PASSWORD_LENGTH_MIN - 1)).toBe("One more character.");
  expect(passwordHint(PASSWORD_LENGTH_MIN)).toBe("Long enough: 10 characters.");
  expect(passwordHint(PASSWORD_LENGTH_MAX + 2)).toContain("2 too many");
});
