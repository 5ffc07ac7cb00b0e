import type { Role } from "@stowage/contract/roles";
import { expect, it } from "vitest";
import { mayChangeMember, rolesToGive } from "./member-policy.ts";

const me = (role: Role) => ({ id: "user_1", role });
const other = (role: Role) => ({ id: "user_2", role });

it("an owner changes everybody else, an admin everybody but owners, the rest nobody", () => {
  expect(mayChangeMember(me("owner"), other("owner"))).toBe(true);
  expect(mayChangeMember(me("admin"), other("admin"))).toBe(true);
  expect(mayChangeMember(me("admin"), other("owner"))).toBe(false);
  expect(mayChangeMember(me("member"), other("viewer"))).toBe(false);
  expect(mayChangeMember(me("viewer"), other("viewer"))).toBe(false);
});

it("nobody changes themself: an owner leaves, and does not lock themself out by a slip", () => {
  expect(mayChangeMember(me("owner"), me("owner"))).toBe(false);
});

it("only an owner makes owners", () => {
  expect(rolesToGive("owner")).toContain("owner");
  expect(rolesToGive("admin")).not.toContain("owner");
  expect(rolesToGive("member")).toEqual([]);
});
