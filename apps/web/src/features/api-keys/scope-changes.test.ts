import { ALL_SCOPES, type Scope } from "@stowage/contract/scopes";
import { expect, it } from "vitest";
import { readApiKeySearch } from "./api-key-search.ts";
import { askedScopes, scopeChanges, withAsked } from "./scope-changes.ts";

it("K23: unknown scopes and admin:* are ignored, whatever stands beside them", () => {
  expect(askedScopes("admin:*, items:write,nonsense,bins:write,bins:write")).toEqual([
    "bins:write",
    "items:write",
  ]);
  expect([askedScopes("admin:*"), askedScopes(""), askedScopes(undefined)]).toEqual([[], [], []]);
});

it("the URL holds one line of text or nothing", () => {
  expect(readApiKeySearch({ add: "bins:write,items:write" })).toEqual({ add: "bins:write,items:write" });
  expect([readApiKeySearch({ add: ["bins:write"] }), readApiKeySearch({})]).toEqual([{}, {}]);
});

it("asked scopes come on top of the present ones, as far as the reader may grant them", () => {
  const now: Scope[] = ["bins:read"];
  expect(withAsked(now, ["bins:write", "users:write"], ["bins:read", "bins:write"])).toEqual([
    "bins:read",
    "bins:write",
  ]);
  expect(withAsked(["admin:*"], ["bins:write"], ALL_SCOPES)).toEqual(["admin:*"]);
});

it("changes name what comes and what goes, and admin:* covers all the rest", () => {
  expect(scopeChanges(["bins:read", "bins:write"], ["bins:read", "items:read"])).toEqual({
    added: ["items:read"],
    removed: ["bins:write"],
  });
  expect(scopeChanges(["bins:read"], ["admin:*"])).toEqual({ added: ["admin:*"], removed: [] });
  expect(scopeChanges(["admin:*"], ["bins:read"])).toEqual({ added: [], removed: ["admin:*"] });
});
