import type { LucideIcon } from "lucide-react";
import { useEffect, useEffectEvent, useSyncExternalStore } from "react";

export const ACTION_SECTIONS = [
  "This page",
  "Add",
  "Go to",
  "Organization",
  "Appearance",
  "Help",
  "Account",
] as const;

/** Something one can do: the palette lists it, its keys run it, the shortcut sheet shows it. */
export interface Action {
  /** Unique within a layer. */
  id: string;
  /** A verb phrase in sentence case: "Add location". */
  label: string;
  section: (typeof ACTION_SECTIONS)[number];
  icon?: LucideIcon;
  /** `c`, `g h`, `mod+k`, `?` (see `parseKeys`). */
  keys?: string;
  /** Further words that the palette finds it by. */
  keywords?: string[];
  /** Left out of the palette, as for "next row"; the shortcut sheet shows it still. */
  isPaletteHidden?: boolean;
  /** For keys that mean this only at times, as while a row has the focus; at others another action may have them. */
  applies?: () => boolean;
  run: () => void;
}

/** A page's actions come before the frame's: for one id, the page's is the one that counts. */
export type ActionLayer = "frame" | "page";

interface ActionGroup {
  layer: ActionLayer;
  actions: readonly Action[];
}

let groups: readonly ActionGroup[] = [];
let flattened: readonly Action[] = [];
const listeners = new Set<() => void>();

/** Adds actions until the answered function is called. */
export function registerActions(actions: readonly Action[], layer: ActionLayer = "page"): () => void {
  const added = { layer, actions };
  set([...groups, added]);
  return () => set(groups.filter((group) => group !== added));
}

/** All actions of this moment, each id once. */
export function currentActions(): readonly Action[] {
  return flattened;
}

export function useActions(): readonly Action[] {
  return useSyncExternalStore(subscribe, currentActions);
}

/**
 * Offers actions for as long as the component is mounted. Handlers may close over fresh state;
 * the list itself is registered again only when its ids change.
 */
export function useRegisterActions(
  actions: readonly Action[],
  { layer = "page" }: { layer?: ActionLayer } = {},
): void {
  const run = useEffectEvent((id: string) => actions.find((action) => action.id === id)?.run());
  const applies = useEffectEvent(
    (id: string) => actions.find((action) => action.id === id)?.applies?.() ?? false,
  );
  const register = useEffectEvent(() =>
    registerActions(
      actions.map((action) => ({
        ...action,
        run: () => run(action.id),
        ...(action.applies && { applies: () => applies(action.id) }),
      })),
      layer,
    ),
  );
  const ids = actions.map((action) => action.id).join(" ");
  useEffect(() => register(), [ids]);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function set(next: readonly ActionGroup[]): void {
  groups = next;
  const inLayer = (layer: ActionLayer) => groups.filter((group) => group.layer === layer);
  const byId = new Map<string, Action>();
  for (const group of [...inLayer("frame"), ...inLayer("page")]) {
    for (const action of group.actions) byId.set(action.id, action);
  }
  flattened = [...byId.values()];
  for (const listener of listeners) listener();
}
