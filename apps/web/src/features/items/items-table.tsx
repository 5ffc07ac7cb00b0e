import type { Item, ListItems } from "@stowage/contract/items";
import { SortHeadCell } from "../../components/ui/sort-head-cell.tsx";
import { HeadCell, Table, TableBody, TableHead } from "../../components/ui/table.tsx";
import { useMay } from "../../lib/use-may.ts";
import { useAllLocations } from "../locations/all-locations.ts";
import { ItemRow } from "./item-row.tsx";
import { useBinsById } from "./use-bins-by-id.ts";
import { useItemKeys } from "./use-item-keys.ts";

type Sort = ListItems["sort"];

interface ItemsTableProps {
  items: readonly Item[];
  total?: number | undefined;
  isRefetching?: boolean;
  /** Leaves the place out, where all of them are in the same one. */
  isPlaceHidden?: boolean;
  sort: Sort;
  onSortChange: (sort: Sort) => void;
  onEdit: (item: Item) => void;
  onDelete: (item: Item) => void;
}

export function ItemsTable(props: ItemsTableProps) {
  const { items, isPlaceHidden = false, sort, onSortChange } = props;
  const bins = useBinsById(isPlaceHidden ? [] : items.map((item) => item.bin_id));
  const { locations } = useAllLocations();
  const locationsById = new Map(locations.map((location) => [location.id, location]));
  const mayWrite = useMay("items:write");
  const mayDelete = useMay("items:delete");
  useItemKeys(items, mayWrite ? props.onEdit : null);
  return (
    <Table label="Items" isRefetching={props.isRefetching ?? false} rowCount={props.total}>
      <TableHead>
        <SortHeadCell label="Name" first="name" second="-name" sort={sort} onSortChange={onSortChange} />
        {isPlaceHidden ? null : <HeadCell>Place</HeadCell>}
        <SortHeadCell
          label="Quantity"
          first="quantity"
          second="-quantity"
          sort={sort}
          onSortChange={onSortChange}
          className="w-44"
        />
        <SortHeadCell
          label="Updated"
          first="-updated_at"
          second="updated_at"
          sort={sort}
          onSortChange={onSortChange}
          className="w-32 max-md:hidden"
        />
        <HeadCell className="w-12">
          <span className="sr-only">Actions</span>
        </HeadCell>
      </TableHead>
      <TableBody>
        {items.map((item) => (
          <ItemRow
            key={item.id}
            item={item}
            bins={bins}
            locations={locationsById}
            isPlaceHidden={isPlaceHidden}
            {...(mayWrite && { onEdit: props.onEdit })}
            {...(mayDelete && { onDelete: props.onDelete })}
          />
        ))}
      </TableBody>
    </Table>
  );
}
