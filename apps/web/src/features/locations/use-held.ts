import { LIST_LIMIT_MAX } from "@stowage/contract/limits";
import type { Location } from "@stowage/contract/locations";
import { useQuery } from "@tanstack/react-query";
import { formatCount } from "../../lib/format.ts";
import { trpc } from "../../lib/trpc.ts";

/** What is in a place, in words: bins and items of a whole library, the places below any other. */
export function useHeld(locations: readonly Location[]): (id: string) => string | undefined {
  const libraries = useQuery(trpc.libraries.list.queryOptions({ limit: LIST_LIMIT_MAX }));
  const counts = new Map(libraries.data?.data.map((library) => [library.id, library]));
  const below = new Map<string, number>();
  for (const { path } of locations)
    for (const id of path.slice(0, -1)) below.set(id, (below.get(id) ?? 0) + 1);
  return (id) => {
    const library = counts.get(id);
    const places = library?.location_count ?? below.get(id) ?? 0;
    const words = [
      ...(places > 0 ? [formatCount(places, "location")] : []),
      ...(library && library.bin_count > 0 ? [formatCount(library.bin_count, "bin")] : []),
      ...(library && library.item_count > 0 ? [formatCount(library.item_count, "item")] : []),
    ];
    return words.length === 0 ? undefined : words.join(", ");
  };
}
