import type { Item } from "@stowage/contract/items";
import { useMutation } from "@tanstack/react-query";
import { type RefObject, useRef, useState } from "react";
import { Dialog } from "../../components/ui/dialog.tsx";
import { showToast } from "../../lib/toasts.ts";
import { trpc } from "../../lib/trpc.ts";
import { refreshItems } from "./item-cache.ts";
import { ItemForm } from "./item-form.tsx";
import { createInputOf, type ItemValues, newItemValues } from "./item-values.ts";

interface CreateItemDialogProps {
  isOpen: boolean;
  /** Where the item goes unless another place is chosen: the bin or location that is looked at. */
  place: string | null;
  onClose: () => void;
  onCreated?: (item: Item) => void;
}

export function CreateItemDialog({ isOpen, place, onClose, onCreated }: CreateItemDialogProps) {
  const nameRef = useRef<HTMLInputElement>(null);
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title="Add item"
      initialFocus={nameRef}
      closesOnOutsidePress={false}
    >
      <NewItem place={place} nameRef={nameRef} onClose={onClose} {...(onCreated && { onCreated })} />
    </Dialog>
  );
}

type NewItemProps = Omit<CreateItemDialogProps, "isOpen"> & {
  nameRef: RefObject<HTMLInputElement | null>;
};

/** One item after the other, if one likes: the next form begins where the last one was, with the same unit and tags. */
function NewItem({ place, nameRef, onClose, onCreated }: NewItemProps) {
  const create = useMutation(trpc.items.create.mutationOptions());
  const isAnotherWanted = useRef(false);
  const [round, setRound] = useState({ number: 0, initial: newItemValues(place) });

  async function add(values: ItemValues): Promise<void> {
    const hasNext = isAnotherWanted.current;
    const item = await create.mutateAsync(createInputOf(values));
    showToast({ title: `${item.name} was added.` });
    onCreated?.(item);
    if (hasNext) {
      const { unit, tags } = values;
      setRound(({ number }) => ({
        number: number + 1,
        initial: { ...newItemValues(values.place), unit, tags },
      }));
      requestAnimationFrame(() => nameRef.current?.focus());
    } else {
      onClose();
    }
    await refreshItems();
  }

  return (
    <ItemForm
      key={round.number}
      initial={round.initial}
      isNew
      submitLabel="Add item"
      nameRef={nameRef}
      onCancel={onClose}
      onSubmit={add}
      other={{
        label: "Add and another",
        onPress: (isOther) => {
          isAnotherWanted.current = isOther;
        },
      }}
    />
  );
}
