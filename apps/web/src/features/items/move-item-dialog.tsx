import type { Item, MovedItem } from "@stowage/contract/items";
import { useState } from "react";
import { PlaceDialog } from "../../components/things/place-dialog.tsx";
import { Field } from "../../components/ui/field.tsx";
import { Input } from "../../components/ui/input.tsx";
import { formatQuantity } from "../../lib/format.ts";
import { mutate } from "../../lib/mutate.ts";
import { NotDone } from "../../lib/problem.ts";
import { showToast } from "../../lib/toasts.ts";
import { trpc } from "../../lib/trpc.ts";
import { showUndoToast } from "../../lib/undo-toast.ts";
import { useLastValue } from "../../lib/use-last-value.ts";
import { refreshItems } from "./item-cache.ts";
import { moveTarget } from "./item-jobs.ts";
import { parseQuantity, QUANTITY_TYPED } from "./quantity-text.ts";

interface MoveItemDialogProps {
  /** The item to move; null closes the dialog. */
  item: Item | null;
  onClose: () => void;
}

/** Moves an item, or a part of it, which becomes an item of its own there. */
export function MoveItemDialog({ item: asked, onClose }: MoveItemDialogProps) {
  const item = useLastValue(asked);
  const [text, setText] = useState("");
  if (!item) return null;
  const close = () => {
    setText("");
    onClose();
  };

  async function move(before: Item, place: string | null): Promise<void> {
    const part = parseQuantity(text);
    if (part === 0) throw new NotDone("Enter how much of it, or leave it empty to move all.");
    if (part !== null && part > before.quantity) {
      throw new NotDone(`There are only ${formatQuantity(before.quantity, before.unit)}.`);
    }
    const isPart = part !== null && part < before.quantity;
    const moved = await mutate(trpc.items.move.mutationOptions(), {
      id: before.id,
      ...moveTarget(place),
      ...(isPart && { quantity: part }),
    });
    close();
    sayMoved(before, moved);
    await refreshItems();
  }

  return (
    <PlaceDialog
      isOpen={asked !== null}
      onClose={close}
      title={`Move ${item.name}`}
      from={item.bin_id ?? item.location_id}
      nowhere="Inbox: put away later"
      onPlaceChosen={(place) => move(item, place)}
    >
      {item.quantity > 0 ? (
        <Field
          label="How much"
          aside={`of ${formatQuantity(item.quantity, item.unit)}`}
          hint="A part becomes an item of its own there. Leave it empty to move all."
        >
          <Input
            name="quantity"
            inputMode="decimal"
            autoComplete="off"
            placeholder="All"
            className="tabular-nums"
            value={text}
            onChange={(event) => {
              if (QUANTITY_TYPED.test(event.target.value)) setText(event.target.value);
            }}
          />
        </Field>
      ) : null}
    </PlaceDialog>
  );
}

function sayMoved(before: Item, { item, moved_item, event_seq }: MovedItem): void {
  if (event_seq === null) {
    showToast({ title: `${before.name} is there already.` });
  } else {
    const what = moved_item ? `${formatQuantity(moved_item.quantity, item.unit)} of ${item.name}` : item.name;
    showUndoToast({ title: `${what} moved.`, undo: [event_seq] });
  }
}
