import type { Invitation } from "@stowage/contract/invitations";
import { useMutation } from "@tanstack/react-query";
import { ConfirmDialog } from "../../components/ui/confirm-dialog.tsx";
import { problemSentence } from "../../lib/problem.ts";
import { showToast } from "../../lib/toasts.ts";
import { queryClient, trpc } from "../../lib/trpc.ts";
import { useLastValue } from "../../lib/use-last-value.ts";

interface TakeBackDialogProps {
  /** Which; null closes the dialog. */
  invitation: Invitation | null;
  onClose: () => void;
}

export function TakeBackDialog({ invitation: asked, onClose }: TakeBackDialogProps) {
  const invitation = useLastValue(asked);
  const remove = useMutation(
    trpc.invitations.remove.mutationOptions({
      onSuccess: async () => {
        onClose();
        showToast({ title: "The invitation was taken back." });
        await queryClient.invalidateQueries(trpc.invitations.pathFilter());
      },
    }),
  );
  if (!invitation) return null;
  return (
    <ConfirmDialog
      isOpen={asked !== null}
      onClose={() => {
        remove.reset();
        onClose();
      }}
      title="Take the invitation back?"
      confirmLabel="Take back"
      onConfirm={() => remove.mutate({ id: invitation.id })}
      isBusy={remove.isPending}
      error={remove.error ? problemSentence(remove.error) : undefined}
    >
      {invitation.email ? `The link that ${invitation.email} has` : "Its link"} opens nothing any more.
      {invitation.uses > 0 ? " Who has come in by it stays." : null}
    </ConfirmDialog>
  );
}
