import type { CreatedApiKey, WhoAmI } from "@stowage/contract/api-keys";
import type { Environment } from "@stowage/contract/environments";
import { useStore } from "@tanstack/react-form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { RefObject } from "react";
import { AppForm } from "../../components/form/app-form.tsx";
import { FormProblemNote } from "../../components/form/form-problem-note.tsx";
import { useAppForm } from "../../components/form/use-app-form.ts";
import { Button } from "../../components/ui/button.tsx";
import { Checkbox } from "../../components/ui/checkbox.tsx";
import { DialogBody, DialogFooter } from "../../components/ui/dialog.tsx";
import { Disclosure } from "../../components/ui/disclosure.tsx";
import { Segmented, type SegmentedOption } from "../../components/ui/segmented.tsx";
import { required } from "../../lib/required.ts";
import { trpc } from "../../lib/trpc.ts";
import { useConfirmed } from "../account/use-confirmed.tsx";
import { AccessPicker } from "./access-picker.tsx";
import { accessSentence } from "./access-words.ts";
import { ActsAsField } from "./acts-as-field.tsx";
import { AutoRenewBox } from "./auto-renew-box.tsx";
import { BoundsFields } from "./bounds-fields.tsx";
import { intendedAccess, newKeyOf, newKeyValues } from "./create-key-values.ts";
import { allowedExpiry, expiryOptions } from "./expiry-choice.ts";
import { ExpiryPicker } from "./expiry-picker.tsx";
import { Fieldset } from "./fieldset.tsx";
import { boundsProblems, boundsProblemsIn } from "./key-bounds.ts";
import { expiryProblem, messageOf, NO_SCOPES } from "./key-form-checks.ts";
import { KeyHabits } from "./key-habits.tsx";
import { useOrganization } from "./use-organization.ts";
import { usePlaceNames } from "./use-place-names.ts";

const ENVIRONMENT_OPTIONS: readonly SegmentedOption<Environment>[] = [
  { value: "live", label: "Live" },
  { value: "test", label: "Test" },
];

interface CreateKeyFormProps {
  me: WhoAmI;
  onCreated: (created: CreatedApiKey) => void;
  onCancel: () => void;
  /** Where the dialog around it puts the focus. */
  nameRef: RefObject<HTMLInputElement | null>;
}

