import type { Bin } from "@stowage/contract/bins";
import type { Item } from "@stowage/contract/items";
import type { Location } from "@stowage/contract/locations";
import { Link } from "@tanstack/react-router";
import { RowMenu } from "../../components/ui/row-menu.tsx";
import { Cell, Row } from "../../components/ui/table.tsx";
import { Time } from "../../components/ui/time.tsx";
import { cx } from "../../lib/class-names.ts";
import { formatNumber } from "../../lib/format.ts";
import { LowBadge } from "./low-badge.tsx";
import { PlaceLabel } from "./place-label.tsx";
import { QuantityStepper } from "./quantity-stepper.tsx";

interface ItemRowProps {
  item: Item;
  bins: ReadonlyMap<string, Bin>;
  locations: ReadonlyMap<string, Location>;
  isPlaceHidden: boolean;
  /** Left out where the role may not change items; then the quantity is not to be tapped either. */
  onEdit?: (item: Item) => void;
  onDelete?: (item: Item) => void;
}

export function ItemRow({ item, bins, locations, isPlaceHidden, onEdit, onDelete }: ItemRowProps) {
  return (
    <Row data-item-id={item.id}>
      <Cell phone="title" {...(isPlaceHidden && { className: "max-sm:row-span-3" })}>
        <div className="flex min-w-0 items-center gap-2">
          <Link
            to="/items/$itemId"
            params={{ itemId: item.id }}
            data-row-link
            className="truncate rounded-sm font-medium text-ink hover:underline max-sm:after:absolute max-sm:after:inset-0"
          >
            {item.name}
          </Link>
          <LowBadge item={item} />
        </div>
      </Cell>
      {isPlaceHidden ? null : (
        <Cell className="max-w-72">
          <PlaceLabel item={item} bins={bins} locations={locations} isPlainOnPhone />
        </Cell>
      )}
      <Cell phone="end" className="max-sm:relative">
        <div className="flex items-center gap-1.5">
          {onEdit ? (
            <QuantityStepper item={item} className="-ml-2 max-sm:-mr-3" />
          ) : (
            <span className="font-medium tabular-nums">{formatNumber(item.quantity)}</span>
          )}
          <span className={cx("max-w-20 truncate text-muted", onEdit && "max-sm:hidden")} title={item.unit}>
            {item.unit}
          </span>
        </div>
      </Cell>
      <Cell phone="hidden" className="text-muted max-md:hidden">
        <Time at={item.updated_at} />
      </Cell>
      <Cell phone="hidden" align="end">
        <RowMenu
          name={item.name}
          onEdit={onEdit && (() => onEdit(item))}
          onDelete={onDelete && (() => onDelete(item))}
        />
      </Cell>
    </Row>
  );
}
