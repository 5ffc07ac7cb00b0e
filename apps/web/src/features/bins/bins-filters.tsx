import { X } from "lucide-react";
import { Button } from "../../components/ui/button.tsx";
import { Combobox } from "../../components/ui/combobox.tsx";
import { UrlSearchInput } from "../../components/ui/url-search-input.tsx";
import { useAllLocations } from "../locations/all-locations.ts";
import { locationOptions } from "../locations/location-options.ts";
import type { BinsSearch } from "./bins-search.ts";

interface BinsFiltersProps {
  search: BinsSearch;
  onSearchChange: (search: BinsSearch) => void;
}

export function BinsFilters({ search, onSearchChange }: BinsFiltersProps) {
  const { locations } = useAllLocations();
  const options = locationOptions(locations);
  const hasFilters = search.q !== undefined || search.location_id !== undefined;
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <UrlSearchInput
        className="w-72 max-sm:w-full"
        label="Search bins"
        value={search.q}
        onValueChange={(q) => onSearchChange({ ...search, q })}
      />
      <div className="w-52 max-sm:w-auto max-sm:grow">
        <Combobox
          label="Location"
          placeholder="Any location"
          emptyText="No location matches."
          options={options}
          value={options.find((option) => option.id === search.location_id) ?? null}
          onValueChange={(option) => onSearchChange({ ...search, location_id: option?.id })}
        />
      </div>
      {hasFilters ? (
        <Button variant="quiet" onClick={() => onSearchChange(search.sort ? { sort: search.sort } : {})}>
          <X aria-hidden />
          Clear
        </Button>
      ) : null}
    </div>
  );
}
