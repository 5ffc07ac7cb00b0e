import { useState } from "react";
import { AppForm } from "../../components/form/app-form.tsx";
import { FormProblemNote } from "../../components/form/form-problem-note.tsx";
import { useAppForm } from "../../components/form/use-app-form.ts";
import { Button } from "../../components/ui/button.tsx";
import { codeProblem, recoveryCodeProblem } from "./second-factor.ts";

interface SecondFactorFormProps {
  submitLabel: string;
  onSubmit: (code: string) => Promise<void>;
  /** Back to address and password. */
  onBack: () => void;
}

/** The second step of signing in: six digits, or a recovery code when the phone is not at hand. */
export function SecondFactorForm(props: SecondFactorFormProps) {
  const [isRecovery, setIsRecovery] = useState(false);
  return (
    <>
      {/* A form of its own for each, so that neither value nor message of the other stays. */}
      <CodeForm key={String(isRecovery)} isRecovery={isRecovery} {...props} />
      <div className="mt-4 flex flex-col items-start gap-1">
        <Button variant="quiet" className="-ml-3" onClick={() => setIsRecovery(!isRecovery)}>
          {isRecovery ? "Use a code from the app" : "Use a recovery code"}
        </Button>
        <Button variant="quiet" className="-ml-3" onClick={props.onBack}>
          Sign in as somebody else
        </Button>
      </div>
    </>
  );
}

function CodeForm({
  isRecovery,
  submitLabel,
  onSubmit,
}: Omit<SecondFactorFormProps, "onBack"> & { isRecovery: boolean }) {
  const form = useAppForm({
    defaultValues: { code: "" },
    onSubmit: ({ value }) => onSubmit(value.code),
  });
  const check = isRecovery ? recoveryCodeProblem : codeProblem;
  return (
    <AppForm form={form} isFocusedFirst className="flex flex-col gap-4">
      <form.AppField name="code" validators={{ onSubmit: ({ value }) => check(value) }}>
        {(field) =>
          isRecovery ? (
            <field.TextField
              label="Recovery code"
              hint="One of those that you stored when you set up the second factor. Each works once."
              spellCheck={false}
              autoCapitalize="none"
              className="font-mono"
              required
            />
          ) : (
            <field.TextField
              label="Code"
              hint="The six digits that your authenticator app shows now."
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={7}
              className="font-mono tracking-widest"
              required
            />
          )
        }
      </form.AppField>
      <FormProblemNote />
      <form.SubmitButton size="lg" className="mt-1">
        {submitLabel}
      </form.SubmitButton>
    </AppForm>
  );
}
