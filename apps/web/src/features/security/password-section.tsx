import { useStore } from "@tanstack/react-form";
import { useMutation, useQuery } from "@tanstack/react-query";
import { AppForm } from "../../components/form/app-form.tsx";
import { FormProblemNote } from "../../components/form/form-problem-note.tsx";
import { useAppForm } from "../../components/form/use-app-form.ts";
import { formatCount } from "../../lib/format.ts";
import { problemOf } from "../../lib/problem.ts";
import { required } from "../../lib/required.ts";
import { showToast } from "../../lib/toasts.ts";
import { queryClient, sessionOptions, trpc } from "../../lib/trpc.ts";
import { newPasswordProblem, passwordHint } from "../account/password-hint.ts";
import { useConfirmed } from "../account/use-confirmed.tsx";
import { SettingsSection } from "../settings/settings-section.tsx";

interface Passwords {
  current_password: string;
  new_password: string;
}

/** K60: a new password, and every other browser signed out. */
export function PasswordSection() {
  const { data: session } = useQuery(sessionOptions);
  const { confirmed, confirmDialog } = useConfirmed();
  const change = useChangePassword();
  const form = useAppForm({
    defaultValues: { current_password: "", new_password: "" },
    onSubmit: async ({ value }) => {
      const changed = await confirmed(() => change(value));
      if (!changed) return;
      form.reset();
      showToast({ title: "Your password was changed.", text: endedWords(changed.ended_sessions) });
      await queryClient.invalidateQueries(trpc.sessions.pathFilter());
    },
  });
  const newLength = useStore(form.store, (state) => state.values.new_password.length);
  return (
    <SettingsSection title="Password" text="Changing it signs out every other browser.">
      <AppForm form={form} className="flex flex-col gap-4 p-4">
        {/* Tells a password manager whose password this is. */}
        <input type="email" autoComplete="username" value={session?.user?.email ?? ""} readOnly hidden />
        <form.AppField
          name="current_password"
          validators={{ onSubmit: required("Enter the password that you have now.") }}
        >
          {(field) => (
            <field.TextField
              label="Current password"
              type="password"
              autoComplete="current-password"
              required
            />
          )}
        </form.AppField>
        <form.AppField
          name="new_password"
          validators={{ onSubmit: ({ value }) => newPasswordProblem(value) }}
        >
          {(field) => (
            <field.TextField
              label="New password"
              type="password"
              autoComplete="new-password"
              hint={<span className="tabular-nums">{passwordHint(newLength)}</span>}
              required
            />
          )}
        </form.AppField>
        <FormProblemNote />
        <form.SubmitButton className="self-start">Change password</form.SubmitButton>
      </AppForm>
      {confirmDialog}
    </SettingsSection>
  );
}

/**
 * Changes the password. Where that needs a recent sign-in, the current password that was just typed serves for one,
 * unless the account has a second factor: then the refusal stands, and the person is asked.
 */
function useChangePassword() {
  // Both are emptied after each try, so that no cache keeps a password.
  const change = useMutation(trpc.auth.changePassword.mutationOptions({ gcTime: 0 }));
  const confirm = useMutation(trpc.auth.confirm.mutationOptions({ gcTime: 0 }));

  async function isConfirmedBy(password: string): Promise<boolean> {
    try {
      await confirm.mutateAsync({ password });
      return true;
    } catch (error) {
      if (problemOf(error)?.code === "two_factor_required") return false;
      throw error;
    }
  }

  async function changeConfirmed(passwords: Passwords) {
    try {
      return await change.mutateAsync(passwords);
    } catch (error) {
      const isRefused = problemOf(error)?.code === "recent_sign_in_required";
      if (!isRefused || !(await isConfirmedBy(passwords.current_password))) throw error;
    }
    return change.mutateAsync(passwords);
  }

  return (passwords: Passwords) =>
    changeConfirmed(passwords).finally(() => {
      change.reset();
      confirm.reset();
    });
}

function endedWords(count: number): string {
  if (count === 0) return "No other browser was signed in.";
  return `${formatCount(count, "other browser was", "other browsers were")} signed out.`;
}
