import type { ApiKey, CreatedApiKey } from "@stowage/contract/api-keys";
import { useStore } from "@tanstack/react-form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { AppForm } from "../../components/form/app-form.tsx";
import { FormProblemNote } from "../../components/form/form-problem-note.tsx";
import { useAppForm } from "../../components/form/use-app-form.ts";
import { Button } from "../../components/ui/button.tsx";
import { DialogBody, DialogFooter } from "../../components/ui/dialog.tsx";
import { RadioGroup, type RadioOption } from "../../components/ui/radio-group.tsx";
import { trpc } from "../../lib/trpc.ts";
import { useConfirmed } from "../account/use-confirmed.tsx";
import { Fieldset } from "./fieldset.tsx";
import { GracePicker } from "./grace-picker.tsx";
import {
  GRACE_OPTIONS,
  hoursProblem,
  ROTATION_DEFAULT,
  type RotationValues,
  rotationOf,
  rotationSentence,
} from "./rotation-choice.ts";

const STOPS: readonly RadioOption<RotationValues["stops"]>[] = [
  {
    value: "now",
    label: "At once",
    hint: "For a secret that others may have seen. What still uses it is refused until it gets the new one.",
  },
  {
    value: "later",
    label: "After a while",
    hint: "Both secrets work meanwhile, so that you can change over without a gap.",
  },
  {
    value: "first_use",
    label: "Once the new one is used",
    hint: "Nothing ends before the new secret has proved itself with a first call.",
  },
];

interface RotateKeyFormProps {
  apiKey: ApiKey;
  onRotated: (rotated: CreatedApiKey) => void;
  onCancel: () => void;
}

export function RotateKeyForm({ apiKey, onRotated, onCancel }: RotateKeyFormProps) {
  const queryClient = useQueryClient();
  // The answer holds the secret: it is taken out and the mutation emptied, so that no cache keeps it.
  const rotate = useMutation(trpc.apiKeys.rotate.mutationOptions({ gcTime: 0 }));
  const { confirmed, confirmDialog } = useConfirmed();
  const form = useAppForm({
    defaultValues: ROTATION_DEFAULT,
    onSubmit: async ({ value }) => {
      const rotation = rotationOf(value);
      if (rotation === undefined) return;
      const rotated = await confirmed(() => rotate.mutateAsync({ id: apiKey.id, ...rotation }));
      rotate.reset();
      if (rotated === null) return;
      onRotated(rotated);
      await queryClient.invalidateQueries(trpc.apiKeys.pathFilter());
    },
  });
  const values = useStore(form.store, (state) => state.values);
  const grace = values.stops === "later" ? "grace" : "graceAfterUse";
  return (
    <AppForm form={form} className="flex min-h-0 flex-col">
      <DialogBody className="gap-5">
        <form.Field name="stops">
          {(field) => (
            <Fieldset legend="When does the old secret stop?">
              <RadioGroup
                label="When does the old secret stop?"
                look="cards"
                value={field.state.value}
                options={STOPS}
                onValueChange={field.handleChange}
              />
            </Fieldset>
          )}
        </form.Field>
        {values.stops === "now" ? null : (
          <form.Field
            name="hours"
            validators={{ onSubmit: ({ fieldApi }) => hoursProblem(fieldApi.form.state.values) }}
          >
            {(hours) => (
              <GracePicker
                legend={
                  values.stops === "later" ? "Both work for" : "After that first call, the old one works for"
                }
                options={
                  values.stops === "later"
                    ? GRACE_OPTIONS
                    : [{ value: "none", label: "No longer" }, ...GRACE_OPTIONS]
                }
                choice={values[grace]}
                onChoiceChange={(choice) => form.setFieldValue(grace, choice)}
                hours={hours.state.value}
                onHoursChange={hours.handleChange}
                errors={hours.state.meta.errors}
              />
            )}
          </form.Field>
        )}
      </DialogBody>
      <div className="flex flex-col gap-2 border-t border-line px-5 pt-3">
        <FormProblemNote />
        <p role="status" className="text-ui text-ink">
          {rotationSentence(apiKey, values, new Date())}
        </p>
      </div>
      <DialogFooter className="border-t-0">
        <Button onClick={onCancel}>Cancel</Button>
        <form.SubmitButton variant={values.stops === "now" ? "danger" : "primary"}>
          Rotate key
        </form.SubmitButton>
      </DialogFooter>
      {confirmDialog}
    </AppForm>
  );
}
