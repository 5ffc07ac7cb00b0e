import type { Member } from "@stowage/contract/members";
import { useMutation } from "@tanstack/react-query";
import { ConfirmDialog } from "../../components/ui/confirm-dialog.tsx";
import { problemSentence } from "../../lib/problem.ts";
import { showToast } from "../../lib/toasts.ts";
import { trpc } from "../../lib/trpc.ts";
import { useLastValue } from "../../lib/use-last-value.ts";
import { keysOf } from "./key-words.ts";
import { refreshMembers } from "./member-cache.ts";

interface SuspendMemberDialogProps {
  /** Whom; null closes the dialog. */
  member: Member | null;
  onClose: () => void;
}

export function SuspendMemberDialog({ member: asked, onClose }: SuspendMemberDialogProps) {
  const member = useLastValue(asked);
  const suspend = useMutation(
    trpc.members.update.mutationOptions({
      onSuccess: async (after) => {
        onClose();
        showToast({ title: `${after.name} was suspended.` });
        await refreshMembers();
      },
    }),
  );
  if (!member) return null;
  const keys = keysOf(member);
  return (
    <ConfirmDialog
      isOpen={asked !== null}
      onClose={() => {
        suspend.reset();
        onClose();
      }}
      title={`Suspend ${member.name}?`}
      confirmLabel="Suspend"
      onConfirm={() => suspend.mutate({ id: member.id, active: false })}
      isBusy={suspend.isPending}
      error={suspend.error ? problemSentence(suspend.error) : undefined}
    >
      They cannot come into this organization until you let them in again.
      {keys ? ` ${keys} ${member.api_keys === 1 ? "is" : "are"} refused for as long.` : null} Nothing is lost.
    </ConfirmDialog>
  );
}
