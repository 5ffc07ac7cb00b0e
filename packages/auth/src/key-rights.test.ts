import { ROLE_SCOPES, Role } from "@stowage/contract/roles";
import { ALL_SCOPES } from "@stowage/contract/scopes";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { effectiveScopes, escalation } from "./key-rights.ts";

const scopeSets = fc.subarray(ALL_SCOPES);
const roles = fc.constantFrom(...Role.options);

describe("K24: a key may do what its scopes and its subject's role both allow", () => {
  test("K24: never more than the role, never more than the key", () => {
    fc.assert(
      fc.property(scopeSets, roles, (keyScopes, role) => {
        for (const scope of effectiveScopes(keyScopes, role)) {
          expect(ROLE_SCOPES[role]).toContain(scope);
          expect(keyScopes.includes(scope) || keyScopes.includes("admin:*")).toBe(true);
        }
      }),
    );
  });

  test("K24: admin:* becomes everything the role has, and a viewer's is reading", () => {
    for (const role of Role.options) {
      expect(new Set(effectiveScopes(["admin:*"], role))).toEqual(new Set(ROLE_SCOPES[role]));
    }
    expect(effectiveScopes(["admin:*"], "viewer")).not.toContain("bins:write");
  });

  test("K24: admin:* does not survive a subject who is a mere member", () => {
    expect(effectiveScopes(["admin:*"], "member")).not.toContain("admin:*");
  });

  test("K24: without a role nothing is left", () => {
    expect(effectiveScopes(ALL_SCOPES, null)).toEqual([]);
  });
});

describe("K11: a maker gives no scope they lack", () => {
  test("K11: the escalation is exactly what the maker lacks", () => {
    fc.assert(
      fc.property(scopeSets, scopeSets, (requested, maker) => {
        const expected = maker.includes("admin:*") ? [] : requested.filter((scope) => !maker.includes(scope));
        expect(escalation(requested, maker)).toEqual(expected);
      }),
    );
  });

  test("K11: admin:* cannot be given by one who has every other scope", () => {
    const allButAdmin = ALL_SCOPES.filter((scope) => scope !== "admin:*");
    expect(escalation(["admin:*"], allButAdmin)).toEqual(["admin:*"]);
  });

  test("K11: a key whose subject was demoted cannot pass on what it lost", () => {
    expect(escalation(["bins:write"], effectiveScopes(["admin:*"], "viewer"))).toEqual(["bins:write"]);
  });
});
