import type { Item } from "@stowage/contract/items";
import { FolderInput, Pencil, Trash2 } from "lucide-react";
import { type Action, useRegisterActions } from "../../lib/actions.ts";
import { tapQuantity } from "./item-adjustments.ts";

interface ItemPageHandlers {
  /** Left out where the role may not change items. */
  onEdit?: () => void;
  onMove?: () => void;
  onDelete?: () => void;
}

/** What one can do on an item's page, by key and in the palette: edit, move, delete, `+` and `-`. */
export function useItemPageKeys(
  item: Item | undefined,
  { onEdit, onMove, onDelete }: ItemPageHandlers,
): void {
  const common = { section: "This page" } as const;
  const tap = (step: 1 | -1) => () => item && tapQuantity(item, step);
  const write: Action[] = onEdit
    ? [
        { ...common, id: "item.edit", label: "Edit item", icon: Pencil, keys: "e", run: onEdit },
        { ...common, id: "item.add", label: "Add one", keys: "+", run: tap(1) },
        { ...common, id: "item.take", label: "Take one", keys: "-", run: tap(-1) },
      ]
    : [];
  const move: Action[] = onMove
    ? [{ ...common, id: "item.move", label: "Move item", icon: FolderInput, keys: "m", run: onMove }]
    : [];
  const remove: Action[] = onDelete
    ? [{ ...common, id: "item.delete", label: "Delete item", icon: Trash2, run: onDelete }]
    : [];
  useRegisterActions([...write, ...move, ...remove]);
}
