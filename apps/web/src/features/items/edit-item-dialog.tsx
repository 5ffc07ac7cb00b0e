import type { Item } from "@stowage/contract/items";
import { EditDialog } from "../../components/things/edit-dialog.tsx";
import { mutate } from "../../lib/mutate.ts";
import { queryClient, trpc } from "../../lib/trpc.ts";
import { refreshItems } from "./item-cache.ts";
import { ItemForm } from "./item-form.tsx";
import { itemValuesOf, updateInputOf } from "./item-values.ts";

interface EditItemDialogProps {
  /** The item to edit; null closes the dialog. */
  item: Item | null;
  onClose: () => void;
}

export function EditItemDialog({ item, onClose }: EditItemDialogProps) {
  return (
    <EditDialog
      thing={item}
      onClose={onClose}
      valuesOf={itemValuesOf}
      changesOf={updateInputOf}
      read={(id): Promise<Item> =>
        queryClient.fetchQuery(trpc.items.get.queryOptions({ id }, { staleTime: 0 }))
      }
      save={(id, changes) => mutate(trpc.items.update.mutationOptions(), { id, ...changes })}
      refresh={refreshItems}
      renderForm={(form) => <ItemForm {...form} />}
    />
  );
}
