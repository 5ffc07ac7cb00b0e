import type { ItemView, ListItems } from "@stowage/contract/items";
import { useCallback } from "react";
import { THING_ROW_HEIGHTS } from "../../components/things/thing-row.tsx";
import { ThingTable } from "../../components/things/thing-table.tsx";
import { SortHeadCell } from "../../components/ui/sort-head-cell.tsx";
import { HeadCell } from "../../components/ui/table.tsx";
import type { PagedRows } from "../../lib/use-paged-rows.ts";
import type { Selecting } from "../../lib/use-row-selection.ts";
import { columnWords, type ItemColumn } from "./item-columns.ts";
import { ItemRow, type ItemRowHandlers } from "./item-row.tsx";

interface ItemsTableProps extends ItemRowHandlers {
  rows: PagedRows<ItemView>;
  columns: readonly ItemColumn[];
  selection: Selecting<ItemView>;
  sort: ListItems["sort"];
  onSortChange: (sort: ListItems["sort"]) => void;
}

/** Items in rows. The handlers must not change from one drawing to the next. */
export function ItemsTable(props: ItemsTableProps) {
  const { rows, columns, selection, sort, onSortChange } = props;
  const { onEdit, onMove, onDelete } = props;
  const { selected } = selection;
  const renderRow = useCallback(
    (item: ItemView, index: number) => (
      <ItemRow
        key={item.id}
        item={item}
        index={index}
        columns={columns}
        isSelected={selected.has(item.id)}
        onEdit={onEdit}
        onMove={onMove}
        onDelete={onDelete}
      />
    ),
    [columns, selected, onEdit, onMove, onDelete],
  );
  const head = { sort, onSortChange };
  const words = columnWords(columns);
  const place = words.find(({ id }) => id === "place");
  const others = words.filter(({ id }) => id !== "place");
  return (
    <ThingTable
      label="Items"
      rows={rows}
      selection={selection}
      heights={THING_ROW_HEIGHTS}
      renderRow={renderRow}
      head={
        <>
          <SortHeadCell label="Name" first="name" second="-name" {...head} />
          {place ? <HeadCell width={place.width}>{place.label}</HeadCell> : null}
          <SortHeadCell label="Quantity" first="quantity" second="-quantity" width={176} {...head} />
          {others.map(({ id, label, width, sorts, isMinor }) => {
            const shared = { width, ...(isMinor && { className: "max-lg:hidden" }) };
            return sorts ? (
              <SortHeadCell key={id} label={label} first={sorts[0]} second={sorts[1]} {...head} {...shared} />
            ) : (
              <HeadCell key={id} {...shared}>
                {label}
              </HeadCell>
            );
          })}
        </>
      }
    />
  );
}
