import type { OrganizationSummary } from "@stowage/contract/accounts";
import { useMutation } from "@tanstack/react-query";
import { problemSentence } from "../../lib/problem.ts";
import { showToast } from "../../lib/toasts.ts";
import { trpc } from "../../lib/trpc.ts";
import { useConfirmed } from "../account/use-confirmed.tsx";
import { TypedConfirmDialog } from "../settings/typed-confirm-dialog.tsx";
import { useOpenRemainingOrganization } from "./use-open-remaining-organization.ts";

interface DeleteOrganizationDialogProps {
  isOpen: boolean;
  summary: OrganizationSummary;
  onClose: () => void;
}

/** K44: the end of an organization, with all that it holds. */
export function DeleteOrganizationDialog({ isOpen, summary, onClose }: DeleteOrganizationDialogProps) {
  const openRemaining = useOpenRemainingOrganization();
  const { confirmed, confirmDialog } = useConfirmed();
  const call = useMutation(trpc.organizations.remove.mutationOptions());
  const remove = useMutation({
    mutationFn: () => confirmed(() => call.mutateAsync({ id: summary.id })),
    onSuccess: async (removed) => {
      if (!removed) return;
      await openRemaining();
      showToast({ title: `${summary.name} was deleted.` });
    },
  });
  return (
    <TypedConfirmDialog
      isOpen={isOpen}
      onClose={() => {
        remove.reset();
        onClose();
      }}
      title={`Delete ${summary.name}?`}
      expected={summary.name}
      noun="name"
      confirmLabel="Delete organization"
      onConfirm={() => remove.mutate()}
      isBusy={remove.isPending}
      error={remove.error ? problemSentence(remove.error) : undefined}
    >
      <ul className="flex list-disc flex-col gap-1 pl-4">
        <li>Every location, bin and item in it is deleted, live and test, with its history.</li>
        <li>Every key of it stops at once, whoever uses it.</li>
        <li>Its members keep their accounts, and lose this organization.</li>
      </ul>
      {confirmDialog}
    </TypedConfirmDialog>
  );
}
