import type { ItemView } from "@stowage/contract/items";
import { memo, type ReactNode } from "react";
import { PathLabel } from "../../components/places/path-label.tsx";
import { TagList } from "../../components/things/tag-list.tsx";
import { ThingRow } from "../../components/things/thing-row.tsx";
import { RowLink } from "../../components/ui/row-link.tsx";
import { RowMenu } from "../../components/ui/row-menu.tsx";
import { Cell } from "../../components/ui/table.tsx";
import { Time } from "../../components/ui/time.tsx";
import { cx } from "../../lib/class-names.ts";
import { formatNumber } from "../../lib/format.ts";
import { ExpiryMark } from "./expiry-mark.tsx";
import type { ItemColumn } from "./item-columns.ts";
import { LowBadge } from "./low-badge.tsx";
import { QuantityStepper } from "./quantity-stepper.tsx";

/** What can be done with a row; each is left out where the reader may not do it. */
export interface ItemRowHandlers {
  onEdit?: ((item: ItemView) => void) | undefined;
  onMove?: ((item: ItemView) => void) | undefined;
  onDelete?: ((item: ItemView) => void) | undefined;
}

interface ItemCellsProps extends ItemRowHandlers {
  item: ItemView;
  columns: readonly ItemColumn[];
}

interface ItemRowProps extends ItemCellsProps {
  index: number;
  isSelected: boolean;
}

export const ItemRow = memo(function ItemRow({ index, isSelected, ...cells }: ItemRowProps) {
  return (
    <ThingRow thing={cells.item} index={index} isSelected={isSelected}>
      <ItemCells {...cells} />
    </ThingRow>
  );
});

/** Apart from the row, so that a row that is selected draws no more than its box and its colour. */
const ItemCells = memo(function ItemCells({ item, columns, onEdit, onMove, onDelete }: ItemCellsProps) {
  const hasPlace = columns.includes("place");
  return (
    <>
      <Cell phone="title" className={hasPlace ? "max-sm:self-end" : "max-sm:row-span-2"}>
        <div className="flex min-w-0 items-center gap-2">
          <RowLink
            to="/items/$itemId"
            params={{ itemId: item.id }}
            data-row-link
            className="truncate rounded-sm font-medium text-ink hover:underline max-sm:after:absolute max-sm:after:inset-0"
          >
            {item.name}
          </RowLink>
          <LowBadge item={item} />
          {columns.includes("expires_on") ? null : <ExpiryMark day={item.expires_on} isShort />}
        </div>
      </Cell>
      {hasPlace ? (
        <Cell className="truncate max-sm:self-start">
          <PathLabel path={item.location_path} bin={item.bin} nowhere="Inbox" isPlainOnPhone />
        </Cell>
      ) : null}
      <Cell phone="end" className="max-sm:relative max-sm:row-span-2">
        <div className="flex items-center gap-1.5">
          {onEdit ? (
            <QuantityStepper
              item={item}
              // A finger that chooses rows must not count by the way.
              className="-ml-2 max-sm:-mr-3 max-sm:group-data-selecting/rows:hidden"
            />
          ) : null}
          <span
            className={cx(
              "font-medium tabular-nums",
              onEdit && "hidden max-sm:group-data-selecting/rows:inline",
            )}
          >
            {formatNumber(item.quantity)}
          </span>
          <span
            className={cx(
              "max-w-16 truncate text-muted",
              onEdit && "max-sm:hidden max-sm:group-data-selecting/rows:inline",
            )}
            title={item.unit}
          >
            {item.unit}
          </span>
        </div>
      </Cell>
      {columns.map((column) =>
        column === "place" ? null : (
          <Cell
            key={column}
            phone="hidden"
            className={cx("truncate text-muted", column !== "expires_on" && "max-lg:hidden")}
          >
            {CELLS[column](item)}
          </Cell>
        ),
      )}
      <Cell phone="hidden" align="end">
        <RowMenu
          name={item.name}
          onEdit={onEdit && (() => onEdit(item))}
          onMove={onMove && (() => onMove(item))}
          onDelete={onDelete && (() => onDelete(item))}
        />
      </Cell>
    </>
  );
});

const CELLS: Record<Exclude<ItemColumn, "place">, (item: ItemView) => ReactNode> = {
  expires_on: ({ expires_on }) => <ExpiryMark day={expires_on} />,
  tags: ({ tags }) => <TagList tags={tags} />,
  sku: ({ sku }) => sku,
  manufacturer: ({ manufacturer }) => manufacturer,
  available: ({ available, unit }) => (
    <span className="tabular-nums">{`${formatNumber(available)} ${unit}`}</span>
  ),
  updated_at: ({ updated_at }) => <Time at={updated_at} />,
};
