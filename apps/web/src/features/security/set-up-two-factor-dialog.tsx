import { useMutation } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { AppForm } from "../../components/form/app-form.tsx";
import { FormProblemNote } from "../../components/form/form-problem-note.tsx";
import { useAppForm } from "../../components/form/use-app-form.ts";
import { Button } from "../../components/ui/button.tsx";
import { CopyButton } from "../../components/ui/copy-button.tsx";
import { DialogBody, DialogFooter } from "../../components/ui/dialog.tsx";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { type Outputs, trpc } from "../../lib/trpc.ts";
import { useLastValue } from "../../lib/use-last-value.ts";
import { codeProblem } from "../account/second-factor.ts";
import { useConfirmed } from "../account/use-confirmed.tsx";
import { RecoveryCodesDialog } from "./recovery-codes-dialog.tsx";

const QrCode = lazy(async () => ({ default: (await import("../../components/ui/qr-code.tsx")).QrCode }));

type Start = Outputs["twoFactor"]["start"];

interface SetUpTwoFactorDialogProps {
  /** The secret for the app; null closes the dialog. Kept in component state alone. */
  started: Start | null;
  onClose: () => void;
  onClosed: () => void;
}

/** One dialog, two states: the secret with a first code, then the recovery codes. */
export function SetUpTwoFactorDialog({ started: asked, onClose, onClosed }: SetUpTwoFactorDialogProps) {
  const started = useLastValue(asked);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  return (
    <RecoveryCodesDialog
      isOpen={asked !== null}
      codes={codes}
      title="Set up the second factor"
      onClose={onClose}
      onClosed={() => {
        setCodes(null);
        onClosed();
      }}
    >
      {started ? <FirstCodeForm started={started} onEnabled={setCodes} onCancel={onClose} /> : null}
    </RecoveryCodesDialog>
  );
}

interface FirstCodeFormProps {
  started: Start;
  onEnabled: (codes: readonly string[]) => void;
  onCancel: () => void;
}

function FirstCodeForm({ started, onEnabled, onCancel }: FirstCodeFormProps) {
  const { confirmed, confirmDialog } = useConfirmed();
  // The answer holds the recovery codes: they are taken out and the mutation emptied, so that no cache keeps them.
  const enable = useMutation(trpc.twoFactor.enable.mutationOptions({ gcTime: 0 }));
  const form = useAppForm({
    defaultValues: { code: "" },
    onSubmit: async ({ value }) => {
      const answer = await confirmed(() => enable.mutateAsync(value));
      enable.reset();
      if (answer) onEnabled(answer.recovery_codes);
    },
  });
  return (
    <AppForm form={form} className="flex min-h-0 flex-col">
      <DialogBody>
        <p className="text-ui">1. Scan this with your authenticator app, or type the secret into it.</p>
        <div className="flex items-center gap-5 max-sm:flex-col">
          <Suspense fallback={<Skeleton className="size-44 rounded-lg" />}>
            <QrCode text={started.otpauth_uri} label="Code to scan with an authenticator app" />
          </Suspense>
          <div className="flex min-w-0 flex-col items-start gap-2 max-sm:w-full">
            <p className="text-xs text-muted">Secret</p>
            <code
              // biome-ignore lint/a11y/noNoninteractiveTabindex: the secret must be selectable by keyboard
              tabIndex={0}
              className="w-full rounded-md border border-control bg-sunken px-3 py-2 font-mono text-ui break-words select-all"
            >
              {inGroups(started.secret)}
            </code>
            <CopyButton text={started.secret} label="Copy the secret" size="sm" />
          </div>
        </div>
        <p className="text-ui">2. Enter the code that the app shows now.</p>
        <form.AppField name="code" validators={{ onSubmit: ({ value }) => codeProblem(value) }}>
          {(field) => (
            <field.TextField
              label="Code"
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={7}
              className="max-w-40 font-mono tracking-widest"
              required
            />
          )}
        </form.AppField>
        <FormProblemNote />
      </DialogBody>
      <DialogFooter>
        <Button onClick={onCancel}>Cancel</Button>
        <form.SubmitButton>Turn on</form.SubmitButton>
      </DialogFooter>
      {confirmDialog}
    </AppForm>
  );
}

/** Four by four, as it is read off and typed. */
function inGroups(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(" ") ?? secret;
}
