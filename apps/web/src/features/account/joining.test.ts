import { expect, it } from "vitest";
import { joiningOf } from "./joining.ts";

const organization = { id: "org_1", name: "Makerspace" };
const anyone = { email: null, organization };
const forAda = { email: "ada@example.org", organization };

it("a link without an address is open to whoever is signed in", () => {
  expect(joiningOf(anyone, [], "grace@example.org")).toBe("open");
});

it("an invitation for an address is open to that person alone, however the address is written", () => {
  expect(joiningOf(forAda, [], "Ada@Example.org")).toBe("open");
  expect(joiningOf(forAda, [], "grace@example.org")).toBe("for_another");
});

it("a member has nothing to accept, not even by an invitation for somebody else", () => {
  const mine = [{ ...organization, role: "viewer" as const }];
  expect(joiningOf(anyone, mine, "ada@example.org")).toBe("member");
  expect(joiningOf(forAda, mine, "grace@example.org")).toBe("member");
});
