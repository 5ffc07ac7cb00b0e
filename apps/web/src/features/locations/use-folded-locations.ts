import type { Location } from "@stowage/contract/locations";
import { useStoredState } from "../../lib/stored-state.ts";

/** A tree of more places than this begins with its libraries alone. */
const UNFOLDED_MAX = 100;

type Stored = string[] | null;

function readIds(stored: unknown): Stored | undefined {
  return Array.isArray(stored) ? stored.filter((id) => typeof id === "string") : undefined;
}

/** Which places are folded, remembered in this browser. A new place is unfolded; a large tree begins folded. */
export function useFoldedLocations(locations: readonly Location[]) {
  const [stored, setIds] = useStoredState<Stored>("stowage.folded-locations", readIds, null);
  const parentsOf = () => {
    const parents = new Set(locations.map((location) => location.parent_id));
    return locations.filter((location) => parents.has(location.id)).map((location) => location.id);
  };
  const ids = stored ?? (locations.length > UNFOLDED_MAX ? parentsOf() : []);
  const folded = new Set(ids);
  return {
    isFolded: (id: string) => folded.has(id),
    fold: (id: string) => setIds([...folded, id]),
    unfold: (...unfolded: string[]) => setIds(ids.filter((id) => !unfolded.includes(id))),
    foldAll: () => setIds(parentsOf()),
    unfoldAll: () => setIds([]),
  };
}
