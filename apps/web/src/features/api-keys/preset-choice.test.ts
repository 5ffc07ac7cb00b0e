import { PRESET_NAMES, PRESETS } from "@stowage/contract/presets";
import { ROLE_SCOPES } from "@stowage/contract/roles";
import { expect, it } from "vitest";
import { presetOf, presetsOffered, scopesOfPreset } from "./preset-choice.ts";

it("a preset never holds a scope that its maker lacks", () => {
  const scopes = scopesOfPreset("full_access", ROLE_SCOPES.member);
  expect(scopes).not.toContain("users:write");
  expect(scopes.every((scope) => ROLE_SCOPES.member.includes(scope))).toBe(true);
});

it("no preset holds admin:*", () => {
  for (const name of PRESET_NAMES) expect(PRESETS[name].scopes).not.toContain("admin:*");
});

it("an owner is offered all presets, one who can grant nothing none", () => {
  expect(presetsOffered(ROLE_SCOPES.owner)).toEqual(PRESET_NAMES);
  expect(presetsOffered([])).toEqual([]);
});

it("presets that would grant the same are offered once", () => {
  expect(presetsOffered(["items:read"])).toEqual(["read_only"]);
});

it("stored scopes are recognized as their preset only when they are all of it", () => {
  expect(presetOf(PRESETS.scanner.scopes)).toBe("scanner");
  expect(presetOf(PRESETS.scanner.scopes.slice(1))).toBeNull();
});
