import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useRouter } from "@tanstack/react-router";
import { AppForm } from "../../components/form/app-form.tsx";
import { FormProblemNote } from "../../components/form/form-problem-note.tsx";
import { useAppForm } from "../../components/form/use-app-form.ts";
import { required } from "../../lib/required.ts";
import { sessionOptions, trpc } from "../../lib/trpc.ts";
import { AccountCard } from "./account-card.tsx";
import { enterSession } from "./enter-session.ts";

interface SignInScreenProps {
  /** The path to go to afterwards. */
  next: string;
  hasSessionEnded: boolean;
}

export function SignInScreen({ next, hasSessionEnded }: SignInScreenProps) {
  const router = useRouter();
  const { data: session } = useQuery(sessionOptions);
  const signIn = useMutation(trpc.auth.signIn.mutationOptions());
  const form = useAppForm({
    defaultValues: { email: "", password: "" },
    onSubmit: async ({ value }) => {
      enterSession(await signIn.mutateAsync(value));
      await router.navigate({ href: next, replace: true });
    },
  });

  return (
    <AccountCard
      title="Sign in"
      text={
        hasSessionEnded
          ? "Your session has ended. Sign in to go on where you were."
          : "To your inventory and its keys."
      }
    >
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
          Sign in
        </form.SubmitButton>
      </AppForm>
      {session?.can_sign_up ? (
        <p className="mt-6 text-ui text-muted">
          New here?{" "}
          <Link to="/welcome" className="text-accent-ink hover:underline">
            Make an account
          </Link>
        </p>
      ) : null}
    </AccountCard>
  );
}
