import { TriangleAlert, X } from "lucide-react";
import { Button } from "../../components/ui/button.tsx";
import { Select, type SelectOption } from "../../components/ui/select.tsx";
import { UrlSearchInput } from "../../components/ui/url-search-input.tsx";
import { cx } from "../../lib/class-names.ts";
import { isBinId } from "./item-values.ts";
import { ITEM_SORT_DEFAULT, type ItemsSearch, isFiltered } from "./items-search.ts";
import { PlacePicker } from "./place-picker.tsx";

type Sort = NonNullable<ItemsSearch["sort"]>;

const SORTS: readonly SelectOption<Sort>[] = [
  { value: "-updated_at", label: "Last changed" },
  { value: "-created_at", label: "Newest" },
  { value: "name", label: "Name, A to Z" },
  { value: "-name", label: "Name, Z to A" },
  { value: "quantity", label: "Fewest first" },
  { value: "-quantity", label: "Most first" },
  { value: "updated_at", label: "Longest unchanged" },
  { value: "created_at", label: "Oldest" },
];

interface ItemsFiltersProps {
  search: ItemsSearch;
  onSearchChange: (search: ItemsSearch) => void;
}

export function ItemsFilters({ search, onSearchChange }: ItemsFiltersProps) {
  const change = (part: Partial<ItemsSearch>) => onSearchChange({ ...search, ...part });
  const isLow = search.low_stock ?? false;
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <UrlSearchInput
        className="w-72 max-sm:w-full"
        label="Search items"
        value={search.q}
        onValueChange={(q) => change({ q })}
      />
      <div className="w-52 max-sm:w-auto max-sm:grow max-sm:basis-36">
        <PlacePicker
          label="Place"
          placeholder="Any place"
          value={search.bin_id ?? search.location_id ?? null}
          onValueChange={(id) =>
            change({
              bin_id: id !== null && isBinId(id) ? id : undefined,
              location_id: id !== null && !isBinId(id) ? id : undefined,
            })
          }
        />
      </div>
      <Select
        aria-label="Sort"
        className="w-40 max-sm:w-auto max-sm:grow max-sm:basis-36"
        value={search.sort ?? ITEM_SORT_DEFAULT}
        onValueChange={(sort) => change({ sort })}
        options={SORTS}
      />
      <Button
        aria-pressed={isLow}
        onClick={() => change({ low_stock: isLow ? undefined : true })}
        className={cx(isLow && "border-warn-ink bg-warn-soft text-warn-ink hover:bg-warn-soft")}
      >
        <TriangleAlert aria-hidden />
        Low stock
      </Button>
      {isFiltered(search) ? (
        <Button variant="quiet" onClick={() => onSearchChange(search.sort ? { sort: search.sort } : {})}>
          <X aria-hidden />
          Clear
        </Button>
      ) : null}
    </div>
  );
}
