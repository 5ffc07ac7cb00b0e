import type { Item } from "@stowage/contract/items";
import { Badge } from "../../components/ui/badge.tsx";
import { formatQuantity } from "../../lib/format.ts";
import { useShownQuantity } from "./item-adjustments.ts";

/** Stands beside an item that is at or below its minimum. */
export function LowBadge({ item }: { item: Item }) {
  const quantity = useShownQuantity(item);
  if (item.min_quantity === null || quantity > item.min_quantity) return null;
  return (
    <Badge tone="warn" title={`Minimum ${formatQuantity(item.min_quantity, item.unit)}`}>
      {quantity === 0 ? "Out" : "Low"}
    </Badge>
  );
}
