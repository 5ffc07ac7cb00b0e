import type { ApiKey, KeyRotation } from "@stowage/contract/api-keys";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { ConfirmDialog } from "../../components/ui/confirm-dialog.tsx";
import { Time } from "../../components/ui/time.tsx";
import { formatCount, formatMoment } from "../../lib/format.ts";
import { problemSentence } from "../../lib/problem.ts";
import { showToast } from "../../lib/toasts.ts";
import { trpc } from "../../lib/trpc.ts";
import { useNow } from "../../lib/use-now.ts";
import { Card } from "./card.tsx";
import { agentName, oldSecretWords, timeLeft } from "./rotation-words.ts";

interface RotationCardProps {
  apiKey: Pick<ApiKey, "id" | "name">;
  rotation: KeyRotation;
  isReadOnly?: boolean;
}

/** K42: who still uses the old secret, until when it works, and the two ways to end that sooner. */
export function RotationCard({ apiKey, rotation, isReadOnly = false }: RotationCardProps) {
  const [asked, setAsked] = useState<"finish" | "cancel" | null>(null);
  return (
    <Card title="Rotation" className="mb-6 border-accent-ink">
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
        <div className="min-w-0">
          <p className="text-ui text-ink">{oldSecretWords(rotation)}</p>
          <OldSecretUse rotation={rotation} />
          <End rotation={rotation} />
        </div>
        {isReadOnly ? null : (
          <div className="flex gap-2 max-sm:w-full max-sm:*:grow">
            <Button onClick={() => setAsked("cancel")}>Cancel rotation</Button>
            <Button variant="primary" onClick={() => setAsked("finish")}>
              Finish now
            </Button>
          </div>
        )}
      </div>
      <FinishDialog
        apiKey={apiKey}
        rotation={rotation}
        isOpen={asked === "finish"}
        onClose={() => setAsked(null)}
      />
      <CancelDialog
        apiKey={apiKey}
        rotation={rotation}
        isOpen={asked === "cancel"}
        onClose={() => setAsked(null)}
      />
    </Card>
  );
}

function OldSecretUse({ rotation: { old_secret } }: { rotation: KeyRotation }) {
  if (old_secret.uses === 0 || old_secret.last_used_at === null)
    return (
      <p className="mt-1 text-ui text-muted">Nothing has used the old secret since the rotation began.</p>
    );
  const { last_used_ip, last_used_agent } = old_secret;
  return (
    <p role="status" className="mt-1 text-ui text-muted tabular-nums">
      The old secret was used <Time at={old_secret.last_used_at} className="font-medium text-ink" />
      {last_used_ip === null ? null : `, by ${last_used_ip}`}
      {last_used_agent === null ? null : <span title={last_used_agent}>, {agentName(last_used_agent)}</span>},{" "}
      {formatCount(old_secret.uses, "call")} since.
    </p>
  );
}

function End({ rotation }: { rotation: KeyRotation }) {
  const end = rotation.old_secret_ends_at;
  const now = useNow(end === null ? null : 1_000);
  if (end === null) return null;
  return (
    <p className="mt-1 text-ui text-muted tabular-nums">
      The old secret ends {formatMoment(end, now)}:{" "}
      <span className="font-medium text-ink">{timeLeft(end, now)}</span> left.
    </p>
  );
}

interface RotationDialogProps extends RotationCardProps {
  isOpen: boolean;
  onClose: () => void;
}

function FinishDialog({ apiKey, rotation, isOpen, onClose }: RotationDialogProps) {
  const queryClient = useQueryClient();
  const finish = useMutation(
    trpc.apiKeys.finishRotation.mutationOptions({
      onSuccess: () => {
        showToast({
          title: "The rotation is finished.",
          text: `Only the new secret of ${apiKey.name} works.`,
        });
        onClose();
        return queryClient.invalidateQueries(trpc.apiKeys.pathFilter());
      },
    }),
  );
  return (
    <EndDialog
      isOpen={isOpen}
      onClose={onClose}
      mutation={finish}
      title="End the old secret now?"
      confirmLabel="Finish now"
      onConfirm={() => finish.mutate({ id: apiKey.id })}
    >
      {rotation.is_pending
        ? "The new secret has not been used yet. What has the old one is refused from that moment on."
        : "What still has the old one is refused from that moment on."}
      <OldSecretUse rotation={rotation} />
    </EndDialog>
  );
}

function CancelDialog({ apiKey, rotation, isOpen, onClose }: RotationDialogProps) {
  const queryClient = useQueryClient();
  const cancel = useMutation(
    trpc.apiKeys.cancelRotation.mutationOptions({
      onSuccess: () => {
        showToast({ title: "The rotation is cancelled.", text: `The old secret of ${apiKey.name} stays.` });
        onClose();
        return queryClient.invalidateQueries(trpc.apiKeys.pathFilter());
      },
    }),
  );
  return (
    <EndDialog
      isOpen={isOpen}
      onClose={onClose}
      mutation={cancel}
      title="Take the new secret back?"
      confirmLabel="Cancel rotation"
      onConfirm={() => cancel.mutate({ id: apiKey.id })}
    >
      {rotation.is_pending
        ? "Nothing has used the new secret yet. The old one goes on as before."
        : "What was changed over to the new secret is refused from that moment on. The old one goes on as before."}
    </EndDialog>
  );
}

interface EndDialogProps {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  confirmLabel: string;
  onConfirm: () => void;
  mutation: { isPending: boolean; error: unknown; reset: () => void };
  children: ReactNode;
}

function EndDialog({ mutation, onClose, ...props }: EndDialogProps) {
  return (
    <ConfirmDialog
      {...props}
      onClose={() => {
        mutation.reset();
        onClose();
      }}
      isBusy={mutation.isPending}
      error={mutation.error ? problemSentence(mutation.error) : undefined}
    />
  );
}
