import type { ApiKey } from "@stowage/contract/api-keys";
import { useLastValue } from "../../lib/use-last-value.ts";
import { RotateKeyForm } from "./rotate-key-form.tsx";
import { SecretDialog } from "./secret-dialog.tsx";

interface RotateKeyDialogProps {
  /** The key in question; null while nothing is asked. */
  apiKey: ApiKey | null;
  onClose: () => void;
}

/** K42: gives a key a new secret, after saying what becomes of the old one. */
export function RotateKeyDialog({ apiKey: asked, onClose }: RotateKeyDialogProps) {
  const apiKey = useLastValue(asked);
  if (apiKey === null) return null;
  return (
    <SecretDialog
      isOpen={asked !== null}
      onClose={onClose}
      title={`Rotate ${apiKey.name}`}
      description="It gets a new secret. Its name, rights, bounds and history stay."
      width="md"
      storeWords={({ name, status }) =>
        status === "disabled"
          ? `${name} works with it once you enable it.`
          : `The new secret of ${name} works.`
      }
      lossWords="The new secret cannot be shown again. You would have to rotate the key once more."
    >
      {({ made, cancel }) => <RotateKeyForm apiKey={apiKey} onRotated={made} onCancel={cancel} />}
    </SecretDialog>
  );
}
