import { CalendarClock, Columns3, Inbox, ListFilter, type LucideIcon, TriangleAlert, X } from "lucide-react";
import { Suspense } from "react";
import { isBinId } from "../../components/places/place-options.ts";
import { Button } from "../../components/ui/button.tsx";
import type { ChoiceMenuProps } from "../../components/ui/choice-menu.tsx";
import { FilterChips } from "../../components/ui/filter-chips.tsx";
import { Input } from "../../components/ui/input.tsx";
import { lazyPart } from "../../components/ui/lazy-part.tsx";
import { ReachedFor } from "../../components/ui/reached-for.tsx";
import { Select, type SelectOption } from "../../components/ui/select.tsx";
import { UrlSearchInput } from "../../components/ui/url-search-input.tsx";
import { cx } from "../../lib/class-names.ts";
import { lazyLater } from "../../lib/first-screen.ts";
import { daysFromNow, EXPIRING_SOON_DAYS } from "./expiry-words.ts";
import { ITEM_COLUMN_CHOICES, type ItemColumn } from "./item-columns.ts";
import {
  changeSearch,
  filterChips,
  ITEM_SORT_DEFAULT,
  type ItemsSearch,
  isFiltered,
} from "./items-search.ts";

const PlaceFilter = lazyLater(
  async () => (await import("../../components/places/place-picker.tsx")).PlacePicker,
);
const FilterPopover = lazyPart(async () => (await import("./item-filter-popover.tsx")).ItemFilterPopover);
const ColumnsMenu = lazyPart<ChoiceMenuProps<ItemColumn>>(
  async () => (await import("../../components/ui/choice-menu.tsx")).ChoiceMenu,
);

type Sort = NonNullable<ItemsSearch["sort"]>;

const SORTS: readonly SelectOption<Sort>[] = [
  { value: "-updated_at", label: "Last changed" },
  { value: "-created_at", label: "Newest" },
  { value: "name", label: "Name, A to Z" },
  { value: "-name", label: "Name, Z to A" },
  { value: "quantity", label: "Fewest first" },
  { value: "-quantity", label: "Most first" },
  { value: "expires_on", label: "Expires first" },
  { value: "updated_at", label: "Longest unchanged" },
  { value: "created_at", label: "Oldest" },
];

interface ItemsFiltersProps {
  search: ItemsSearch;
  onSearchChange: (search: ItemsSearch) => void;
  columns: readonly ItemColumn[];
  onColumnsChange: (columns: readonly ItemColumn[]) => void;
}

/** All of it narrows the list on the server, and stands in the address. */
export function ItemsFilters({ search, onSearchChange, columns, onColumnsChange }: ItemsFiltersProps) {
  const change = (part: Partial<ItemsSearch>) => onSearchChange(changeSearch(search, part));
  const soon = daysFromNow(EXPIRING_SOON_DAYS + 1);
  const chips = filterChips(search).filter(
    ({ key }) => key !== "expiring_before" || search.expiring_before !== soon,
  );
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <UrlSearchInput
          className="w-64 max-sm:w-full"
          label="Search items"
          value={search.q}
          onValueChange={(q) => change({ q })}
        />
        <div className="w-48 max-sm:w-auto max-sm:grow max-sm:basis-36">
          <Suspense fallback={<Input disabled placeholder="Any place" aria-label="Place" />}>
            <PlaceFilter
              label="Place"
              placeholder="Any place"
              value={search.bin_id ?? search.location_id ?? null}
              onValueChange={(id) => change(placeChange(id))}
            />
          </Suspense>
        </div>
        <Select
          aria-label="Sort"
          className="max-sm:grow max-sm:basis-36 sm:hidden"
          value={search.sort ?? ITEM_SORT_DEFAULT}
          onValueChange={(sort) => change({ sort: sort === ITEM_SORT_DEFAULT ? undefined : sort })}
          options={SORTS}
        />
        <Toggle
          icon={TriangleAlert}
          label="Low"
          name="Low stock"
          isOn={search.low_stock ?? false}
          onToggle={(isOn) => change({ low_stock: isOn || undefined })}
        />
        <Toggle
          icon={CalendarClock}
          label="Expiring"
          name={`Expired, or within ${EXPIRING_SOON_DAYS} days`}
          isOn={search.expiring_before === soon}
          onToggle={(isOn) => change({ expiring_before: isOn ? soon : undefined })}
        />
        <Toggle
          icon={Inbox}
          label="Inbox"
          name="Not put away yet"
          isOn={search.inbox ?? false}
          onToggle={(isOn) => change({ ...placeChange(null), inbox: isOn || undefined })}
        />
        <ReachedFor
          popup="dialog"
          preload={FilterPopover.preload}
          trigger={
            <Button className={TIGHT_ON_PHONE}>
              <ListFilter aria-hidden />
              Filter
            </Button>
          }
        >
          {(trigger, fallback, isOpenAtFirst) => (
            <FilterPopover
              trigger={trigger}
              fallback={fallback}
              isOpenAtFirst={isOpenAtFirst}
              search={search}
              onApply={onSearchChange}
            />
          )}
        </ReachedFor>
        <ReachedFor
          popup="menu"
          preload={ColumnsMenu.preload}
          trigger={
            <Button aria-label="Columns" title="Columns" className="px-2 max-sm:hidden">
              <Columns3 aria-hidden />
            </Button>
          }
        >
          {(trigger, fallback, isOpenAtFirst) => (
            <ColumnsMenu
              trigger={trigger}
              fallback={fallback}
              isOpenAtFirst={isOpenAtFirst}
              choices={ITEM_COLUMN_CHOICES}
              chosen={columns}
              onChosenChange={onColumnsChange}
            />
          )}
        </ReachedFor>
        {isFiltered(search) ? (
          <Button variant="quiet" onClick={() => onSearchChange(search.sort ? { sort: search.sort } : {})}>
            <X aria-hidden />
            Clear
          </Button>
        ) : null}
      </div>
      <FilterChips
        chips={chips.map(({ key, label, without }) => ({
          key,
          label,
          onRemove: () => onSearchChange(without),
        }))}
      />
    </>
  );
}

/** A place stands alone; of a location, what is below it counts too, until one says otherwise. */
function placeChange(id: string | null): Partial<ItemsSearch> {
  const isBin = id !== null && isBinId(id);
  return {
    bin_id: isBin ? id : undefined,
    location_id: id !== null && !isBin ? id : undefined,
    recursive: id !== null && !isBin ? true : undefined,
    inbox: undefined,
  };
}

/** Four of them stand beside each other. */
const TIGHT_ON_PHONE = "max-sm:grow max-sm:px-2 max-sm:[&_svg]:hidden";

interface ToggleProps {
  icon: LucideIcon;
  label: string;
  name: string;
  isOn: boolean;
  onToggle: (isOn: boolean) => void;
}

function Toggle({ icon: Icon, label, name, isOn, onToggle }: ToggleProps) {
  return (
    <Button
      aria-pressed={isOn}
      title={name}
      onClick={() => onToggle(!isOn)}
      className={cx(
        TIGHT_ON_PHONE,
        isOn && "border-accent-ink bg-accent-soft text-accent-ink hover:bg-accent-soft",
      )}
    >
      <Icon aria-hidden />
      {label}
    </Button>
  );
}
