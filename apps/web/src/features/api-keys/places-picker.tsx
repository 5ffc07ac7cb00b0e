import { KEY_LOCATIONS_MAX } from "@stowage/contract/limits";
import { X } from "lucide-react";
import { useAllLocations } from "../../components/places/all-locations.ts";
import { locationOptions } from "../../components/places/location-options.ts";
import { Combobox } from "../../components/ui/combobox.tsx";
import { Field } from "../../components/ui/field.tsx";

interface PlacesPickerProps {
  ids: readonly string[];
  onIdsChange: (ids: string[]) => void;
  error?: string | undefined;
}

/** The places that a key is bound to, each with all that lies in it; none chosen is everywhere. */
export function PlacesPicker({ ids, onIdsChange, error }: PlacesPickerProps) {
  const { locations, query } = useAllLocations();
  const options = locationOptions(locations);
  const chosen = ids.map(
    (id) => options.find((option) => option.id === id) ?? { id, label: "Unknown place" },
  );
  const isFull = ids.length >= KEY_LOCATIONS_MAX;
  return (
    <Field
      label="Places"
      aside={ids.length === 0 ? "Everywhere" : undefined}
      hint="Only what lies in these places, or in places inside them, can be seen or changed."
      error={error}
    >
      {isFull ? null : (
        <Combobox
          name="location_ids"
          value={null}
          onValueChange={(place) => place && onIdsChange([...ids, place.id])}
          options={options.filter((option) => !ids.includes(option.id))}
          isLoading={query.isPending}
          placeholder={ids.length === 0 ? "Everywhere" : "Add a place"}
          emptyText="No other place has this name."
        />
      )}
      {chosen.length > 0 ? (
        <ul aria-label="Chosen places" className="flex flex-wrap gap-1.5">
          {chosen.map((place) => (
            <li
              key={place.id}
              className="inline-flex h-6 max-w-full items-center gap-1 rounded bg-accent-soft pl-2 text-ui text-accent-ink coarse:h-9"
            >
              <span className="truncate" title={"detail" in place ? place.detail : undefined}>
                {place.label}
              </span>
              <button
                type="button"
                aria-label={`Remove ${place.label}`}
                onClick={() => onIdsChange(ids.filter((id) => id !== place.id))}
                className="inline-flex size-6 items-center justify-center rounded hover:bg-surface coarse:size-9"
              >
                <X aria-hidden className="size-3.5" />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </Field>
  );
}
