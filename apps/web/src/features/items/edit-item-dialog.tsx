import type { Item } from "@stowage/contract/items";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type RefObject, useRef, useState } from "react";
import { Dialog } from "../../components/ui/dialog.tsx";
import { problemOf } from "../../lib/problem.ts";
import { showProblem, showToast } from "../../lib/toasts.ts";
import { trpc } from "../../lib/trpc.ts";
import { useLastValue } from "../../lib/use-last-value.ts";
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

/** The version that the form started from stays what it is compared with, whatever lists are told meanwhile. */
function EditedItem({ listed, nameRef, onClose }: EditedItemProps) {
  const [base, setBase] = useState(listed);
  const [hasConflict, setHasConflict] = useState(false);
  const theirs = useQuery(trpc.items.get.queryOptions({ id: listed.id }, { enabled: false }));
  const update = useMutation(trpc.items.update.mutationOptions());

  async function save(values: ItemValues, if_version?: number) {
    const changes = updateInputOf(base, values);
    if (Object.keys(changes).length > 0) {
      const after = await update.mutateAsync({ id: base.id, ...changes, if_version });
      showToast({ title: `${after.name} was saved.` });
    }
    onClose();
    await refreshItems();
  }

  async function saveIfUnchanged(values: ItemValues) {
    setHasConflict(false);
    try {
      await save(values, base.version);
    } catch (error) {
      if (problemOf(error)?.code !== "version_mismatch") throw error;
      setHasConflict(true);
    }
  }

  async function reload() {
    const { data, error } = await theirs.refetch();
    if (error || !data) {
      showProblem("Their version did not load.", error);
      return;
    }
    setBase(data);
    setHasConflict(false);
  }

  return (
    <ItemForm
      key={base.version}
      initial={itemValuesOf(base)}
      submitLabel="Save"
      nameRef={nameRef}
      onCancel={onClose}
      onSubmit={saveIfUnchanged}
      conflict={
        hasConflict
          ? {
              onReload: () => void reload(),
              onOverwrite: (values) =>
                void save(values).catch((error: unknown) =>
                  showProblem(`${base.name} was not saved.`, error),
                ),
            }
          : null
      }
    />
  );
}
