import { PRESET_NAMES, PRESETS, type PresetName } from "@stowage/contract/presets";
import { grants, type Scope } from "@stowage/contract/scopes";

export type PresetChoice = PresetName | "custom";

/** What a preset stands for today: its scopes, less those that the maker may not grant. */
export function scopesOfPreset(name: PresetName, grantable: readonly Scope[]): Scope[] {
  return PRESETS[name].scopes.filter((scope) => grants(grantable, scope));
}

/** The presets worth offering: those that keep at least one scope, and are no double of an earlier one. */
export function presetsOffered(grantable: readonly Scope[]): PresetName[] {
  const seen = new Set<string>();
  return PRESET_NAMES.filter((name) => {
    const scopes = scopesOfPreset(name, grantable).join(" ");
    if (scopes === "" || seen.has(scopes)) return false;
    seen.add(scopes);
    return true;
  });
}

/** The preset that a stored set of scopes equals, or null. */
export function presetOf(scopes: readonly Scope[]): PresetName | null {
  const wanted = [...scopes].sort().join(" ");
  return PRESET_NAMES.find((name) => [...PRESETS[name].scopes].sort().join(" ") === wanted) ?? null;
}
