import type { OrganizationSummary } from "@stowage/contract/accounts";
import { useMutation } from "@tanstack/react-query";
import { ConfirmDialog } from "../../components/ui/confirm-dialog.tsx";
import { problemSentence } from "../../lib/problem.ts";
import { showToast } from "../../lib/toasts.ts";
import { trpc } from "../../lib/trpc.ts";
import { useOpenRemainingOrganization } from "./use-open-remaining-organization.ts";

interface LeaveOrganizationDialogProps {
  isOpen: boolean;
  summary: OrganizationSummary;
  onClose: () => void;
}

/** K44: out of it, with the keys that act as oneself. */
export function LeaveOrganizationDialog({ isOpen, summary, onClose }: LeaveOrganizationDialogProps) {
  const openRemaining = useOpenRemainingOrganization();
  const leave = useMutation(
    trpc.organizations.leave.mutationOptions({
      onSuccess: async () => {
        await openRemaining();
        showToast({ title: `You left ${summary.name}.` });
      },
    }),
  );
  return (
    <ConfirmDialog
      isOpen={isOpen}
      onClose={() => {
        leave.reset();
        onClose();
      }}
      title={`Leave ${summary.name}?`}
      confirmLabel="Leave"
      onConfirm={() => leave.mutate({ id: summary.id })}
      isBusy={leave.isPending}
      error={leave.error ? problemSentence(leave.error) : undefined}
    >
      You lose it at once, and every key that acts as you in it is revoked for good. What you did here stays.
    </ConfirmDialog>
  );
}
