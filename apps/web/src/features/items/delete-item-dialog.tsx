import type { Item } from "@stowage/contract/items";
import { useMutation } from "@tanstack/react-query";
import { ConfirmDialog } from "../../components/ui/confirm-dialog.tsx";
import { formatQuantity } from "../../lib/format.ts";
import { problemSentence } from "../../lib/problem.ts";
import { showToast } from "../../lib/toasts.ts";
import { trpc } from "../../lib/trpc.ts";
import { useLastValue } from "../../lib/use-last-value.ts";
import { refreshItems } from "./item-cache.ts";

interface DeleteItemDialogProps {
  /** The item to delete; null closes the dialog. */
  item: Item | null;
  onClose: () => void;
  onDeleted?: () => void;
}

export function DeleteItemDialog({ item: asked, onClose, onDeleted }: DeleteItemDialogProps) {
  const item = useLastValue(asked);
  const remove = useMutation(
    trpc.items.remove.mutationOptions({
      onSuccess: () => {
        showToast({ title: `${item?.name ?? "The item"} was deleted.` });
        onClose();
        onDeleted?.();
        void refreshItems();
      },
    }),
  );
  if (!item) return null;
  return (
    <ConfirmDialog
      isOpen={asked !== null}
      onClose={() => {
        remove.reset();
        onClose();
      }}
      title={`Delete ${item.name}?`}
      confirmLabel="Delete item"
      isBusy={remove.isPending}
      error={remove.error ? problemSentence(remove.error) : undefined}
      onConfirm={() => remove.mutate({ id: item.id })}
    >
      {item.quantity === 0
        ? "Its history stays in the activity log."
        : `${formatQuantity(item.quantity, item.unit)} go with it. Its history stays in the activity log.`}{" "}
      If it is only used up, leave it at 0: then it shows as low.
    </ConfirmDialog>
  );
}
