import { Link, useNavigate } from "@tanstack/react-router";
import { Archive, Plus, SearchX, Trash2 } from "lucide-react";
import { Button, buttonStyles } from "../../components/ui/button.tsx";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { ViewOnlyBadge } from "../../components/ui/view-only-badge.tsx";
import { useRegisterActions } from "../../lib/actions.ts";
import { curlFor } from "../../lib/curl.ts";
import { useMay } from "../../lib/use-may.ts";
import { BinsFilters } from "./bins-filters.tsx";
import { BinsList } from "./bins-list.tsx";
import { BIN_SORT_DEFAULT, type BinsSearch, binFiltersOf } from "./bins-search.ts";
import { CreateBinDialog } from "./create-bin-dialog.tsx";

interface BinsScreenProps {
  search: BinsSearch;
  onSearchChange: (search: BinsSearch) => void;
}

export function BinsScreen({ search, onSearchChange }: BinsScreenProps) {
  const navigate = useNavigate();
  const filters = binFiltersOf(search);
  const openCreate = () => onSearchChange({ ...search, new: true });
  const mayAdd = useMay("bins:write");
  useRegisterActions(
    mayAdd
      ? [{ id: "create.bin", label: "Add bin", section: "Add", icon: Archive, keys: "c", run: openCreate }]
      : [],
  );
  return (
    <>
      <PageHeader
        title="Bins"
        purpose="The boxes, drawers and shelves that hold your items, each with a code for its label."
        action={
          <>
            <Link
              to="/trash"
              search={{ of: "bins" }}
              aria-label="Trash"
              title="Trash"
              className={buttonStyles({ variant: "quiet" })}
            >
              <Trash2 aria-hidden />
              <span className="max-sm:hidden">Trash</span>
            </Link>
            {mayAdd ? (
              <Button variant="primary" onClick={openCreate}>
                <Plus aria-hidden />
                Add bin
              </Button>
            ) : (
              <ViewOnlyBadge />
            )}
          </>
        }
      />
      <BinsFilters search={search} onSearchChange={onSearchChange} />
      <BinsList
        filters={filters}
        sort={search.sort ?? BIN_SORT_DEFAULT}
        onSortChange={(sort) => onSearchChange({ ...search, sort })}
        empty={
          Object.keys(filters).length > 0 ? (
            <NothingMatches onClear={() => onSearchChange({})} />
          ) : (
            <NoBinsYet {...(mayAdd && { onCreate: openCreate })} />
          )
        }
      />
      <CreateBinDialog
        isOpen={search.new === true && mayAdd}
        locationId={search.location_id ?? null}
        onClose={() => onSearchChange({ ...search, new: undefined })}
        onCreated={(bin) => void navigate({ to: "/bins/$binId", params: { binId: bin.id } })}
      />
    </>
  );
}

function NothingMatches({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState
      icon={SearchX}
      title="No bin matches"
      text="Names, descriptions, tags and codes are searched. Try fewer letters, or another location."
      action={<Button onClick={onClear}>Clear the filters</Button>}
      className="rounded-lg border border-line bg-surface"
    />
  );
}

function NoBinsYet({ onCreate }: { onCreate?: () => void }) {
  return (
    <EmptyState
      icon={Archive}
      title="No bins yet"
      text="A bin is anything you put things into and can carry. Moving it moves all that is in it."
      action={
        onCreate ? (
          <Button variant="primary" onClick={onCreate}>
            Add bin
          </Button>
        ) : null
      }
      curl={curlFor("POST /bins", { name: "Fasteners", tags: ["metal"] })}
    />
  );
}
