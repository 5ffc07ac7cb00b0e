import type { CreatedApiKey, WhoAmI } from "@stowage/contract/api-keys";
import type { Environment } from "@stowage/contract/environments";
import type { Scope } from "@stowage/contract/scopes";
import { useStore } from "@tanstack/react-form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { RefObject } from "react";
import { AppForm } from "../../components/form/app-form.tsx";
import { FormProblemNote } from "../../components/form/form-problem-note.tsx";
import { useAppForm } from "../../components/form/use-app-form.ts";
import { Button } from "../../components/ui/button.tsx";
import { DialogBody, DialogFooter } from "../../components/ui/dialog.tsx";
import { Segmented, type SegmentedOption } from "../../components/ui/segmented.tsx";
import { required } from "../../lib/required.ts";
import { trpc } from "../../lib/trpc.ts";
import { AccessPicker } from "./access-picker.tsx";
import { accessSentence } from "./access-words.ts";
import { EXPIRY_CHOICES, type ExpiryChoice, expiryOf } from "./expiry-choice.ts";
import { ExpiryPicker } from "./expiry-picker.tsx";
import { Fieldset } from "./fieldset.tsx";
import { KeyAdvice } from "./key-advice.tsx";
import { expiryProblem, messageOf, NO_SCOPES } from "./key-form-checks.ts";
import { type PresetChoice, scopesOfPreset } from "./preset-choice.ts";

const ENVIRONMENT_OPTIONS: readonly SegmentedOption<Environment>[] = [
  { value: "live", label: "Live" },
  { value: "test", label: "Test" },
];

interface KeyFormValues {
  name: string;
  description: string;
  environment: Environment;
  preset: PresetChoice;
  scopes: Scope[];
  expiry: ExpiryChoice;
  expiryDate: string;
}

interface CreateKeyFormProps {
  me: WhoAmI;
  onCreated: (created: CreatedApiKey) => void;
  onCancel: () => void;
  /** Where the dialog around it puts the focus. */
  nameRef: RefObject<HTMLInputElement | null>;
}

export function CreateKeyForm({ me, onCreated, onCancel, nameRef }: CreateKeyFormProps) {
  const queryClient = useQueryClient();
  // The answer holds the secret: it is taken out and the mutation emptied, so that no cache keeps it.
  const create = useMutation(trpc.apiKeys.create.mutationOptions({ gcTime: 0 }));
  const defaultValues: KeyFormValues = {
    name: "",
    description: "",
    environment: me.environment,
    preset: "read_only",
    scopes: scopesOfPreset("read_only", me.scopes),
    expiry: "90d",
    expiryDate: "",
  };
  const form = useAppForm({
    defaultValues,
    onSubmit: async ({ value }) => {
      const created = await create.mutateAsync({
        name: value.name,
        description: value.description,
        environment: value.environment,
        scopes: value.scopes,
        expires_at: expiryOf(value.expiry, value.expiryDate, new Date()) ?? null,
      });
      create.reset();
      onCreated(created);
      await queryClient.invalidateQueries(trpc.apiKeys.list.pathFilter());
    },
  });
  const sentence = useStore(form.store, ({ values }) => sentenceOf(values));

  return (
    <AppForm
      form={form}
      fieldNames={{ expires_at: "expiryDate" }}
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
                    onValueChange={field.handleChange}
                    options={ENVIRONMENT_OPTIONS}
                  />
                </Fieldset>
              )}
            </form.Field>
            <form.Field name="expiry">
              {(choice) => (
                <form.Field
                  name="expiryDate"
                  validators={{
                    onSubmit: ({ value, fieldApi }) =>
                      expiryProblem(fieldApi.form.state.values.expiry, value),
                  }}
                >
                  {(date) => (
                    <ExpiryPicker
                      options={EXPIRY_CHOICES}
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
          </div>
          <form.Field name="preset">
            {(preset) => (
              <form.Field
                name="scopes"
                validators={{ onSubmit: ({ value }) => (value.length === 0 ? NO_SCOPES : undefined) }}
              >
                {(scopes) => (
                  <AccessPicker
                    preset={preset.state.value}
                    scopes={scopes.state.value}
                    grantable={me.scopes}
                    error={messageOf(scopes.state.meta.errors)}
                    onAccessChange={(access) => {
                      preset.handleChange(access.preset);
                      scopes.handleChange(access.scopes);
                    }}
                  />
                )}
              </form.Field>
            )}
          </form.Field>
        </div>
        <KeyAdvice />
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
    </AppForm>
  );
}

function sentenceOf({ scopes, environment, expiry, expiryDate }: KeyFormValues): string {
  return accessSentence({ scopes, environment, expiresAt: expiryOf(expiry, expiryDate, new Date()) });
}
