import { useNavigate } from "@tanstack/react-router";
import { FoldVertical, MapPin, Plus, SearchX, UnfoldVertical } from "lucide-react";
import { useState } from "react";
import { useAllLocations } from "../../components/places/all-locations.ts";
import { Button } from "../../components/ui/button.tsx";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { IconButton } from "../../components/ui/icon-button.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { QueryProblem } from "../../components/ui/query-problem.tsx";
import { SearchInput } from "../../components/ui/search-input.tsx";
import { ViewOnlyBadge } from "../../components/ui/view-only-badge.tsx";
import { type Action, useRegisterActions } from "../../lib/actions.ts";
import { curlFor } from "../../lib/curl.ts";
import { formatCount } from "../../lib/format.ts";
import { useMay } from "../../lib/use-may.ts";
import { CreateLocationDialog } from "./create-location-dialog.tsx";
import { DeleteLocationDialog } from "./delete-location-dialog.tsx";
import { EditLocationDialog } from "./edit-location-dialog.tsx";
import { childrenOf, searchLocations, treeRows } from "./location-tree.ts";
import { LocationTreeGrid } from "./location-tree-grid.tsx";
import { LocationTreeSkeleton } from "./location-tree-skeleton.tsx";
import type { LocationsSearch } from "./locations-search.ts";
import { MoveLocationDialog } from "./move-location-dialog.tsx";
import { useFoldedLocations } from "./use-folded-locations.ts";
import { useHeld } from "./use-held.ts";

interface LocationsScreenProps {
  search: LocationsSearch;
  onSearchChange: (search: LocationsSearch) => void;
}

export function LocationsScreen({ search, onSearchChange }: LocationsScreenProps) {
  const { query, locations, isComplete } = useAllLocations();
  const folded = useFoldedLocations(locations);
  const [asked, setAsked] = useState<{ what: "edit" | "move" | "delete"; id: string } | null>(null);
  const askedFor = (what: "edit" | "move" | "delete") =>
    asked?.what === what ? (locations.find(({ id }) => id === asked.id) ?? null) : null;
  const ask = (what: "edit" | "move" | "delete") => (id: string) => setAsked({ what, id });
  const close = () => setAsked(null);
  const navigate = useNavigate();
  const holds = useHeld(locations);
  const openCreate = (parent?: string) => onSearchChange({ ...search, new: true, ...(parent && { parent }) });
  const mayWrite = useMay("locations:write");
  const mayDelete = useMay("locations:delete");
  const add: Action = {
    id: "create.location",
    label: "Add location",
    section: "Add",
    icon: MapPin,
    keys: "c",
    run: () => openCreate(),
  };
  useRegisterActions(mayWrite ? [add] : []);

  const isSearching = search.q !== undefined;
  const { shown, matches } = searchLocations(locations, search.q ?? "");
  const children = childrenOf(isSearching ? shown : locations);
  const rows = treeRows(children, isSearching ? () => false : folded.isFolded);

  return (
    <>
      <PageHeader
        title="Locations"
        purpose="Sites, rooms and shelves: where bins and items are."
        action={
          mayWrite ? (
            <Button variant="primary" onClick={() => openCreate()} aria-keyshortcuts="c">
              <Plus aria-hidden />
              Add location
            </Button>
          ) : (
            <ViewOnlyBadge />
          )
        }
      />
      {locations.length > 0 || query.isPending ? (
        <div className="mb-3 flex items-center gap-2">
          <SearchInput
            label="Search locations"
            className="grow sm:max-w-80"
            value={search.q ?? ""}
            onValueChange={(q) => onSearchChange({ ...search, q: q === "" ? undefined : q })}
          />
          <div className="ml-auto flex items-center gap-1">
            <span className="mr-2 text-xs text-muted tabular-nums max-sm:hidden" role="status">
              {isSearching
                ? formatCount(matches.size, "match", "matches")
                : isComplete
                  ? formatCount(locations.length, "location")
                  : ""}
            </span>
            <IconButton
              icon={UnfoldVertical}
              label="Expand all"
              disabled={isSearching}
              onClick={folded.unfoldAll}
            />
            <IconButton
              icon={FoldVertical}
              label="Collapse all"
              disabled={isSearching}
              onClick={folded.foldAll}
            />
          </div>
        </div>
      ) : null}

      {query.isPending ? <LocationTreeSkeleton /> : null}
      {query.isError && locations.length === 0 ? (
        <QueryProblem error={query.error} onRetry={() => void query.refetch()} />
      ) : null}
      {query.isSuccess && locations.length === 0 ? (
        <EmptyState
          icon={MapPin}
          title="No locations yet"
          text="Locations say where things are. Begin with a site such as your home, then add its rooms and shelves."
          action={
            mayWrite ? (
              <Button variant="primary" onClick={() => openCreate()}>
                Add location
              </Button>
            ) : null
          }
          curl={curlFor("POST /locations", { name: "Garage", kind: "room" })}
        />
      ) : null}
      {isSearching && locations.length > 0 && rows.length === 0 ? (
        <EmptyState
          icon={SearchX}
          title={`No location matches “${search.q}”`}
          text="Names and descriptions were searched."
          action={<Button onClick={() => onSearchChange({})}>Clear the search</Button>}
        />
      ) : null}
      {rows.length > 0 ? (
        <LocationTreeGrid
          rows={rows}
          matches={isSearching ? matches : null}
          isRefetching={query.isFetching}
          onFold={folded.fold}
          onUnfold={folded.unfold}
          holds={holds}
          onOpen={(locationId) => void navigate({ to: "/locations/$locationId", params: { locationId } })}
          {...(mayWrite && { onCreateInside: openCreate, onEdit: ask("edit"), onMove: ask("move") })}
          {...(mayDelete && { onDelete: ask("delete") })}
        />
      ) : null}

      <CreateLocationDialog
        isOpen={search.new === true && mayWrite}
        parent={locations.find(({ id }) => id === search.parent) ?? null}
        onClose={() => onSearchChange({ ...search, new: undefined, parent: undefined })}
        onCreated={(location) => folded.unfold(...location.path.slice(0, -1))}
      />
      <EditLocationDialog location={askedFor("edit")} onClose={close} />
      <MoveLocationDialog location={askedFor("move")} onClose={close} />
      <DeleteLocationDialog location={askedFor("delete")} onClose={close} />
    </>
  );
}
