import type { Bin } from "@stowage/contract/bins";
import { useMutation } from "@tanstack/react-query";
import { ConfirmDialog } from "../../components/ui/confirm-dialog.tsx";
import { problemOf, problemSentence } from "../../lib/problem.ts";
import { showToast } from "../../lib/toasts.ts";
import { trpc } from "../../lib/trpc.ts";
import { useLastValue } from "../../lib/use-last-value.ts";
import { refreshBins } from "./bin-cache.ts";

interface DeleteBinDialogProps {
  /** The bin to delete; null closes the dialog. */
  bin: Bin | null;
  onClose: () => void;
  onDeleted?: () => void;
}

export function DeleteBinDialog({ bin: asked, onClose, onDeleted }: DeleteBinDialogProps) {
  const bin = useLastValue(asked);
  const remove = useMutation(
    trpc.bins.remove.mutationOptions({
      onSuccess: () => {
        showToast({ title: `${bin?.name ?? "The bin"} was deleted.` });
        onClose();
        onDeleted?.();
        void refreshBins();
      },
    }),
  );
  const isOccupied = problemOf(remove.error)?.code === "conflict";
  if (!bin) return null;
  return (
    <ConfirmDialog
      isOpen={asked !== null}
      onClose={() => {
        remove.reset();
        onClose();
      }}
      title={isOccupied ? `${bin.name} is not empty` : `Delete ${bin.name}?`}
      confirmLabel="Delete bin"
      isBusy={remove.isPending}
      error={remove.error ? problemSentence(remove.error) : undefined}
      isConfirmHidden={isOccupied}
      onConfirm={() => remove.mutate({ id: bin.id })}
    >
      {isOccupied
        ? "A bin goes only once nothing is in it, so that no item is lost with it."
        : "Only an empty bin can go; what it holds is never deleted with it. Its label code is not given to another bin."}
    </ConfirmDialog>
  );
}
