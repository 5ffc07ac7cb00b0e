import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { trpc } from "../../lib/trpc.ts";
import { useSettled } from "../../lib/use-settled.ts";
import { Combobox } from "../ui/combobox.tsx";
import { useAllLocations } from "./all-locations.ts";
import { firstOptions, isBinId, optionsOfHits, type PlaceKind } from "./place-options.ts";

const HITS_SHOWN = 30;
const RECENT_BINS_SHOWN = 8;
/** A chosen place changes its name seldom. */
const NAME_STALE_MS = 60_000;
const BOTH: readonly PlaceKind[] = ["bin", "location"];

const EMPTY_TEXTS = {
  both: "No bin or location matches.",
  bin: "No bin matches.",
  location: "No location matches.",
};

interface PlacePickerProps {
  /** A bin's or a location's id; null for neither. */
  value: string | null;
  onValueChange: (value: string | null) => void;
  /** What may be chosen; both if nothing is said. */
  kinds?: readonly PlaceKind[];
  /** A place that cannot be chosen, nor anything in it. */
  except?: string | undefined;
  /** What "none" means here: "Inbox: put away later". */
  placeholder: string;
  /** Named by the Field around it; without one, give its name here. */
  label?: string;
  name?: string;
  /** Whether none is a choice. */
  isClearable?: boolean;
}

/**
 * One choice among all bins and locations, found by the server's search, so that a code, a part of a name or a name
 * with a typo finds among 20,000. Nothing is looked up before it is opened but the name of what is chosen.
 */
export function PlacePicker({ kinds = BOTH, except, value, onValueChange, ...props }: PlacePickerProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [query, setQuery] = useState("");
  const q = useSettled(query.trim());
  const isBlank = query.trim() === "";

  const hits = useQuery(
    trpc.search.search.queryOptions(
      { q, type: [...kinds], limit: HITS_SHOWN },
      { enabled: q !== "", placeholderData: (previous) => previous },
    ),
  );
  const isBrowsing = isOpen && isBlank;
  const recent = useQuery(
    trpc.bins.list.queryOptions(
      { limit: RECENT_BINS_SHOWN },
      { enabled: isBrowsing && kinds.includes("bin") },
    ),
  );
  const tree = useAllLocations({ enabled: isBrowsing });
  const chosen = useChosenName(value);

  const options = isBlank
    ? firstOptions({
        bins: recent.data?.data ?? [],
        locations: tree.locations,
        kinds,
        except,
      }).filter(({ id }) => kinds.includes(isBinId(id) ? "bin" : "location"))
    : optionsOfHits(hits.data?.data ?? [], { kinds, except });
  return (
    <Combobox
      value={value === null ? null : { id: value, label: chosen ?? "…" }}
      onValueChange={(option) => onValueChange(option?.id ?? null)}
      options={options}
      onQueryChange={setQuery}
      onOpenChange={setIsOpen}
      isLoading={hits.isFetching || tree.query.isFetching || q !== query.trim()}
      emptyText={EMPTY_TEXTS[kinds.length === 1 && kinds[0] ? kinds[0] : "both"]}
      {...props}
    />
  );
}

function useChosenName(id: string | null): string | undefined {
  const isBin = id !== null && isBinId(id);
  const bin = useQuery(
    trpc.bins.get.queryOptions({ id: id ?? "" }, { enabled: isBin, staleTime: NAME_STALE_MS }),
  );
  const location = useQuery(
    trpc.locations.get.queryOptions(
      { id: id ?? "" },
      { enabled: id !== null && !isBin, staleTime: NAME_STALE_MS },
    ),
  );
  return isBin ? bin.data?.name : location.data?.name;
}
