import { useMutation } from "@tanstack/react-query";
import { ConfirmDialog } from "../../components/ui/confirm-dialog.tsx";
import { formatCount } from "../../lib/format.ts";
import { problemSentence } from "../../lib/problem.ts";
import { showToast } from "../../lib/toasts.ts";
import { queryClient, trpc } from "../../lib/trpc.ts";

/** Asks before the test data are thrown away for fresh sample data. */
export function RefillDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const reset = useMutation(
    trpc.sandbox.reset.mutationOptions({
      onSuccess: async ({ locations, bins, items }) => {
        await queryClient.invalidateQueries();
        onClose();
        showToast({
          title: "The test data are fresh.",
          text: `${formatCount(locations, "location")}, ${formatCount(bins, "bin")} and ${formatCount(items, "item")}.`,
        });
      },
    }),
  );
  const close = () => {
    reset.reset();
    onClose();
  };
  return (
    <ConfirmDialog
      isOpen={isOpen}
      onClose={close}
      title="Refill with sample data?"
      confirmLabel="Refill"
      tone="normal"
      isBusy={reset.isPending}
      error={reset.isError ? problemSentence(reset.error) : null}
      onConfirm={() => reset.mutate()}
    >
      All test data of this organization are deleted, and a small sample workshop takes their place. The live
      data and all API keys stay as they are.
    </ConfirmDialog>
  );
}
