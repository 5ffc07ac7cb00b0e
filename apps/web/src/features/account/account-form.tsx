import type { Account } from "@stowage/contract/accounts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { AppForm } from "../../components/form/app-form.tsx";
import { FormProblemNote } from "../../components/form/form-problem-note.tsx";
import { useAppForm } from "../../components/form/use-app-form.ts";
import { Combobox } from "../../components/ui/combobox.tsx";
import { Field } from "../../components/ui/field.tsx";
import { Input } from "../../components/ui/input.tsx";
import { required } from "../../lib/required.ts";
import { showToast } from "../../lib/toasts.ts";
import { trpc } from "../../lib/trpc.ts";
import { browserTimeZone, timeZoneOption, timeZoneOptions } from "./time-zones.ts";

/** A person's name and time zone. The address is shown alone: it is what they sign in with. */
export function AccountForm({ account }: { account: Account }) {
  const queryClient = useQueryClient();
  const update = useMutation(trpc.account.update.mutationOptions());
  const form = useAppForm({
    defaultValues: { name: account.name, timezone: account.timezone },
    onSubmit: async ({ value }) => {
      const after = await update.mutateAsync(value);
      queryClient.setQueryData(trpc.account.get.queryKey(), after);
      showToast({ title: "Saved." });
      // The frame shows the name, and so does all that this person did.
      await queryClient.invalidateQueries();
    },
  });
  const here = browserTimeZone();
  return (
    <AppForm form={form} className="flex flex-col gap-4 p-4">
      <form.AppField
        name="name"
        validators={{ onSubmit: required("Enter the name that others should see.") }}
      >
        {(field) => <field.TextField label="Name" autoComplete="name" maxLength={100} required />}
      </form.AppField>
      <Field label="E-mail" hint="You sign in with it. It stays as it is.">
        <Input type="email" value={account.email} readOnly className="bg-sunken text-muted" />
      </Field>
      <form.Field name="timezone">
        {(field) => (
          <Field
            label="Time zone"
            aside={
              field.state.value === here ? null : (
                <button
                  type="button"
                  className="rounded-sm text-accent-ink hover:underline"
                  onClick={() => field.handleChange(here)}
                >
                  Use this device's: {here}
                </button>
              )
            }
            hint="For the times in your mails and notifications. Everything else here shows this device's own."
          >
            <Combobox
              name="timezone"
              options={timeZoneOptions()}
              value={timeZoneOption(field.state.value)}
              onValueChange={(option) => option && field.handleChange(option.id)}
              emptyText="No time zone matches."
              isClearable={false}
            />
          </Field>
        )}
      </form.Field>
      <FormProblemNote />
      <form.SubmitButton className="self-start">Save</form.SubmitButton>
    </AppForm>
  );
}
