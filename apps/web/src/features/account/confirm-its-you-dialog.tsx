import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { AppForm } from "../../components/form/app-form.tsx";
import { FormProblemNote } from "../../components/form/form-problem-note.tsx";
import { useAppForm } from "../../components/form/use-app-form.ts";
import { Button } from "../../components/ui/button.tsx";
import { Dialog, DialogBody, DialogFooter } from "../../components/ui/dialog.tsx";
import { problemOf } from "../../lib/problem.ts";
import { required } from "../../lib/required.ts";
import { queryClient, sessionOptions, trpc } from "../../lib/trpc.ts";

interface ConfirmItsYouDialogProps {
  isOpen: boolean;
  onClose: () => void;
  onConfirmed: () => void;
}

/** K62: the password once more, and the code where the account has a second factor. */
export function ConfirmItsYouDialog({ isOpen, onClose, onConfirmed }: ConfirmItsYouDialogProps) {
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title="Confirm that it is you"
      description="What you are about to do needs your password again. After that it is not asked for a quarter of an hour."
      width="sm"
    >
      <ConfirmForm onClose={onClose} onConfirmed={onConfirmed} />
    </Dialog>
  );
}

function ConfirmForm({ onClose, onConfirmed }: Pick<ConfirmItsYouDialogProps, "onClose" | "onConfirmed">) {
  const { data: session } = useQuery(sessionOptions);
  // Emptied after each try, so that no cache keeps the password.
  const confirm = useMutation(trpc.auth.confirm.mutationOptions({ gcTime: 0 }));
  const [needsCode, setNeedsCode] = useState(false);
  const form = useAppForm({
    defaultValues: { password: "", code: "" },
    onSubmit: async ({ value: { password, code } }) => {
      try {
        const { recent_until } = await confirm.mutateAsync({ password, ...(code && { code }) });
        queryClient.setQueryData(trpc.auth.session.queryKey(), (old) => old && { ...old, recent_until });
        onConfirmed();
      } catch (error) {
        const asksForCode = problemOf(error)?.code === "two_factor_required" && !needsCode;
        setNeedsCode(needsCode || asksForCode);
        if (!asksForCode) throw error;
      } finally {
        confirm.reset();
      }
    },
  });
  return (
    <AppForm form={form} className="flex min-h-0 flex-col">
      <DialogBody>
        {/* Tells a password manager whose password is asked for. */}
        <input
          type="email"
          autoComplete="username"
          value={session?.user?.email ?? ""}
          readOnly
          hidden
          disabled
        />
        <form.AppField name="password" validators={{ onSubmit: required("Enter your password.") }}>
          {(field) => (
            <field.TextField label="Password" type="password" autoComplete="current-password" required />
          )}
        </form.AppField>
        {needsCode ? (
          <form.AppField name="code" validators={{ onSubmit: required("Enter the code.") }}>
            {(field) => (
              <field.TextField
                label="Code"
                hint="Six digits from your authenticator app, or one of your recovery codes."
                autoComplete="one-time-code"
                autoFocus
                required
              />
            )}
          </form.AppField>
        ) : null}
        <FormProblemNote />
      </DialogBody>
      <DialogFooter>
        <Button onClick={onClose}>Cancel</Button>
        <form.SubmitButton>Confirm</form.SubmitButton>
      </DialogFooter>
    </AppForm>
  );
}
