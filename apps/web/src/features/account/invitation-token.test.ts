import { expect, it } from "vitest";
import { invitationToken } from "./invitation-token.ts";

const token = "abcdefgh".repeat(5);

it("reads the token of a whole link, and nothing of a torn or made-up one", () => {
  expect(invitationToken(`#token=${token}`)).toBe(token);
  expect(invitationToken(`token=${token}`)).toBe(token);
  expect(invitationToken(`#token=${token.slice(1)}`)).toBeNull();
  expect(invitationToken(`#token=${token.toUpperCase()}`)).toBeNull();
  expect(invitationToken(`#other=${token}`)).toBeNull();
  expect(invitationToken("")).toBeNull();
});
