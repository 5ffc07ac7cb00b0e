import type { WebhookAction } from "@stowage/contract/triggers";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Dialog, DialogBody, DialogFooter } from "../../components/ui/dialog.tsx";
import { RadioGroup, type RadioOption } from "../../components/ui/radio-group.tsx";
import { formatMoment } from "../../lib/format.ts";
import { problemSentence } from "../../lib/problem.ts";
import { trpc } from "../../lib/trpc.ts";
import { useLastValue } from "../../lib/use-last-value.ts";
import { type MadeSecret, madeSecrets } from "./made-secrets.ts";
import { refreshTriggers } from "./trigger-cache.ts";

const HOUR = 3_600;
const GRACES: readonly RadioOption[] = [
  { value: "0", label: "At once", hint: "For a secret that others may have seen." },
  { value: String(HOUR), label: "In an hour" },
  {
    value: String(24 * HOUR),
    label: "In a day",
    hint: "Posts are signed with both meanwhile, so that you can change over without a gap.",
  },
  { value: String(7 * 24 * HOUR), label: "In a week" },
];

interface RotateSecretDialogProps {
  triggerId: string;
  /** The webhook in question; null while nothing is asked. */
  webhook: WebhookAction | null;
  onClose: () => void;
  onMade: (secrets: MadeSecret[]) => void;
}

/** Gives a webhook a new signing secret, after asking what becomes of the old one. */
export function RotateSecretDialog({ triggerId, webhook: asked, onClose, onMade }: RotateSecretDialogProps) {
  const webhook = useLastValue(asked);
  const [grace, setGrace] = useState(String(24 * HOUR));
  // The answer holds the secret: it is taken out and the mutation emptied, so that no cache keeps it.
  const rotate = useMutation(trpc.triggers.rotate.mutationOptions({ gcTime: 0 }));
  if (!webhook) return null;
  async function submit(action_id: string): Promise<void> {
    const after = await rotate.mutateAsync({ id: triggerId, action_id, grace_seconds: Number(grace) });
    rotate.reset();
    onMade(madeSecrets(after));
    await refreshTriggers();
  }
  return (
    <Dialog
      isOpen={asked !== null}
      onClose={() => {
        rotate.reset();
        onClose();
      }}
      title="Rotate the signing secret"
      description="The webhook gets a new one, which is shown once."
    >
      <DialogBody>
        {webhook.previous_secret_until === null ? null : (
          <p className="rounded-md bg-warn-soft px-3 py-2 text-ui text-warn-ink">
            An older secret still signs too, until {formatMoment(webhook.previous_secret_until)}. It ends now:
            only the latest one can sign along with the new one.
          </p>
        )}
        <div className="flex flex-col gap-2">
          <p className="text-ui font-medium text-ink">When does the old secret stop signing?</p>
          <RadioGroup
            label="When does the old secret stop signing?"
            value={grace}
            onValueChange={setGrace}
            options={GRACES}
          />
        </div>
        {rotate.error ? (
          <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-ui text-danger-ink">
            {problemSentence(rotate.error)}
          </p>
        ) : null}
      </DialogBody>
      <DialogFooter>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          variant="primary"
          isBusy={rotate.isPending}
          // What went wrong is shown above.
          onClick={() => void submit(webhook.id).catch(() => undefined)}
        >
          Rotate
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
