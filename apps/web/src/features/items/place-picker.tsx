import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Combobox, type ComboboxOption } from "../../components/ui/combobox.tsx";
import { trpc } from "../../lib/trpc.ts";
import { useAllLocations } from "../locations/all-locations.ts";
import { locationOptions } from "../locations/location-options.ts";
import { isBinId } from "./item-values.ts";
import { useBinsById } from "./use-bins-by-id.ts";

const SHOWN_PER_KIND = 30;

interface PlacePickerProps {
  /** A bin's or a location's id; null for neither. */
  value: string | null;
  onValueChange: (value: string | null) => void;
  placeholder: string;
  label?: string;
  name?: string;
}

/** One choice among all bins and locations. Bins are searched by the server, since there may be thousands. */
export function PlacePicker({ value, onValueChange, placeholder, label, name }: PlacePickerProps) {
  const [query, setQuery] = useState("");
  const q = query.trim();
  const bins = useQuery(
    trpc.bins.list.queryOptions(
      { limit: SHOWN_PER_KIND, sort: "name", ...(q && { q }) },
      { placeholderData: (previous) => previous },
    ),
  );
  const { locations } = useAllLocations();
  const chosenBin = useBinsById([value !== null && isBinId(value) ? value : null]);

  const places = locationOptions(locations);
  const nameOf = (id: string | null) => places.find((place) => place.id === id)?.label;
  const binOption = (bin: { id: string; name: string; location_id: string | null }): ComboboxOption => {
    const at = nameOf(bin.location_id);
    return { id: bin.id, label: bin.name, detail: at ? `Bin in ${at}` : "Bin" };
  };
  const wanted = q.toLocaleLowerCase();
  const options: ComboboxOption[] = [
    ...(bins.data?.data ?? []).map(binOption),
    ...places
      .filter((place) => place.label.toLocaleLowerCase().includes(wanted))
      .slice(0, SHOWN_PER_KIND)
      .map((place) => ({ ...place, detail: place.detail ? `Location in ${place.detail}` : "Location" })),
  ];
  const chosen = value === null ? undefined : chosenBin.get(value);
  const selected =
    value === null ? null : chosen ? binOption(chosen) : { id: value, label: nameOf(value) ?? "…" };
  return (
    <Combobox
      value={selected}
      onValueChange={(option) => onValueChange(option?.id ?? null)}
      options={options}
      onQueryChange={setQuery}
      isLoading={bins.isFetching}
      placeholder={placeholder}
      emptyText="No bin or location matches."
      {...(label && { label })}
      {...(name && { name })}
    />
  );
}
