import type { Location } from "@stowage/contract/locations";
import type { ComboboxOption } from "../ui/combobox.tsx";

/** Places as choices, each told apart by the path to it; `except` leaves out a place and all that is in it. */
export function locationOptions(locations: readonly Location[], except?: string): ComboboxOption[] {
  const names = new Map(locations.map((location) => [location.id, location.name]));
  return locations
    .filter((location) => except === undefined || !location.path.includes(except))
    .map((location) => {
      const above = location.path.slice(0, -1).map((id) => names.get(id) ?? "…");
      return {
        id: location.id,
        label: location.name,
        ...(above.length > 0 && { detail: above.join(" › ") }),
      };
    })
    .sort((a, b) =>
      [...(a.detail ?? "").split(" › "), a.label]
        .join()
        .localeCompare([...(b.detail ?? "").split(" › "), b.label].join()),
    );
}
