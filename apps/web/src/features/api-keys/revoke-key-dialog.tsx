import type { ApiKeyRow } from "@stowage/contract/api-keys";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ConfirmDialog } from "../../components/ui/confirm-dialog.tsx";
import { Time } from "../../components/ui/time.tsx";
import { formatCount } from "../../lib/format.ts";
import { problemSentence } from "../../lib/problem.ts";
import { showToast } from "../../lib/toasts.ts";
import { trpc } from "../../lib/trpc.ts";
import { useLastValue } from "../../lib/use-last-value.ts";
import { TypedConfirmDialog } from "../settings/typed-confirm-dialog.tsx";
import { isInUse } from "./key-status.ts";
import { requestsOf } from "./usage-words.ts";

interface RevokeKeyDialogProps {
  /** The key in question; null while nothing is asked. */
  apiKey: ApiKeyRow | null;
  onClose: () => void;
}

/** K40: ends a key for good, after saying which one and what that stops. One in use asks for its name. */
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
  if (apiKey === null) return null;
  const question = {
    isOpen: asked !== null,
    onClose: () => {
      revoke.reset();
      onClose();
    },
    title: `Revoke ${apiKey.name}?`,
    confirmLabel: "Revoke key",
    isBusy: revoke.isPending,
    error: revoke.error ? problemSentence(revoke.error) : undefined,
    onConfirm: () => revoke.mutate({ id: apiKey.id }),
    children: <WhatStops apiKey={apiKey} />,
  };
  return isInUse(apiKey, new Date()) ? (
    <TypedConfirmDialog {...question} expected={apiKey.name} noun="name" />
  ) : (
    <ConfirmDialog {...question} />
  );
}

function WhatStops({ apiKey }: { apiKey: ApiKeyRow }) {
  const requests = requestsOf(apiKey.daily_requests);
  return (
    <>
      <code className="font-mono text-xs text-ink">{apiKey.prefix}</code>
      <p className="mt-2">
        Every script and device that uses it stops working at once. This cannot be undone; a new key takes a
        new secret.
      </p>
      <p className="mt-2">
        {apiKey.last_used_at === null ? (
          "It has never been used."
        ) : (
          <>
            Last used <Time at={apiKey.last_used_at} className="font-medium text-ink" />
            {apiKey.last_used_ip === null ? null : ` from ${apiKey.last_used_ip}`};{" "}
            {requests === 0 ? "no call" : formatCount(requests, "call")} in the last 30 days.
          </>
        )}
      </p>
    </>
  );
}
