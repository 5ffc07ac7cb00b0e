import { PASSWORD_LENGTH_MIN } from "@stowage/contract/limits";
import { useStore } from "@tanstack/react-form";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { AppForm } from "../../components/form/app-form.tsx";
import { FormProblemNote } from "../../components/form/form-problem-note.tsx";
import { useAppForm } from "../../components/form/use-app-form.ts";
import { required } from "../../lib/required.ts";
import { sessionOptions, trpc } from "../../lib/trpc.ts";
import { AccountCard } from "./account-card.tsx";
import { enterSession } from "./enter-session.ts";
import { passwordHint } from "./password-hint.ts";

/** Makes an account: on a new instance the first one, which owns it. */
export function WelcomeScreen() {
  const navigate = useNavigate();
  const { data: session } = useQuery(sessionOptions);
  const signUp = useMutation(trpc.auth.signUp.mutationOptions());
  const form = useAppForm({
    defaultValues: { name: "", email: "", password: "" },
    onSubmit: async ({ value }) => {
      enterSession(await signUp.mutateAsync(value));
      await navigate({ to: "/", replace: true });
    },
  });
  const password = useStore(form.store, (state) => state.values.password);

  return (
    <AccountCard
      title={session?.is_first_run ? "Make the first account" : "Make an account"}
      text={
        session?.is_first_run
          ? "It owns this Stowage. There is no default password, and nothing leaves your server."
          : "You start with an empty inventory of your own."
      }
    >
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
              hint="You sign in with it."
              required
            />
          )}
        </form.AppField>
        <form.AppField
          name="password"
          validators={{
            onSubmit: ({ value }) =>
              value.length < PASSWORD_LENGTH_MIN
                ? `Use at least ${PASSWORD_LENGTH_MIN} characters. A few words in a row are easy to keep in mind.`
                : undefined,
          }}
        >
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
          Make account
        </form.SubmitButton>
      </AppForm>
    </AccountCard>
  );
}
