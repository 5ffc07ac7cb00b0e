import type { Item } from "@stowage/contract/items";
import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { Dialog } from "../../components/ui/dialog.tsx";
import { showToast } from "../../lib/toasts.ts";
import { trpc } from "../../lib/trpc.ts";
import { refreshItems } from "./item-cache.ts";
import { ItemForm } from "./item-form.tsx";
import { createInputOf, newItemValues } from "./item-values.ts";

interface CreateItemDialogProps {
  isOpen: boolean;
  /** Where the item goes unless another place is chosen: the bin or location that is looked at. */
  place: string | null;
  onClose: () => void;
  onCreated?: (item: Item) => void;
}

export function CreateItemDialog({ isOpen, place, onClose, onCreated }: CreateItemDialogProps) {
  const nameRef = useRef<HTMLInputElement>(null);
  const create = useMutation(trpc.items.create.mutationOptions());
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title="Add item"
      initialFocus={nameRef}
      closesOnOutsidePress={false}
    >
      <ItemForm
        initial={newItemValues(place)}
        submitLabel="Add item"
        nameRef={nameRef}
        onCancel={onClose}
        onSubmit={async (values) => {
          const item = await create.mutateAsync(createInputOf(values));
          onClose();
          showToast({ title: `${item.name} was added.` });
          onCreated?.(item);
          await refreshItems();
        }}
      />
    </Dialog>
  );
}
