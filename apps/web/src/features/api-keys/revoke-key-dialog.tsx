import type { ApiKey } from "@stowage/contract/api-keys";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ConfirmDialog } from "../../components/ui/confirm-dialog.tsx";
import { Time } from "../../components/ui/time.tsx";
import { problemSentence } from "../../lib/problem.ts";
import { showToast } from "../../lib/toasts.ts";
import { trpc } from "../../lib/trpc.ts";
import { useLastValue } from "../../lib/use-last-value.ts";

interface RevokeKeyDialogProps {
  /** The key in question; null while nothing is asked. */
  apiKey: ApiKey | null;
  onClose: () => void;
}

/** K40: ends a key for good, after saying which one and what that stops. */
export function RevokeKeyDialog({ apiKey: asked, onClose }: RevokeKeyDialogProps) {
  const apiKey = useLastValue(asked);
  const queryClient = useQueryClient();
  const revoke = useMutation(
    trpc.apiKeys.revoke.mutationOptions({
      onSuccess: () => {
        showToast({ title: "Revoked.", text: "It is refused from now on." });
        onClose();
        return queryClient.invalidateQueries(trpc.apiKeys.pathFilter());
      },
    }),
  );
  return (
    <ConfirmDialog
      isOpen={asked !== null}
      onClose={() => {
        revoke.reset();
        onClose();
      }}
      title={`Revoke ${apiKey?.name ?? "the key"}?`}
      confirmLabel="Revoke key"
      isBusy={revoke.isPending}
      error={revoke.error ? problemSentence(revoke.error) : undefined}
      onConfirm={() => {
        if (apiKey) revoke.mutate({ id: apiKey.id });
      }}
    >
      {apiKey ? (
        <>
          <code className="font-mono text-xs text-ink">{apiKey.prefix}</code>
          <p className="mt-2">
            Every script and device that uses it stops working at once. This cannot be undone; a new key takes
            a new secret.
          </p>
          <p className="mt-2">
            {apiKey.last_used_at === null ? (
              "It has never been used."
            ) : (
              <>
                Last used <Time at={apiKey.last_used_at} className="text-ink" />
                {apiKey.last_used_ip === null ? null : ` from ${apiKey.last_used_ip}`}.
              </>
            )}
          </p>
        </>
      ) : null}
    </ConfirmDialog>
  );
}
