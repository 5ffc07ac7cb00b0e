import type { Trigger, WebhookAction } from "@stowage/contract/triggers";
import { RefreshCw } from "lucide-react";
import { useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { formatMoment } from "../../lib/format.ts";
import { useMay } from "../../lib/use-may.ts";
import { Card } from "../api-keys/card.tsx";
import type { MadeSecret } from "./made-secrets.ts";
import { RotateSecretDialog } from "./rotate-secret-dialog.tsx";
import { SigningSecretDialog } from "./signing-secret-dialog.tsx";

/** With what the posts of a trigger are signed, and a new secret for whom has lost the old one. */
export function SigningCard({ trigger }: { trigger: Trigger }) {
  const mayWrite = useMay("triggers:write");
  const [rotated, setRotated] = useState<WebhookAction | null>(null);
  const [secrets, setSecrets] = useState<readonly MadeSecret[]>([]);
  const webhooks = trigger.actions.filter((action) => action.type === "webhook");
  if (webhooks.length === 0) return null;
  return (
    <Card title="Signing" isFlush>
      <ul className="divide-y divide-line">
        {webhooks.map((webhook) => (
          <li key={webhook.id} className="flex flex-col items-start gap-2 px-4 py-3">
            <p className="w-full font-mono text-xs break-all text-ink">{webhook.url}</p>
            <p className="text-xs text-muted">
              {webhook.previous_secret_until === null
                ? "Each post is signed with a secret that was shown once."
                : `The former secret signs too until ${formatMoment(webhook.previous_secret_until)}.`}
            </p>
            {mayWrite ? (
              <Button size="sm" onClick={() => setRotated(webhook)}>
                <RefreshCw aria-hidden />
                Rotate the secret
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <RotateSecretDialog
        triggerId={trigger.id}
        webhook={rotated}
        onClose={() => setRotated(null)}
        onMade={(made) => {
          setRotated(null);
          setSecrets(made);
        }}
      />
      <SigningSecretDialog secrets={secrets} onClose={() => setSecrets([])} />
    </Card>
  );
}
