import { expect, test } from "vitest";
import { PRESETS } from "./presets.ts";
import { ROLE_SCOPES, roleGrants } from "./roles.ts";
import { ALL_SCOPES, grants, missingScopes, SCOPES, ScopeSet } from "./scopes.ts";

test("a scope grants itself alone; write does not imply read", () => {
  for (const scope of ALL_SCOPES)
    for (const other of ALL_SCOPES)
      expect(grants([scope], other), `${scope} → ${other}`).toBe(scope === other || scope === "admin:*");
});

test("every scope has words of its own", () => {
  const words = Object.values(SCOPES).flatMap(({ label, description }) => [label, description]);
  expect(new Set(words).size).toBe(words.length);
});

test("a set of scopes is distinct and in the catalogue's order; unknown ones and none are refused", () => {
  expect(ScopeSet.parse(["items:read", "bins:read", "items:read"])).toEqual(["bins:read", "items:read"]);
  expect(ScopeSet.safeParse([]).success).toBe(false);
  expect(ScopeSet.safeParse(["bins:fly"]).success).toBe(false);
});

test("no preset hides admin:*, and the read-only one only reads", () => {
  for (const { scopes } of Object.values(PRESETS)) expect(scopes).not.toContain("admin:*");
  expect(PRESETS.read_only.scopes.every((scope) => scope.endsWith(":read"))).toBe(true);
});

test("each role may do what the one below it may", () => {
  const ladder = [ROLE_SCOPES.viewer, ROLE_SCOPES.member, ROLE_SCOPES.admin, ROLE_SCOPES.owner];
  for (const [index, scopes] of ladder.slice(1).entries())
    expect(missingScopes(scopes, ladder[index] ?? []), String(index)).toEqual([]);
  expect(roleGrants("viewer", "bins:write")).toBe(false);
  expect(roleGrants("viewer", "api-keys:manage")).toBe(false);
  expect(roleGrants("member", "triggers:write")).toBe(false);
  expect(roleGrants("member", "users:write")).toBe(false);
});
