import type { ItemView, ListItems } from "@stowage/contract/items";
import { type ReactNode, useCallback, useState } from "react";
import { ListFoot } from "../../components/things/list-foot.tsx";
import { ThingTableSkeleton } from "../../components/things/thing-table-skeleton.tsx";
import { useRowKeys } from "../../components/things/use-row-keys.ts";
import { lazyDialog } from "../../components/ui/lazy-part.tsx";
import { QueryProblem } from "../../components/ui/query-problem.tsx";
import { useMay } from "../../lib/use-may.ts";
import { usePagedRows } from "../../lib/use-paged-rows.ts";
import { useRowSelection } from "../../lib/use-row-selection.ts";
import { deleteItem } from "./item-actions.ts";
import { tapQuantity } from "./item-adjustments.ts";
import type { ItemColumn } from "./item-columns.ts";
import { itemsPage } from "./items-page-query.ts";
import type { ItemFilters } from "./items-search.ts";
import { ItemsTable } from "./items-table.tsx";

const EditItemDialog = lazyDialog(
  async () => (await import("./edit-item-dialog.tsx")).EditItemDialog,
  ({ item }) => item !== null,
);
const MoveItemDialog = lazyDialog(
  async () => (await import("./move-item-dialog.tsx")).MoveItemDialog,
  ({ item }) => item !== null,
);
const ItemsBulk = lazyDialog(
  async () => (await import("./items-bulk.tsx")).ItemsBulk,
  ({ selection }) => selection.isSelecting,
);

type Sort = ListItems["sort"];

interface ItemsListProps {
  filters: ItemFilters;
  sort: Sort;
  /** The order that was asked for last, where the rows may still follow. */
  sortShown?: Sort;
  onSortChange: (sort: Sort) => void;
  columns: readonly ItemColumn[];
  /** In the place of the table when nothing is listed. */
  empty: ReactNode;
}

/** The items that some filters leave, however many: to be read, counted, changed one by one or many at once. */
export function ItemsList({ filters, sort, sortShown = sort, onSortChange, columns, empty }: ItemsListProps) {
  const rows = usePagedRows((cursor) => itemsPage({ filters, sort, cursor }));
  const selection = useRowSelection<ItemView>(rows, JSON.stringify(filters));
  const [edited, setEdited] = useState<ItemView | null>(null);
  const [moved, setMoved] = useState<ItemView | null>(null);
  const mayWrite = useMay("items:write");
  const mayDelete = useMay("items:delete");
  const remove = useCallback((item: ItemView) => void deleteItem(item), []);
  useRowKeys(rows, selection, mayWrite ? itemKeys(setEdited, setMoved) : []);

  if (rows.isPending) return <ThingTableSkeleton label="Loading items" />;
  if (rows.error) return <QueryProblem error={rows.error} onRetry={rows.refetch} />;
  if (rows.isEmpty) return empty;
  return (
    <>
      <ItemsTable
        rows={rows}
        columns={columns}
        selection={selection}
        sort={sortShown}
        onSortChange={onSortChange}
        onEdit={mayWrite ? setEdited : undefined}
        onMove={mayWrite ? setMoved : undefined}
        onDelete={mayDelete ? remove : undefined}
      />
      <ListFoot rows={rows} selection={selection} noun="item" />
      <ItemsBulk selection={selection} total={rows.total} />
      <EditItemDialog item={edited} onClose={() => setEdited(null)} />
      <MoveItemDialog item={moved} onClose={() => setMoved(null)} />
    </>
  );
}

type OnItem = (item: ItemView) => void;

const itemKeys = (onEdit: OnItem, onMove: OnItem) => [
  { id: "row.edit", label: "Edit the item of the row", keys: "e", run: onEdit },
  { id: "row.move", label: "Move the item of the row", keys: "m", run: onMove },
  {
    id: "row.add",
    label: "Add one to the item of the row",
    keys: "+",
    run: (item: ItemView) => tapQuantity(item, 1),
  },
  {
    id: "row.take",
    label: "Take one of the item of the row",
    keys: "-",
    run: (item: ItemView) => tapQuantity(item, -1),
  },
];
