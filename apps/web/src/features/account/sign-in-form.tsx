import type { SessionState } from "@stowage/contract/accounts";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { AppForm } from "../../components/form/app-form.tsx";
import { FormProblemNote } from "../../components/form/form-problem-note.tsx";
import { useAppForm } from "../../components/form/use-app-form.ts";
import { problemOf } from "../../lib/problem.ts";
import { required } from "../../lib/required.ts";
import { trpc } from "../../lib/trpc.ts";
import { SecondFactorForm } from "./second-factor-form.tsx";

interface Credentials {
  email: string;
  password: string;
}

interface SignInFormProps {
  /** What the address box starts with. */
  email?: string;
  submitLabel: string;
  onSignedIn: (session: SessionState) => Promise<void>;
  /** Whether the second factor is asked for now, so that the words above can follow. */
  onStepChange?: (isSecondStep: boolean) => void;
}

/** K62: address and password first; the code of a second factor only where the server asks for one. */
export function SignInForm({ email = "", submitLabel, onSignedIn, onStepChange }: SignInFormProps) {
  const [proven, setProven] = useState<Credentials | null>(null);
  // The password is in what was sent: the mutation is emptied after each try, so that no cache keeps it.
  const signIn = useMutation(trpc.auth.signIn.mutationOptions({ gcTime: 0 }));

  function askForCode(credentials: Credentials | null) {
    setProven(credentials);
    onStepChange?.(credentials !== null);
  }

  async function send(credentials: Credentials & { code?: string }) {
    try {
      await onSignedIn(await signIn.mutateAsync(credentials));
    } finally {
      signIn.reset();
    }
  }

  const form = useAppForm({
    defaultValues: { email, password: "" },
    onSubmit: async ({ value }) => {
      try {
        await send(value);
      } catch (error) {
        if (problemOf(error)?.code !== "two_factor_required") throw error;
        askForCode(value);
      }
    },
  });

  if (proven) {
    return (
      <SecondFactorForm
        submitLabel={submitLabel}
        onSubmit={(code) => send({ ...proven, code })}
        onBack={() => askForCode(null)}
      />
    );
  }
  return (
    <AppForm form={form} isFocusedFirst className="flex flex-col gap-4">
      <form.AppField name="email" validators={{ onSubmit: required("Enter your e-mail address.") }}>
        {(field) => <field.TextField label="E-mail" type="email" autoComplete="username" required />}
      </form.AppField>
      <form.AppField name="password" validators={{ onSubmit: required("Enter your password.") }}>
        {(field) => (
          <field.TextField label="Password" type="password" autoComplete="current-password" required />
        )}
      </form.AppField>
      <FormProblemNote />
      <form.SubmitButton size="lg" className="mt-1">
        {submitLabel}
      </form.SubmitButton>
    </AppForm>
  );
}
