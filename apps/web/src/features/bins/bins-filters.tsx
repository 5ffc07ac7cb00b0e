import { X } from "lucide-react";
import { PlacePicker } from "../../components/places/place-picker.tsx";
import { TagFilterInput } from "../../components/things/tag-filter-input.tsx";
import { Button } from "../../components/ui/button.tsx";
import { FilterChips } from "../../components/ui/filter-chips.tsx";
import { UrlSearchInput } from "../../components/ui/url-search-input.tsx";
import { type BinsSearch, binFiltersOf } from "./bins-search.ts";

interface BinsFiltersProps {
  search: BinsSearch;
  onSearchChange: (search: BinsSearch) => void;
}

export function BinsFilters({ search, onSearchChange }: BinsFiltersProps) {
  const hasFilters = Object.keys(binFiltersOf(search)).length > 0;
  const { tag = [] } = search;
  const setTags = (tags: string[]) => onSearchChange({ ...search, tag: tags.length > 0 ? tags : undefined });
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <UrlSearchInput
          className="w-72 max-sm:w-full"
          label="Search bins"
          value={search.q}
          onValueChange={(q) => onSearchChange({ ...search, q })}
        />
        <div className="w-52 max-sm:w-auto max-sm:grow max-sm:basis-36">
          <PlacePicker
            label="Location"
            placeholder="Any location"
            kinds={["location"]}
            value={search.location_id ?? null}
            onValueChange={(id) =>
              onSearchChange({
                ...search,
                location_id: id ?? undefined,
                recursive: id === null ? undefined : true,
              })
            }
          />
        </div>
        <TagFilterInput
          className="w-36 max-sm:w-auto max-sm:grow max-sm:basis-28"
          onTag={(name) => setTags([...new Set([...tag, name])])}
        />
        {hasFilters ? (
          <Button variant="quiet" onClick={() => onSearchChange(search.sort ? { sort: search.sort } : {})}>
            <X aria-hidden />
            Clear
          </Button>
        ) : null}
      </div>
      <FilterChips
        chips={tag.map((name) => ({
          key: name,
          label: `Tag: ${name}`,
          onRemove: () => setTags(tag.filter((each) => each !== name)),
        }))}
      />
    </>
  );
}
