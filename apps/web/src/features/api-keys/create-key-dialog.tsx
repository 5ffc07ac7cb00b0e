import type { WhoAmI } from "@stowage/contract/api-keys";
import { useRef } from "react";
import { CreateKeyForm } from "./create-key-form.tsx";
import { SecretDialog } from "./secret-dialog.tsx";

interface CreateKeyDialogProps {
  isOpen: boolean;
  /** The maker: what they may grant, and where they are. */
  me: WhoAmI;
  /** Closed, with the id of the key that was made, if one was. */
  onClose: (createdId: string | null) => void;
}

/** K10, K13: makes a key and shows its secret once. */
export function CreateKeyDialog({ isOpen, me, onClose }: CreateKeyDialogProps) {
  const nameRef = useRef<HTMLInputElement>(null);
  return (
    <SecretDialog
      isOpen={isOpen}
      onClose={onClose}
      title="Create API key"
      width="xl"
      initialFocus={nameRef}
      storeWords={({ name, status }) =>
        status === "disabled" ? `${name} works once you enable it.` : `${name} works from now on.`
      }
      lossWords="The secret cannot be shown again. Without it the key is of no use, and you would have to create another."
    >
      {({ made, cancel }) => <CreateKeyForm me={me} onCreated={made} onCancel={cancel} nameRef={nameRef} />}
    </SecretDialog>
  );
}
