import type { Item } from "@stowage/contract/items";
import { formatQuantity } from "../../lib/format.ts";
import { LowBadge } from "./low-badge.tsx";
import { QuantityCounter } from "./quantity-counter.tsx";

/** How much there is of an item, how much of it is promised, and the means to change it. */
export function ItemStock({ item, mayWrite }: { item: Item; mayWrite: boolean }) {
  return (
    <section
      aria-label="Quantity"
      className="rounded-lg border border-line bg-surface px-4 py-3 shadow-raised"
    >
      {mayWrite ? (
        <QuantityCounter item={item} />
      ) : (
        <p className="flex items-center gap-2 text-base font-semibold tabular-nums">
          {formatQuantity(item.quantity, item.unit)}
          <LowBadge item={item} />
        </p>
      )}
      {item.reserved > 0 ? (
        <p className="mt-2 text-ui text-muted tabular-nums">
          {formatQuantity(item.reserved, item.unit)} reserved for projects:{" "}
          <span className={item.available < 0 ? "font-medium text-danger-ink" : "font-medium text-ink"}>
            {item.available < 0
              ? `${formatQuantity(-item.available, item.unit)} too few`
              : `${formatQuantity(item.available, item.unit)} free`}
          </span>
        </p>
      ) : null}
    </section>
  );
}
