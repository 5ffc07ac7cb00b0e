import type { Trigger } from "@stowage/contract/triggers";
import { useMutation } from "@tanstack/react-query";
import { ConfirmDialog } from "../../components/ui/confirm-dialog.tsx";
import { problemSentence } from "../../lib/problem.ts";
import { showToast } from "../../lib/toasts.ts";
import { trpc } from "../../lib/trpc.ts";
import { useLastValue } from "../../lib/use-last-value.ts";
import { refreshTriggers } from "./trigger-cache.ts";

interface DeleteTriggerDialogProps {
  /** The trigger to delete; null closes the dialog. */
  trigger: Trigger | null;
  onClose: () => void;
  onDeleted?: () => void;
}

export function DeleteTriggerDialog({ trigger: asked, onClose, onDeleted }: DeleteTriggerDialogProps) {
  const trigger = useLastValue(asked);
  const remove = useMutation(
    trpc.triggers.remove.mutationOptions({
      onSuccess: () => {
        showToast({ title: `${trigger?.name ?? "The trigger"} was deleted.` });
        onClose();
        onDeleted?.();
        void refreshTriggers();
      },
    }),
  );
  if (!trigger) return null;
  return (
    <ConfirmDialog
      isOpen={asked !== null}
      onClose={() => {
        remove.reset();
        onClose();
      }}
      title={`Delete ${trigger.name}?`}
      confirmLabel="Delete trigger"
      isBusy={remove.isPending}
      error={remove.error ? problemSentence(remove.error) : undefined}
      onConfirm={() => remove.mutate({ id: trigger.id })}
    >
      Its deliveries and signing secrets go with it, for good. The tasks that it made stay. To have it rest,
      turn it off instead.
    </ConfirmDialog>
  );
}
