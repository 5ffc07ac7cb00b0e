import { Link } from "@tanstack/react-router";
import { Package, Plus, SearchX, Trash2 } from "lucide-react";
import { useDeferredValue } from "react";
import { Button, buttonStyles } from "../../components/ui/button.tsx";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { lazyDialog } from "../../components/ui/lazy-part.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { ViewOnlyBadge } from "../../components/ui/view-only-badge.tsx";
import { useRegisterActions } from "../../lib/actions.ts";
import { curlFor } from "../../lib/curl.ts";
import { useMay } from "../../lib/use-may.ts";
import { useItemColumns } from "./item-columns.ts";
import { ItemsFilters } from "./items-filters.tsx";
import { ItemsList } from "./items-list.tsx";
import { changeSearch, filtersOf, ITEM_SORT_DEFAULT, type ItemsSearch, isFiltered } from "./items-search.ts";

const CreateItemDialog = lazyDialog(
  async () => (await import("./create-item-dialog.tsx")).CreateItemDialog,
  ({ isOpen }) => isOpen,
);

interface ItemsScreenProps {
  search: ItemsSearch;
  onSearchChange: (search: ItemsSearch) => void;
}

export function ItemsScreen({ search, onSearchChange }: ItemsScreenProps) {
  const [columns, setColumns] = useItemColumns();
  // The bar and the head of the table follow a press at once; the rows of another list take longer to be made.
  const listed = useDeferredValue(search);
  const change = (part: Partial<ItemsSearch>) => onSearchChange(changeSearch(search, part));
  const openCreate = () => change({ new: true });
  const mayAdd = useMay("items:write");
  useRegisterActions(
    mayAdd
      ? [{ id: "create.item", label: "Add item", section: "Add", icon: Package, keys: "c", run: openCreate }]
      : [],
  );
  return (
    <>
      <PageHeader
        title="Items"
        purpose="Everything you keep: how much there is, and where."
        action={
          <>
            <Link to="/trash" aria-label="Trash" title="Trash" className={buttonStyles({ variant: "quiet" })}>
              <Trash2 aria-hidden />
              <span className="max-sm:hidden">Trash</span>
            </Link>
            {mayAdd ? (
              <Button variant="primary" onClick={openCreate}>
                <Plus aria-hidden />
                Add item
              </Button>
            ) : (
              <ViewOnlyBadge />
            )}
          </>
        }
      />
      <ItemsFilters
        search={search}
        onSearchChange={onSearchChange}
        columns={columns}
        onColumnsChange={setColumns}
      />
      <ItemsList
        filters={filtersOf(listed)}
        sort={listed.sort ?? ITEM_SORT_DEFAULT}
        sortShown={search.sort ?? ITEM_SORT_DEFAULT}
        onSortChange={(sort) => change({ sort: sort === ITEM_SORT_DEFAULT ? undefined : sort })}
        columns={columns}
        empty={
          isFiltered(listed) ? (
            <NothingMatches onClear={() => onSearchChange(search.sort ? { sort: search.sort } : {})} />
          ) : (
            <NoItemsYet {...(mayAdd && { onCreate: openCreate })} />
          )
        }
      />
      <CreateItemDialog
        isOpen={search.new === true && mayAdd}
        place={search.bin_id ?? search.location_id ?? null}
        onClose={() => change({ new: undefined })}
      />
    </>
  );
}

function NothingMatches({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState
      icon={SearchX}
      title="No item matches"
      text="Names, notes, tags, SKUs and barcodes are searched. Try fewer letters, or another place."
      action={<Button onClick={onClear}>Clear the filters</Button>}
      className="rounded-lg border border-line bg-surface"
    />
  );
}

function NoItemsYet({ onCreate }: { onCreate?: () => void }) {
  return (
    <EmptyState
      icon={Package}
      title="No items yet"
      text="An item is one kind of thing in one place, with a quantity. Add what you search for most often first."
      action={
        onCreate ? (
          <>
            <Button variant="primary" onClick={onCreate}>
              Add item
            </Button>
            <Link to="/settings/data" className={buttonStyles()}>
              Import a file
            </Link>
          </>
        ) : null
      }
      curl={curlFor("POST /items", { name: "M3 screws", quantity: 200, unit: "pcs", min_quantity: 50 })}
    />
  );
}
