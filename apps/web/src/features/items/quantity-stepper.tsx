import type { Item } from "@stowage/contract/items";
import { Minus, Plus } from "lucide-react";
import { cx } from "../../lib/class-names.ts";
import { formatNumber, formatQuantity } from "../../lib/format.ts";
import { tapQuantity, useShownQuantity } from "./item-adjustments.ts";

const stepStyles =
  "inline-flex size-7 shrink-0 items-center justify-center rounded-md text-muted transition-colors hover:bg-pressed hover:text-ink disabled:pointer-events-none disabled:opacity-40 coarse:size-11";

/** An item's quantity between − and +. */
export function QuantityStepper({ item, className }: { item: Item; className?: string }) {
  const quantity = useShownQuantity(item);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would add a form's box to each row
    <div
      role="group"
      aria-label={`Quantity of ${item.name}`}
      className={cx("inline-flex items-center", className)}
    >
      <button
        type="button"
        aria-label={`Take one ${item.name}`}
        disabled={quantity === 0}
        onClick={() => tapQuantity(item, -1)}
        className={stepStyles}
      >
        <Minus aria-hidden className="size-3.5" />
      </button>
      <span
        aria-live="polite"
        className={cx(
          "min-w-10 px-1 text-center font-medium tabular-nums",
          quantity === 0 ? "text-faint" : "text-ink",
        )}
      >
        <span aria-hidden>{formatNumber(quantity)}</span>
        <span aria-hidden className="block max-w-16 truncate text-2xs font-normal text-muted sm:hidden">
          {item.unit}
        </span>
        <span className="sr-only">{formatQuantity(quantity, item.unit)}</span>
      </span>
      <button
        type="button"
        aria-label={`Add one ${item.name}`}
        onClick={() => tapQuantity(item, 1)}
        className={stepStyles}
      >
        <Plus aria-hidden className="size-3.5" />
      </button>
    </div>
  );
}
