import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { DialogBody, DialogFooter } from "../../components/ui/dialog.tsx";
import { problemSentence } from "../../lib/problem.ts";
import { trpc } from "../../lib/trpc.ts";
import { useConfirmed } from "../account/use-confirmed.tsx";
import { RecoveryCodesDialog } from "./recovery-codes-dialog.tsx";

/** K62: new recovery codes for old ones, which open nothing from then on. */
export function RenewCodesDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const { confirmed, confirmDialog } = useConfirmed();
  // The answer holds the recovery codes: they are taken out and the mutation emptied, so that no cache keeps them.
  const call = useMutation(trpc.twoFactor.renewRecoveryCodes.mutationOptions({ gcTime: 0 }));
  const renew = useMutation({
    mutationFn: async () => {
      const answer = await confirmed(() => call.mutateAsync());
      call.reset();
      setCodes(answer?.recovery_codes ?? null);
    },
  });
  return (
    <RecoveryCodesDialog
      isOpen={isOpen}
      codes={codes}
      title="Make new recovery codes?"
      onClose={onClose}
      onClosed={() => {
        setCodes(null);
        renew.reset();
      }}
    >
      <DialogBody>
        <p className="text-ui text-muted">
          The codes that you have now stop working, used or not. You get ten new ones.
        </p>
        {renew.error ? (
          <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-ui text-danger-ink">
            {problemSentence(renew.error)}
          </p>
        ) : null}
      </DialogBody>
      <DialogFooter>
        <Button onClick={onClose}>Cancel</Button>
        <Button variant="primary" isBusy={renew.isPending} onClick={() => renew.mutate()}>
          Make new codes
        </Button>
      </DialogFooter>
      {confirmDialog}
    </RecoveryCodesDialog>
  );
}
