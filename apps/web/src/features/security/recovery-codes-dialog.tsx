import { type ReactNode, useState } from "react";
import { ConfirmDialog } from "../../components/ui/confirm-dialog.tsx";
import { Dialog } from "../../components/ui/dialog.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";

interface RecoveryCodesDialogProps {
  isOpen: boolean;
  /** Null until there are any: then `children` are shown. */
  codes: readonly string[] | null;
  /** Its title until then. */
  title: string;
  onClose: () => void;
  /** Gone from the screen: what it showed can be forgotten. */
  onClosed: () => void;
  children: ReactNode;
}

/** A dialog that ends with recovery codes. While they are not stored, nothing but an answered question closes it. */
export function RecoveryCodesDialog(props: RecoveryCodesDialogProps) {
  const [isStored, setIsStored] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const { codes } = props;

  function close() {
    setIsAsking(false);
    props.onClose();
  }

  return (
    <>
      <Dialog
        isOpen={props.isOpen}
        onClose={() => {
          if (codes && !isStored) setIsAsking(true);
          else close();
        }}
        onClosed={() => {
          setIsStored(false);
          props.onClosed();
        }}
        title={codes ? "Store your recovery codes" : props.title}
        description={
          codes
            ? "Each signs you in once when your phone is not at hand. This is the only time they are shown."
            : undefined
        }
        closesOnOutsidePress={false}
      >
        {codes ? (
          <RecoveryCodes codes={codes} isStored={isStored} onStoredChange={setIsStored} onDone={close} />
        ) : (
          props.children
        )}
      </Dialog>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title="Close without storing the codes?"
        confirmLabel="Close anyway"
        onConfirm={close}
      >
        They cannot be shown again. Without your phone and without them, nobody can sign in as you.
      </ConfirmDialog>
    </>
  );
}
