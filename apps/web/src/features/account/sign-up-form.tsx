import type { SessionState } from "@stowage/contract/accounts";
import { useStore } from "@tanstack/react-form";
import { useMutation } from "@tanstack/react-query";
import { AppForm } from "../../components/form/app-form.tsx";
import { FormProblemNote } from "../../components/form/form-problem-note.tsx";
import { useAppForm } from "../../components/form/use-app-form.ts";
import { required } from "../../lib/required.ts";
import { trpc } from "../../lib/trpc.ts";
import { newPasswordProblem, passwordHint } from "./password-hint.ts";

interface SignUpFormProps {
  submitLabel: string;
  /** The token of an invitation, which the account is to join by. */
  invitation?: string;
  /** The only address that the invitation is good for. */
  invitedEmail?: string | null;
  onSignedUp: (session: SessionState) => Promise<void>;
}

/** Name, address and password of a new account. */
export function SignUpForm({ submitLabel, invitation, invitedEmail = null, onSignedUp }: SignUpFormProps) {
  // The password is in what was sent: the mutation is emptied after each try, so that no cache keeps it.
  const signUp = useMutation(trpc.auth.signUp.mutationOptions({ gcTime: 0 }));
  const form = useAppForm({
    defaultValues: { name: "", email: invitedEmail ?? "", password: "" },
    onSubmit: async ({ value }) => {
      try {
        await onSignedUp(await signUp.mutateAsync({ ...value, ...(invitation && { invitation }) }));
      } finally {
        signUp.reset();
      }
    },
  });
  const password = useStore(form.store, (state) => state.values.password);
  return (
    <AppForm form={form} isFocusedFirst className="flex flex-col gap-4">
      <form.AppField
        name="name"
        validators={{ onSubmit: required("Enter the name that others should see.") }}
      >
        {(field) => <field.TextField label="Name" autoComplete="name" maxLength={100} required />}
      </form.AppField>
      <form.AppField name="email" validators={{ onSubmit: required("Enter your e-mail address.") }}>
        {(field) => (
          <field.TextField
            label="E-mail"
            type="email"
            autoComplete="username"
            hint={invitedEmail === null ? "You sign in with it." : "The invitation is for this address."}
            readOnly={invitedEmail !== null}
            required
          />
        )}
      </form.AppField>
      <form.AppField name="password" validators={{ onSubmit: ({ value }) => newPasswordProblem(value) }}>
        {(field) => (
          <field.TextField
            label="Password"
            type="password"
            autoComplete="new-password"
            hint={<span className="tabular-nums">{passwordHint(password.length)}</span>}
            required
          />
        )}
      </form.AppField>
      <FormProblemNote />
      <form.SubmitButton size="lg" className="mt-1">
        {submitLabel}
      </form.SubmitButton>
    </AppForm>
  );
}
