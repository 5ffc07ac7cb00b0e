import { ROLE_SCOPES } from "@stowage/contract/roles";
import { expect, it } from "vitest";
import { startOf } from "./asked-scopes.ts";

it("begins with what was asked for, as far as it can be granted, and names the rest", () => {
  expect(startOf(["items:read", "users:write"], ROLE_SCOPES.member)).toEqual({
    preset: "custom",
    scopes: ["items:read"],
    left: ["users:write"],
  });
});

it("never chooses everything because a program would like it", () => {
  const { preset, scopes, left } = startOf(["admin:*"], ROLE_SCOPES.owner);
  expect([preset, left]).toEqual(["read_only", ["admin:*"]]);
  expect(scopes).not.toContain("admin:*");
});

it("begins with reading when nothing was asked for", () => {
  expect(startOf(null, ROLE_SCOPES.owner)).toMatchObject({ preset: "read_only", left: [] });
});
