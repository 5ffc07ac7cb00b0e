import type { Member } from "@stowage/contract/members";
import { useMutation } from "@tanstack/react-query";
import { ConfirmDialog } from "../../components/ui/confirm-dialog.tsx";
import { formatCount } from "../../lib/format.ts";
import { problemSentence } from "../../lib/problem.ts";
import { showToast } from "../../lib/toasts.ts";
import { trpc } from "../../lib/trpc.ts";
import { useLastValue } from "../../lib/use-last-value.ts";
import { keysOf } from "./key-words.ts";
import { refreshMembers } from "./member-cache.ts";

interface RemoveMemberDialogProps {
  /** Whom; null closes the dialog. */
  member: Member | null;
  onClose: () => void;
}

/** K44: says what happens to their keys before, and what happened to them after. */
export function RemoveMemberDialog({ member: asked, onClose }: RemoveMemberDialogProps) {
  const member = useLastValue(asked);
  const remove = useMutation(
    trpc.members.remove.mutationOptions({
      onSuccess: async ({ revoked_api_keys }) => {
        onClose();
        showToast({
          title: `${member?.name ?? "The member"} was removed.`,
          ...(revoked_api_keys > 0 && { text: `${formatCount(revoked_api_keys, "key")} ended with it.` }),
        });
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
        remove.reset();
        onClose();
      }}
      title={`Remove ${member.name}?`}
      confirmLabel="Remove member"
      onConfirm={() => remove.mutate({ id: member.id })}
      isBusy={remove.isPending}
      error={remove.error ? problemSentence(remove.error) : undefined}
    >
      <p>They lose this organization at once. Their account stays, and so does what they did here.</p>
      <p className="mt-2 font-medium text-ink">
        {keys
          ? `${keys} ${member.api_keys === 1 ? "is" : "are"} revoked with it, for good: scripts that use ${member.api_keys === 1 ? "it" : "them"} stop.`
          : "No key acts as them."}
      </p>
      {member.is_active ? <p className="mt-2">To keep them out for a while, suspend them instead.</p> : null}
    </ConfirmDialog>
  );
}
