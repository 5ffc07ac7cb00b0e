import { ALL_SCOPES, type Scope } from "./scopes.ts";

interface Preset {
  label: string;
  description: string;
  scopes: readonly Scope[];
}

const everyRead = ALL_SCOPES.filter((scope) => scope.endsWith(":read"));

/** Ready choices for a new key. A preset is expanded to its scopes when the key is made and not stored. */
export const PRESETS = {
  read_only: {
    label: "Read only",
    description: "Dashboards and reports: sees everything, changes nothing.",
    scopes: everyRead,
  },
  scanner: {
    label: "Scanner",
    description: "A handheld: looks codes up and counts stock.",
    scopes: ["locations:read", "bins:read", "items:read", "items:write"],
  },
  home_automation: {
    label: "Home automation",
    description: "Home Assistant or Node-RED: reads stock, changes quantities, works tasks, follows events.",
    scopes: [
      "locations:read",
      "bins:read",
      "items:read",
      "items:write",
      "tasks:read",
      "tasks:write",
      "events:read",
    ],
  },
  backup: {
    label: "Backup",
    description: "A nightly export: reads everything that an export holds.",
    scopes: ["locations:read", "bins:read", "items:read", "tasks:read", "projects:read", "events:read"],
  },
  full_access: {
    label: "Full access",
    description: "Everything its maker may do today, but for managing the whole organization.",
    scopes: ALL_SCOPES.filter((scope) => scope !== "admin:*"),
  },
} as const satisfies Record<string, Preset>;

export type PresetName = keyof typeof PRESETS;

export const PRESET_NAMES = Object.keys(PRESETS) as PresetName[]; // keys of a const object: exactly PresetName
