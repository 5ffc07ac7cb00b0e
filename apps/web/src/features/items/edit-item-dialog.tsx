import type { Item } from "@stowage/contract/items";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type RefObject, useRef } from "react";
import { Dialog } from "../../components/ui/dialog.tsx";
import { showToast } from "../../lib/toasts.ts";
import { trpc } from "../../lib/trpc.ts";
import { useLastValue } from "../../lib/use-last-value.ts";
import { useVersionedEdit } from "../../lib/use-versioned-edit.ts";
import { refreshItems } from "./item-cache.ts";
import { ItemForm } from "./item-form.tsx";
import { type ItemValues, itemValuesOf, updateInputOf } from "./item-values.ts";

interface EditItemDialogProps {
  /** The item to edit; null closes the dialog. */
  item: Item | null;
  onClose: () => void;
}

export function EditItemDialog({ item: asked, onClose }: EditItemDialogProps) {
  const item = useLastValue(asked);
  const nameRef = useRef<HTMLInputElement>(null);
  if (!item) return null;
  return (
    <Dialog
      isOpen={asked !== null}
      onClose={onClose}
      title={`Edit ${item.name}`}
      initialFocus={nameRef}
      closesOnOutsidePress={false}
    >
      <EditedItem key={item.id} listed={item} nameRef={nameRef} onClose={onClose} />
    </Dialog>
  );
}

interface EditedItemProps {
  listed: Item;
  nameRef: RefObject<HTMLInputElement | null>;
  onClose: () => void;
}

function EditedItem({ listed, nameRef, onClose }: EditedItemProps) {
  const queryClient = useQueryClient();
  const update = useMutation(trpc.items.update.mutationOptions());

  async function write(base: Item, values: ItemValues, if_version?: number) {
    const changes = updateInputOf(base, values);
    if (Object.keys(changes).length > 0) {
      const after = await update.mutateAsync({ id: base.id, ...changes, if_version });
      showToast({ title: `${after.name} was saved.` });
    }
    onClose();
    await refreshItems();
  }

  const { base, saveIfUnchanged, conflict } = useVersionedEdit({
    listed,
    read: () => queryClient.fetchQuery(trpc.items.get.queryOptions({ id: listed.id }, { staleTime: 0 })),
    write,
  });

  return (
    <ItemForm
      key={base.version}
      initial={itemValuesOf(base)}
      submitLabel="Save"
      nameRef={nameRef}
      onCancel={onClose}
      onSubmit={saveIfUnchanged}
      conflict={conflict}
    />
  );
}
