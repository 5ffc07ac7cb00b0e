import type { ApiKey, CreatedApiKey } from "@stowage/contract/api-keys";
import { type ReactNode, type RefObject, useState } from "react";
import { ConfirmDialog } from "../../components/ui/confirm-dialog.tsx";
import { Dialog } from "../../components/ui/dialog.tsx";
import { queryClient, trpc } from "../../lib/trpc.ts";
import { KeySecret, type ShownSecret } from "./key-secret.tsx";

interface SecretDialogProps {
  isOpen: boolean;
  /** Closed, with the id of the key whose secret was made, if one was. */
  onClose: (madeId: string | null) => void;
  title: string;
  description?: string | undefined;
  width: "md" | "xl";
  initialFocus?: RefObject<HTMLElement | null>;
  /** Below the title of the secret: what works from now on. */
  storeWords: (apiKey: ApiKey) => string;
  /** What it means to close without the secret. */
  lossWords: string;
  /** The form that leads to the secret. */
  children: (on: { made: (created: CreatedApiKey) => void; cancel: () => void }) => ReactNode;
}

/**
 * One dialog, three states: the form; the secret, which lives in this component's state alone; closed.
 * While the secret is not stored, nothing but an answered question closes it.
 */
export function SecretDialog(props: SecretDialogProps) {
  const [shown, setShown] = useState<ShownSecret | null>(null);
  const [isStored, setIsStored] = useState(false);
  const [isAsking, setIsAsking] = useState(false);

  function show({ key, ...apiKey }: CreatedApiKey) {
    // An answer without the secret is a replayed one; then there is nothing to show.
    if (key === null) props.onClose(apiKey.id);
    else setShown({ secret: key, apiKey });
  }

  function close() {
    setIsAsking(false);
    // Its first call may have come in meanwhile.
    if (shown) void queryClient.invalidateQueries({ queryKey: trpc.apiKeys.pathKey() });
    props.onClose(shown?.apiKey.id ?? null);
  }

  function forget() {
    setShown(null);
    setIsStored(false);
  }

  return (
    <>
      <Dialog
        isOpen={props.isOpen}
        onClose={() => {
          if (shown && !isStored) setIsAsking(true);
          else close();
        }}
        onClosed={forget}
        title={shown ? "Store this key now" : props.title}
        description={
          shown
            ? `${props.storeWords(shown.apiKey)} This is the only time its secret is shown.`
            : props.description
        }
        width={shown ? "lg" : props.width}
        {...(props.initialFocus && { initialFocus: props.initialFocus })}
        closesOnOutsidePress={shown !== null}
      >
        {shown ? (
          <KeySecret shown={shown} isStored={isStored} onStoredChange={setIsStored} onDone={close} />
        ) : (
          props.children({ made: show, cancel: close })
        )}
      </Dialog>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title="Close without storing the key?"
        confirmLabel="Close anyway"
        onConfirm={close}
      >
        {props.lossWords}
      </ConfirmDialog>
    </>
  );
}
