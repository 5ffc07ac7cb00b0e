import type { ApiKey } from "@stowage/contract/api-keys";
import type { Scope } from "@stowage/contract/scopes";
import { useStore } from "@tanstack/react-form";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { AppForm } from "../../components/form/app-form.tsx";
import { FormProblemNote } from "../../components/form/form-problem-note.tsx";
import { useAppForm } from "../../components/form/use-app-form.ts";
import { Button } from "../../components/ui/button.tsx";
import { DialogBody, DialogFooter } from "../../components/ui/dialog.tsx";
import { Disclosure } from "../../components/ui/disclosure.tsx";
import { required } from "../../lib/required.ts";
import { showToast } from "../../lib/toasts.ts";
import { meOptions, trpc } from "../../lib/trpc.ts";
import { useConfirmed } from "../account/use-confirmed.tsx";
import { accessSentence } from "./access-words.ts";
import { AutoRenewBox } from "./auto-renew-box.tsx";
import { BoundsFields } from "./bounds-fields.tsx";
import {
  editExpiryOptions,
  editedAccess,
  keptExpiryWords,
  keyChangesOf,
  keyValuesOf,
  newExpiryOf,
} from "./edit-key-values.ts";
import { ExpiryPicker } from "./expiry-picker.tsx";
import { Fieldset } from "./fieldset.tsx";
import { boundsProblems, boundsProblemsIn } from "./key-bounds.ts";
import { expiryProblem, messageOf, NO_SCOPES } from "./key-form-checks.ts";
import { ScopeChangeList } from "./scope-change-list.tsx";
import { ScopePicker } from "./scope-picker.tsx";
import { useOrganization } from "./use-organization.ts";
import { usePlaceNames } from "./use-place-names.ts";

interface EditKeyFormProps {
  apiKey: ApiKey;
  initialScopes: Scope[];
  grantable: readonly Scope[];
  onClose: () => void;
}

/** K32: the name, access, end and bounds of a key; its secret stays. Only what was changed is sent. */
export function EditKeyForm({ apiKey, initialScopes, grantable, onClose }: EditKeyFormProps) {
  const queryClient = useQueryClient();
  const { data: me } = useQuery(meOptions);
  const organization = useOrganization();
  const daysMax = organization?.settings.api_key_days_max ?? null;
  const update = useMutation(trpc.apiKeys.update.mutationOptions());
  const { confirmed, confirmDialog } = useConfirmed();
  const form = useAppForm({
    defaultValues: keyValuesOf(apiKey, initialScopes),
    onSubmit: async ({ value }) => {
      const changes = keyChangesOf(apiKey, value, new Date(), daysMax);
      if (Object.keys(changes).length > 0) {
        const after = await confirmed(() => update.mutateAsync({ id: apiKey.id, ...changes }));
        if (after === null) return;
        showToast({ title: `${after.name} was saved.`, text: "It counts from the next request on." });
      }
      onClose();
      await queryClient.invalidateQueries(trpc.apiKeys.pathFilter());
    },
  });
  // Only what is drawn outside of the fields, so that typing a name does not draw the whole form again.
  const scopes = useStore(form.store, ({ values }) => values.scopes);
  const location_ids = useStore(form.store, ({ values }) => values.bounds.location_ids);
  const isEndless = useStore(
    form.store,
    ({ values }) => newExpiryOf(apiKey, values, new Date(), daysMax) === null,
  );
  const places = usePlaceNames(location_ids.length > 0 ? location_ids : null);
  const sentence = useStore(form.store, ({ values }) =>
    accessSentence(editedAccess(apiKey, values, new Date(), { daysMax, places })),
  );
  const isBound = Object.values(keyValuesOf(apiKey, []).bounds).some((bound) => bound.length > 0);
  return (
    <AppForm
      form={form}
      fieldNames={{ expires_at: "expiryDate", allowed_cidrs: "networks", rate_limit: "per_minute" }}
      className="flex min-h-0 flex-col"
    >
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
                  return expiry === "keep" ? undefined : expiryProblem(expiry, value, daysMax);
                },
              }}
            >
              {(date) => (
                <ExpiryPicker
                  options={editExpiryOptions(daysMax)}
                  hint={choice.state.value === "keep" ? keptExpiryWords(apiKey) : undefined}
                  choice={choice.state.value}
                  onChoiceChange={choice.handleChange}
                  date={date.state.value}
                  onDateChange={date.handleChange}
                  error={messageOf(date.state.meta.errors)}
                  daysMax={daysMax}
                />
              )}
            </form.Field>
          )}
        </form.Field>
        {isEndless ? null : (
          <form.Field name="autoRenew">
            {(field) => (
              <AutoRenewBox
                plan={organization?.plan}
                isChecked={field.state.value}
                onCheckedChange={field.handleChange}
              />
            )}
          </form.Field>
        )}
        <Disclosure label="Limits and bounds" isOpenAtFirst={isBound}>
          <form.Field
            name="bounds"
            validators={{ onSubmit: ({ value }) => boundsProblems(value, organization?.rate_limit) }}
          >
            {(field) => (
              <div className="flex flex-col gap-5 pt-3">
                <BoundsFields
                  value={field.state.value}
                  onValueChange={field.handleChange}
                  problems={boundsProblemsIn(field.state.meta.errors)}
                  environment={{ shown: me?.environment ?? apiKey.environment, key: apiKey.environment }}
                  planLimit={organization?.rate_limit}
                />
              </div>
            )}
          </form.Field>
        </Disclosure>
      </DialogBody>
      <div className="flex flex-col gap-2 border-t border-line px-5 pt-3">
        <FormProblemNote />
        <ScopeChangeList before={apiKey.scopes} after={scopes} />
        <p role="status" className="text-ui text-ink">
          {sentence}
        </p>
      </div>
      <DialogFooter className="border-t-0">
        <Button onClick={onClose}>Cancel</Button>
        <form.SubmitButton>Save</form.SubmitButton>
      </DialogFooter>
      {confirmDialog}
    </AppForm>
  );
}
