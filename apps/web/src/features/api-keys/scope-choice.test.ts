import { ROLE_SCOPES } from "@stowage/contract/roles";
import { ALL_SCOPES, type Scope } from "@stowage/contract/scopes";
import { expect, it } from "vitest";
import {
  levelOf,
  levelsOffered,
  looseLevelsOf,
  SCOPE_RESOURCES,
  SCOPE_TOGGLES,
  withLevel,
  withToggle,
} from "./scope-choice.ts";

const [items] = SCOPE_RESOURCES;
if (!items) throw new Error("items come first");

it("a level takes in the scopes of the levels before it", () => {
  expect(withLevel(items, "write", ["events:read"])).toEqual(["items:read", "items:write", "events:read"]);
});

it("a lower level takes the higher scopes away, and none takes all", () => {
  const all: Scope[] = ["items:read", "items:write", "items:delete", "bins:read"];
  expect(withLevel(items, "read", all)).toEqual(["bins:read", "items:read"]);
  expect(withLevel(items, "none", all)).toEqual(["bins:read"]);
});

it("every level is read back as it was chosen, for every resource", () => {
  for (const resource of SCOPE_RESOURCES) {
    for (const { level } of resource.levels)
      expect(levelOf(resource, withLevel(resource, level, []))).toBe(level);
    expect(levelOf(resource, [])).toBe("none");
  }
});

it("write without read counts as none, since no level is that", () => {
  expect(levelOf(items, ["items:write"])).toBe("none");
});

it("a set that is no level is told as it is", () => {
  expect(looseLevelsOf(items, ["items:write"])).toEqual(["write"]);
  expect(looseLevelsOf(items, ["items:read", "items:delete"])).toEqual(["read", "delete"]);
  expect(looseLevelsOf(items, ["items:read", "items:write"])).toEqual([]);
  expect(looseLevelsOf(items, ["bins:write"])).toEqual([]);
});

it("only levels that the maker holds are offered", () => {
  expect(levelsOffered(items, ROLE_SCOPES.viewer)).toEqual(["none", "read"]);
  expect(levelsOffered(items, ROLE_SCOPES.member)).toEqual(["none", "read", "write", "delete"]);
  expect(levelsOffered(items, ["admin:*"])).toEqual(["none", "read", "write", "delete"]);
});

it("a toggle turns one scope on and off, and keeps the others in catalogue order", () => {
  expect(withToggle("items:read", true, ["events:read"])).toEqual(["items:read", "events:read"]);
  expect(withToggle("events:read", false, ["items:read", "events:read"])).toEqual(["items:read"]);
});

it("each scope there is can be chosen in exactly one place", () => {
  const offered = [
    ...SCOPE_RESOURCES.flatMap((resource) => resource.levels.map(({ scope }) => scope)),
    ...SCOPE_TOGGLES.map(({ scope }) => scope),
    "admin:*",
  ];
  expect([...offered].sort()).toEqual([...ALL_SCOPES].sort());
});
