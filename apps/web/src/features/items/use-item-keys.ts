import type { Item } from "@stowage/contract/items";
import { useRegisterActions } from "../../lib/actions.ts";
import { tapQuantity } from "./item-adjustments.ts";

/** The item of the row that has the focus, or holds it. */
function focusedItem(items: readonly Item[]): Item | undefined {
  const id = document.activeElement?.closest<HTMLElement>("[data-item-id]")?.dataset.itemId;
  return items.find((item) => item.id === id);
}

/** Keys that work on the focused row: `e` edits, `+` and `-` change the quantity. None where `onEdit` is null. */
export function useItemKeys(items: readonly Item[], onEdit: ((item: Item) => void) | null): void {
  const onFocused = (run: (item: Item) => void) => () => {
    const item = focusedItem(items);
    if (item) run(item);
  };
  const common = { section: "This page", isPaletteHidden: true } as const;
  const add = onFocused((item) => tapQuantity(item, 1));
  const take = onFocused((item) => tapQuantity(item, -1));
  useRegisterActions(
    onEdit
      ? [
          {
            ...common,
            id: "item.edit",
            label: "Edit the item of the row",
            keys: "e",
            run: onFocused(onEdit),
          },
          { ...common, id: "item.add", label: "Add one", keys: "+", run: add },
          { ...common, id: "item.take", label: "Take one", keys: "-", run: take },
        ]
      : [],
  );
}
