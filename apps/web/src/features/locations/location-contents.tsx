import type { ListBins } from "@stowage/contract/bins";
import type { ListItems } from "@stowage/contract/items";
import { LOCATION_DEPTH_MAX } from "@stowage/contract/limits";
import type { Location } from "@stowage/contract/locations";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Segmented } from "../../components/ui/segmented.tsx";
import { Switch } from "../../components/ui/switch.tsx";
import { useRegisterActions } from "../../lib/actions.ts";
import { formatNumber } from "../../lib/format.ts";
import { trpc } from "../../lib/trpc.ts";
import { useMay } from "../../lib/use-may.ts";
import { BinsList } from "../bins/bins-list.tsx";
import { CreateBinDialog } from "../bins/create-bin-dialog.tsx";
import { CreateItemDialog } from "../items/create-item-dialog.tsx";
import type { ItemColumn } from "../items/item-columns.ts";
import { ItemsList } from "../items/items-list.tsx";
import { CreateLocationDialog } from "./create-location-dialog.tsx";
import { LocationChildren } from "./location-children.tsx";
import { LOCATION_TABS, type LocationSearch, type LocationTab } from "./location-search.ts";

const COLUMNS: readonly ItemColumn[] = ["expires_on", "tags", "updated_at"];
const WORDS: Record<LocationTab, { tab: string; add: string }> = {
  locations: { tab: "Locations", add: "Add location" },
  bins: { tab: "Bins", add: "Add bin" },
  items: { tab: "Items", add: "Add item" },
};

interface LocationContentsProps {
  location: Location;
  search: LocationSearch;
  onSearchChange: (search: LocationSearch) => void;
}

/** What is in a place, a kind at a time: directly in it, or with all that lies in the places below. */
export function LocationContents({ location, search, onSearchChange }: LocationContentsProps) {
  const [binSort, setBinSort] = useState<ListBins["sort"]>("name");
  const [itemSort, setItemSort] = useState<ListItems["sort"]>("name");
  const counts = useContentCounts(location.id, search.recursive === true);
  const tab = search.tab ?? firstTab(counts);
  const change = (part: LocationSearch) => onSearchChange({ ...search, tab, ...part });
  const close = () => onSearchChange({ ...search, new: undefined });
  const may: Record<LocationTab, boolean> = {
    locations: useMay("locations:write") && location.depth < LOCATION_DEPTH_MAX,
    bins: useMay("bins:write"),
    items: useMay("items:write"),
  };
  const add = () => change({ new: true });
  useRegisterActions(
    may[tab]
      ? [{ id: `location.add-${tab}`, label: WORDS[tab].add, section: "Add", keys: "c", run: add }]
      : [],
  );
  const filters = { location_id: location.id, ...(search.recursive && { recursive: true as const }) };
  const isAdding = (kind: LocationTab) => search.new === true && tab === kind && may[kind];
  return (
    <section aria-label="Contents">
      <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Segmented<LocationTab>
          label="What of its contents"
          value={tab}
          onValueChange={(next) => change({ tab: next })}
          options={LOCATION_TABS.map((value) => ({
            value,
            label: labelled(WORDS[value].tab, counts?.[value]),
          }))}
        />
        {tab === "locations" ? null : (
          <Switch
            label="Also in the places below"
            isOn={search.recursive === true}
            onToggle={(isOn) => change({ recursive: isOn ? true : undefined })}
          />
        )}
        {may[tab] ? (
          <Button onClick={add} aria-keyshortcuts="c" className="ml-auto">
            <Plus aria-hidden />
            {WORDS[tab].add}
          </Button>
        ) : null}
      </div>
      {tab === "locations" ? (
        <LocationChildren location={location} empty={<Nothing>No location is in {location.name}.</Nothing>} />
      ) : null}
      {tab === "bins" ? (
        <BinsList
          filters={filters}
          sort={binSort}
          onSortChange={(sort) => setBinSort(sort ?? "name")}
          empty={<Nothing>No bin stands in {location.name}.</Nothing>}
        />
      ) : null}
      {tab === "items" ? (
        <ItemsList
          filters={filters}
          sort={itemSort}
          onSortChange={setItemSort}
          columns={COLUMNS}
          empty={<Nothing>No item lies directly in {location.name}. Items in its bins are there.</Nothing>}
        />
      ) : null}
      <CreateLocationDialog
        isOpen={isAdding("locations")}
        parent={location}
        onClose={close}
        onCreated={close}
      />
      <CreateBinDialog isOpen={isAdding("bins")} locationId={location.id} onClose={close} onCreated={close} />
      <CreateItemDialog isOpen={isAdding("items")} place={location.id} onClose={close} />
    </section>
  );
}

type Counts = Record<LocationTab, number>;

function useContentCounts(location_id: string, recursive: boolean): Counts | undefined {
  const count = { limit: 1, include_total: true } as const;
  const locations = useQuery(trpc.locations.list.queryOptions({ ...count, parent_id: location_id }));
  const bins = useQuery(trpc.bins.list.queryOptions({ ...count, location_id, recursive }));
  const items = useQuery(trpc.items.list.queryOptions({ ...count, location_id, recursive }));
  const totals = [locations.data?.total, bins.data?.total, items.data?.total];
  const [inLocations, inBins, inItems] = totals;
  if (inLocations === undefined || inBins === undefined || inItems === undefined) return undefined;
  return { locations: inLocations, bins: inBins, items: inItems };
}

/** The first kind that there is. */
function firstTab(counts: Counts | undefined): LocationTab {
  return LOCATION_TABS.find((tab) => (counts?.[tab] ?? 0) > 0) ?? "locations";
}

const labelled = (word: string, count: number | undefined) =>
  count === undefined ? word : `${word} ${formatNumber(count)}`;

function Nothing({ children }: { children: ReactNode }) {
  return (
    <p className="rounded-lg border border-dashed border-line-strong px-4 py-10 text-center text-ui text-muted">
      {children}
    </p>
  );
}
