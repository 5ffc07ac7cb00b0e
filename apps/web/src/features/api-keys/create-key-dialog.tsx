import type { CreatedApiKey, WhoAmI } from "@stowage/contract/api-keys";
import { useRef, useState } from "react";
import { ConfirmDialog } from "../../components/ui/confirm-dialog.tsx";
import { Dialog } from "../../components/ui/dialog.tsx";
import { queryClient, trpc } from "../../lib/trpc.ts";
import { CreateKeyForm } from "./create-key-form.tsx";
import { KeySecret, type ShownSecret } from "./key-secret.tsx";

interface CreateKeyDialogProps {
  isOpen: boolean;
  /** The maker: what they may grant, and where they are. */
  me: WhoAmI;
  /** Closed, with the id of the key that was made, if one was. */
  onClose: (createdId: string | null) => void;
}

/**
 * One dialog, three states: the form; the secret, which lives in this component's state alone; closed.
 * While the secret is not stored, nothing but an answered question closes it.
 */
export function CreateKeyDialog({ isOpen, me, onClose }: CreateKeyDialogProps) {
  const nameRef = useRef<HTMLInputElement>(null);
  const [shown, setShown] = useState<ShownSecret | null>(null);
  const [isStored, setIsStored] = useState(false);
  const [isAsking, setIsAsking] = useState(false);

  function show(created: CreatedApiKey) {
    const { key, ...apiKey } = created;
    // An answer without the secret is a replayed one; then there is nothing to show.
    if (key === null) onClose(apiKey.id);
    else setShown({ secret: key, apiKey });
  }

  function close() {
    setIsAsking(false);
    // Its first call may have come in meanwhile.
    if (shown) void queryClient.invalidateQueries({ queryKey: trpc.apiKeys.list.pathKey() });
    onClose(shown?.apiKey.id ?? null);
  }

  function forget() {
    setShown(null);
    setIsStored(false);
  }

  return (
    <>
      <Dialog
        isOpen={isOpen}
        onClose={() => {
          if (shown && !isStored) setIsAsking(true);
          else close();
        }}
        onClosed={forget}
        title={shown ? "Store this key now" : "Create API key"}
        description={
          shown
            ? `${shown.apiKey.name} works from now on. This is the only time its secret is shown.`
            : undefined
        }
        width={shown ? "lg" : "xl"}
        initialFocus={nameRef}
        closesOnOutsidePress={shown !== null}
      >
        {shown ? (
          <KeySecret shown={shown} isStored={isStored} onStoredChange={setIsStored} onDone={close} />
        ) : (
          <CreateKeyForm me={me} onCreated={show} onCancel={close} nameRef={nameRef} />
        )}
      </Dialog>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title="Close without storing the key?"
        confirmLabel="Close anyway"
        onConfirm={close}
      >
        The secret cannot be shown again. Without it the key is of no use, and you would have to create
        another.
      </ConfirmDialog>
    </>
  );
}