/** K10: everything that a key can be made with; what few need is folded away. */
export function CreateKeyForm({ me, onCreated, onCancel, nameRef }: CreateKeyFormProps) {
  const queryClient = useQueryClient();
  const organization = useOrganization();
  const daysMax = organization?.settings.api_key_days_max ?? null;
  const planLimit = organization?.rate_limit;
  // The answer holds the secret: it is taken out and the mutation emptied, so that no cache keeps it.
  const create = useMutation(trpc.apiKeys.create.mutationOptions({ gcTime: 0 }));
  const { confirmed, confirmDialog } = useConfirmed();
  const form = useAppForm({
    defaultValues: newKeyValues(me),
    onSubmit: async ({ value }) => {
      const created = await confirmed(() => create.mutateAsync(newKeyOf(value, new Date(), daysMax)));
      create.reset();
      if (created === null) return;
      onCreated(created);
      await queryClient.invalidateQueries(trpc.apiKeys.list.pathFilter());
    },
  });
  // Only what is drawn outside of the fields, so that typing a name does not draw the whole form again.
  const environment = useStore(form.store, ({ values }) => values.environment);
  const scopes = useStore(form.store, ({ values }) => values.scopes);
  const location_ids = useStore(form.store, ({ values }) => values.bounds.location_ids);
  const expiry = useStore(form.store, ({ values }) => allowedExpiry(values.expiry, daysMax));
  const places = usePlaceNames(location_ids.length > 0 ? location_ids : null);
  const sentence = useStore(form.store, ({ values }) =>
    accessSentence(intendedAccess(values, new Date(), { daysMax, places })),
  );
  const isAdmin = me.role === "owner" || me.role === "admin";

  return (
    <AppForm
      form={form}
      fieldNames={{ expires_at: "expiryDate", allowed_cidrs: "networks", rate_limit: "per_minute" }}
      className="flex min-h-0 flex-col overflow-hidden"
    >
      <DialogBody className="gap-0 md:flex-row md:gap-8">
        <div className="flex min-w-0 grow flex-col gap-5">
          <div className="grid gap-4 sm:grid-cols-2">
            <form.AppField name="name" validators={{ onSubmit: required("Give the key a name.") }}>
              {(field) => (
                <field.TextField
                  label="Name"
                  required
                  maxLength={100}
                  placeholder="Kitchen scanner"
                  ref={nameRef}
                />
              )}
            </form.AppField>
            <form.AppField name="description">
              {(field) => (
                <field.TextField
                  label="Description"
                  aside="Optional"
                  maxLength={2000}
                  placeholder="Where it runs, who looks after it"
                />
              )}
            </form.AppField>
          </div>
          <div className="grid gap-4 sm:grid-cols-[auto_1fr] sm:gap-8">
            <form.Field name="environment">
              {(field) => (
                <Fieldset legend="Environment">
                  <Segmented
                    label="Environment"
                    value={field.state.value}
                    onValueChange={(chosen) => {
                      field.handleChange(chosen);
                      // Places belong to one environment's data.
                      form.setFieldValue("bounds", (bounds) => ({ ...bounds, location_ids: [] }));
                    }}
                    options={ENVIRONMENT_OPTIONS}
                  />
                </Fieldset>
              )}
            </form.Field>
            <div className="flex min-w-0 flex-col gap-2">
              <form.Field
                name="expiryDate"
                validators={{ onSubmit: ({ value }) => expiryProblem(expiry, value, daysMax) }}
              >
                {(date) => (
                  <ExpiryPicker
                    options={expiryOptions(daysMax)}
                    choice={expiry}
                    onChoiceChange={(choice) => form.setFieldValue("expiry", choice)}
                    date={date.state.value}
                    onDateChange={date.handleChange}
                    error={messageOf(date.state.meta.errors)}
                    daysMax={daysMax}
                  />
                )}
              </form.Field>
              {expiry === "never" ? null : (
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
            </div>
          </div>
          <form.Field name="preset">
            {(preset) => (
              <form.Field
                name="scopes"
                validators={{ onSubmit: ({ value }) => (value.length === 0 ? NO_SCOPES : undefined) }}
              >
                {(field) => (
                  <AccessPicker
                    preset={preset.state.value}
                    scopes={field.state.value}
                    grantable={me.scopes}
                    error={messageOf(field.state.meta.errors)}
                    onAccessChange={(access) => {
                      preset.handleChange(access.preset);
                      field.handleChange(access.scopes);
                    }}
                  />
                )}
              </form.Field>
            )}
          </form.Field>
          <Disclosure label="Limits and bounds">
            <div className="flex flex-col gap-5 pt-3">
              {isAdmin ? (
                <form.Field name="actsAs">
                  {(field) => (
                    <ActsAsField
                      me={me}
                      member={field.state.value}
                      onMemberChange={field.handleChange}
                      scopes={scopes}
                    />
                  )}
                </form.Field>
              ) : null}
              <form.Field
                name="bounds"
                validators={{ onSubmit: ({ value }) => boundsProblems(value, planLimit) }}
              >
                {(field) => (
                  <BoundsFields
                    value={field.state.value}
                    onValueChange={field.handleChange}
                    problems={boundsProblemsIn(field.state.meta.errors)}
                    environment={{ shown: me.environment, key: environment }}
                    planLimit={planLimit}
                  />
                )}
              </form.Field>
              <form.Field name="isActive">
                {(field) => (
                  <Checkbox
                    label="It works at once"
                    hint="Without this it is made disabled, and refused until you enable it."
                    isChecked={field.state.value}
                    onCheckedChange={field.handleChange}
                  />
                )}
              </form.Field>
            </div>
          </Disclosure>
        </div>
        <KeyHabits />
      </DialogBody>
      <div className="flex flex-col gap-2 border-t border-line px-5 pt-3">
        <FormProblemNote />
        <p role="status" className="text-ui text-ink">
          {sentence}
        </p>
      </div>
      <DialogFooter className="border-t-0">
        <Button onClick={onCancel}>Cancel</Button>
        <form.SubmitButton>Create key</form.SubmitButton>
      </DialogFooter>
      {confirmDialog}
    </AppForm>
  );
}
