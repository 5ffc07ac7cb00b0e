import { grants, type Scope } from "@stowage/contract/scopes";
import { type PresetChoice, presetOf, scopesOfPreset } from "../api-keys/preset-choice.ts";

interface Start {
  preset: PresetChoice;
  scopes: Scope[];
  /** What was asked for and is not chosen to begin with: the reader cannot grant it, or should not do so unawares. */
  left: Scope[];
}

/**
 * What the form begins with: what the program asked for, as far as the reader may grant it. Everything is never chosen
 * because a program would like it; who asks for nothing in particular begins with reading.
 */
export function startOf(asked: readonly Scope[] | null, grantable: readonly Scope[]): Start {
  const wished = asked ?? [];
  const scopes = wished.filter((scope) => scope !== "admin:*" && grants(grantable, scope));
  const left = wished.filter((scope) => !scopes.includes(scope));
  if (scopes.length === 0)
    return { preset: "read_only", scopes: scopesOfPreset("read_only", grantable), left };
  return { preset: presetOf(scopes) ?? "custom", scopes, left };
}
