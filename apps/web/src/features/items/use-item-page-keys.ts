import type { Item } from "@stowage/contract/items";
import { Pencil, Trash2 } from "lucide-react";
import { type Action, useRegisterActions } from "../../lib/actions.ts";
import { tapQuantity } from "./item-adjustments.ts";

interface ItemPageHandlers {
  /** Left out where the role may not change items. */
  onEdit?: () => void;
  onDelete?: () => void;
}

/** What one can do on an item's page, by key and in the palette: edit, delete, `+` and `-`. */
export function useItemPageKeys(item: Item | undefined, { onEdit, onDelete }: ItemPageHandlers): void {
  const common = { section: "This page" } as const;
  const tap = (step: 1 | -1) => () => item && tapQuantity(item, step);
  const write: Action[] = onEdit
    ? [
        { ...common, id: "item.edit", label: "Edit item", icon: Pencil, keys: "e", run: onEdit },
        { ...common, id: "item.add", label: "Add one", keys: "+", run: tap(1) },
        { ...common, id: "item.take", label: "Take one", keys: "-", run: tap(-1) },
      ]
    : [];
  const remove: Action[] = onDelete
    ? [{ ...common, id: "item.delete", label: "Delete item", icon: Trash2, run: onDelete }]
    : [];
  useRegisterActions([...write, ...remove]);
}
