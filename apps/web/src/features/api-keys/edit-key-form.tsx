import type { ApiKey } from "@stowage/contract/api-keys";
import type { Scope } from "@stowage/contract/scopes";
import { useStore } from "@tanstack/react-form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { AppForm } from "../../components/form/app-form.tsx";
import { FormProblemNote } from "../../components/form/form-problem-note.tsx";
import { useAppForm } from "../../components/form/use-app-form.ts";
import { Button } from "../../components/ui/button.tsx";
import { DialogBody, DialogFooter } from "../../components/ui/dialog.tsx";
import { required } from "../../lib/required.ts";
import { showToast } from "../../lib/toasts.ts";
import { trpc } from "../../lib/trpc.ts";
import { accessSentence } from "./access-words.ts";
import {
  editExpiryOptions,
  keptExpiryWords,
  keyChangesOf,
  keyValuesOf,
  newExpiryOf,
} from "./edit-key-values.ts";
import { ExpiryPicker } from "./expiry-picker.tsx";
import { Fieldset } from "./fieldset.tsx";
import { expiryProblem, messageOf, NO_SCOPES } from "./key-form-checks.ts";
import { ScopeChangeList } from "./scope-change-list.tsx";
import { ScopePicker } from "./scope-picker.tsx";

interface EditKeyFormProps {
  apiKey: ApiKey;
  initialScopes: Scope[];
  grantable: readonly Scope[];
  onClose: () => void;
}

/** K32: the name, access and end of a key; its secret stays. Only what was changed is sent. */
export function EditKeyForm({ apiKey, initialScopes, grantable, onClose }: EditKeyFormProps) {
  const queryClient = useQueryClient();
  const update = useMutation(trpc.apiKeys.update.mutationOptions());
  const form = useAppForm({
    defaultValues: keyValuesOf(apiKey, initialScopes),
    onSubmit: async ({ value }) => {
      const changes = keyChangesOf(apiKey, value, new Date());
      if (Object.keys(changes).length > 0) {
        const after = await update.mutateAsync({ id: apiKey.id, ...changes });
        showToast({ title: `${after.name} was saved.`, text: "It counts from the next request on." });
      }
      onClose();
      await queryClient.invalidateQueries(trpc.apiKeys.pathFilter());
    },
  });
  const values = useStore(form.store, (state) => state.values);
  return (
    <AppForm form={form} fieldNames={{ expires_at: "expiryDate" }} className="flex min-h-0 flex-col">
      <DialogBody className="gap-5">
        <div className="grid gap-4 sm:grid-cols-2">
          <form.AppField name="name" validators={{ onSubmit: required("Give the key a name.") }}>
            {(field) => <field.TextField label="Name" required maxLength={100} />}
          </form.AppField>
          <form.AppField name="description">
            {(field) => <field.TextField label="Description" aside="Optional" maxLength={2000} />}
          </form.AppField>
        </div>
        <form.Field
          name="scopes"
          validators={{ onSubmit: ({ value }) => (value.length === 0 ? NO_SCOPES : undefined) }}
        >
          {(field) => (
            <Fieldset legend="Access">
              <ScopePicker
                scopes={field.state.value}
                grantable={grantable}
                onScopesChange={field.handleChange}
              />
              {messageOf(field.state.meta.errors) ? (
                <p role="alert" className="text-ui text-danger-ink">
                  {messageOf(field.state.meta.errors)}
                </p>
              ) : null}
            </Fieldset>
          )}
        </form.Field>
        <form.Field name="expiry">
          {(choice) => (
            <form.Field
              name="expiryDate"
              validators={{
                onSubmit: ({ value, fieldApi }) => {
                  const { expiry } = fieldApi.form.state.values;
                  return expiry === "keep" ? undefined : expiryProblem(expiry, value);
                },
              }}
            >
              {(date) => (
                <ExpiryPicker
                  options={editExpiryOptions}
                  hint={choice.state.value === "keep" ? keptExpiryWords(apiKey) : undefined}
                  choice={choice.state.value}
                  onChoiceChange={choice.handleChange}
                  date={date.state.value}
                  onDateChange={date.handleChange}
                  error={messageOf(date.state.meta.errors)}
                />
              )}
            </form.Field>
          )}
        </form.Field>
      </DialogBody>
      <div className="flex flex-col gap-2 border-t border-line px-5 pt-3">
        <FormProblemNote />
        <ScopeChangeList before={apiKey.scopes} after={values.scopes} />
        <p role="status" className="text-ui text-ink">
          {accessSentence({
            scopes: values.scopes,
            environment: apiKey.environment,
            expiresAt: newExpiryOf(apiKey, values, new Date()),
          })}
        </p>
      </div>
      <DialogFooter className="border-t-0">
        <Button onClick={onClose}>Cancel</Button>
        <form.SubmitButton>Save</form.SubmitButton>
      </DialogFooter>
    </AppForm>
  );
}
