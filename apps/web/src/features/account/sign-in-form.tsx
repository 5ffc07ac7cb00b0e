import type { SessionState } from "@stowage/contract/accounts";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { FormProblemNote } from "../../components/form/form-problem-note.tsx";
import { PlainTextField } from "../../components/form/plain-text-field.tsx";
import { ProblemForm } from "../../components/form/problem-form.tsx";
import { Button } from "../../components/ui/button.tsx";
import { lazyPart } from "../../components/ui/lazy-part.tsx";
import { problemOf } from "../../lib/problem.ts";
import { trpc } from "../../lib/trpc.ts";

const SecondFactorForm = lazyPart(async () => (await import("./second-factor-form.tsx")).SecondFactorForm);

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
  const [typed, setTyped] = useState<Credentials>({ email, password: "" });
  const [missing, setMissing] = useState<Partial<Record<keyof Credentials, string>>>({});
  const [isSending, setIsSending] = useState(false);
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

  async function submit() {
    const found = {
      ...(typed.email.trim() === "" && { email: "Enter your e-mail address." }),
      ...(typed.password.trim() === "" && { password: "Enter your password." }),
    };
    setMissing(found);
    if (Object.keys(found).length > 0 || isSending) return;
    setIsSending(true);
    try {
      await send(typed);
    } catch (error) {
      if (problemOf(error)?.code !== "two_factor_required") throw error;
      askForCode(typed);
    } finally {
      setIsSending(false);
    }
  }

  if (proven) {
    return (
      <SecondFactorForm
        submitLabel={submitLabel}
        onSubmit={(code) => send({ ...proven, code })}
        onBack={() => askForCode(null)}
      />
    );
  }
  const fieldOf = (name: keyof Credentials) => ({
    name,
    value: typed[name],
    error: missing[name],
    onValueChange: (value: string) => {
      setTyped((before) => ({ ...before, [name]: value }));
      setMissing(({ [name]: _, ...others }) => others);
    },
  });
  return (
    <ProblemForm onSubmit={submit} isFocusedFirst className="flex flex-col gap-4">
      <PlainTextField label="E-mail" type="email" autoComplete="username" required {...fieldOf("email")} />
      <PlainTextField
        label="Password"
        type="password"
        autoComplete="current-password"
        required
        {...fieldOf("password")}
      />
      <FormProblemNote />
      <Button type="submit" variant="primary" size="lg" isBusy={isSending} className="mt-1">
        {submitLabel}
      </Button>
    </ProblemForm>
  );
}
