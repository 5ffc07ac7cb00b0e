import type { Location } from "@stowage/contract/locations";
import { useStoredState } from "../../lib/stored-state.ts";

function readIds(stored: unknown): string[] | undefined {
  return Array.isArray(stored) ? stored.filter((id) => typeof id === "string") : undefined;
}

/** Which places are folded, remembered in this browser. A new place is unfolded. */
export function useFoldedLocations(locations: readonly Location[]) {
  const [ids, setIds] = useStoredState("stowage.folded-locations", readIds, []);
  const folded = new Set(ids);
  return {
    isFolded: (id: string) => folded.has(id),
    fold: (id: string) => setIds([...folded.add(id)]),
    unfold: (...unfolded: string[]) => setIds(ids.filter((id) => !unfolded.includes(id))),
    foldAll: () => {
      const parents = new Set(locations.map((location) => location.parent_id));
      setIds(locations.filter((location) => parents.has(location.id)).map((location) => location.id));
    },
    unfoldAll: () => setIds([]),
  };
}
