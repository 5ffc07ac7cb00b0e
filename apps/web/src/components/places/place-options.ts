import type { Bin } from "@stowage/contract/bins";
import type { Location } from "@stowage/contract/locations";
import type { SearchHit } from "@stowage/contract/search";
import type { ComboboxOption } from "../ui/combobox.tsx";
import { locationOptions } from "./location-options.ts";

export type PlaceKind = "bin" | "location";

/** Both in one list would look alike, so each says what it is and where. */
const KIND_WORDS: Record<PlaceKind, string> = { bin: "Bin", location: "Location" };

/** Choices shown before anything is typed; the rest is found by typing. */
const LOCATIONS_SHOWN = 60;

/** Whether an id, which says by itself what it is of, is a bin's. */
export function isBinId(id: string): boolean {
  return id.startsWith("bin_");
}

/** What was found, without a place that is left out and all that lies in it. */
export function optionsOfHits(
  hits: readonly SearchHit[],
  { kinds, except }: { kinds: readonly PlaceKind[]; except: string | undefined },
): ComboboxOption[] {
  return hits
    .filter(({ id, path }) => id !== except && !path.some((step) => step.id === except))
    .flatMap(({ id, name, type, place }) =>
      type === "item" ? [] : [{ id, label: name, detail: detailOf(type, place, kinds) }],
    );
}

/** Before anything is typed: the bins last changed, then the tree from its top. */
export function firstOptions({
  bins,
  locations,
  kinds,
  except,
}: {
  bins: readonly Pick<Bin, "id" | "name" | "location_id">[];
  locations: readonly Location[];
  kinds: readonly PlaceKind[];
  except: string | undefined;
}): ComboboxOption[] {
  const byId = new Map(locations.map((location) => [location.id, location]));
  const placeOf = (ids: readonly string[]) => ids.map((id) => byId.get(id)?.name ?? "…").join(" / ");
  const ofBins = bins
    .filter(({ id }) => id !== except)
    .map(({ id, name, location_id }) => ({
      id,
      label: name,
      detail: detailOf("bin", placeOf(byId.get(location_id ?? "")?.path ?? []), kinds),
    }));
  const ofLocations = locationOptions(locations, except)
    .slice(0, LOCATIONS_SHOWN)
    .map(({ id, label }) => ({
      id,
      label,
      detail: detailOf("location", placeOf(byId.get(id)?.path.slice(0, -1) ?? []), kinds),
    }));
  return [...ofBins, ...ofLocations];
}

function detailOf(kind: PlaceKind, place: string, kinds: readonly PlaceKind[]): string {
  if (kinds.length === 1) return place;
  return place === "" ? KIND_WORDS[kind] : `${KIND_WORDS[kind]} in ${place}`;
}
