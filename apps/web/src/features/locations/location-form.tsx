import type { LocationKind } from "@stowage/contract/locations";
import { AppForm } from "../../components/form/app-form.tsx";
import { FormProblemNote } from "../../components/form/form-problem-note.tsx";
import { useAppForm } from "../../components/form/use-app-form.ts";
import { PlacePicker } from "../../components/places/place-picker.tsx";
import { Button } from "../../components/ui/button.tsx";
import { DialogBody, DialogFooter } from "../../components/ui/dialog.tsx";
import { Field } from "../../components/ui/field.tsx";
import { required } from "../../lib/required.ts";
import { isKind, KIND_OPTIONS } from "./location-kinds.ts";

export interface LocationValues {
  name: string;
  kind: LocationKind;
  parent_id: string | null;
  description: string;
}

interface LocationFormProps {
  initial: LocationValues;
  /** A place that cannot be the parent, nor anything in it. */
  editedId?: string;
  submitLabel: string;
  /** Saves; the server's error is let through to be shown at the fields. */
  onSubmit: (values: LocationValues) => Promise<void>;
  onCancel: () => void;
}

export function LocationForm({ initial, editedId, submitLabel, onSubmit, onCancel }: LocationFormProps) {
  const form = useAppForm({
    defaultValues: { ...initial, kind: String(initial.kind) },
    onSubmit: ({ value }) => onSubmit({ ...value, kind: isKind(value.kind) ? value.kind : "other" }),
  });
  return (
    <AppForm form={form} className="flex min-h-0 flex-col">
      <DialogBody>
        <form.AppField name="name" validators={{ onSubmit: required("Give the location a name.") }}>
          {(field) => <field.TextField label="Name" placeholder="Garage" maxLength={100} required />}
        </form.AppField>
        <form.AppField name="kind">
          {(field) => <field.SelectField label="Kind" options={KIND_OPTIONS} />}
        </form.AppField>
        <form.AppField name="parent_id">
          {(field) => (
            <Field label="Inside" hint="Leave it empty for a place at the top, such as a house.">
              <PlacePicker
                name="parent_id"
                kinds={["location"]}
                except={editedId}
                value={field.state.value}
                onValueChange={field.handleChange}
                placeholder="Nothing: it is at the top"
              />
            </Field>
          )}
        </form.AppField>
        <form.AppField name="description">
          {(field) => <field.TextAreaField label="Description" aside="Optional" maxLength={2_000} />}
        </form.AppField>
        <FormProblemNote />
      </DialogBody>
      <DialogFooter>
        <Button onClick={onCancel}>Cancel</Button>
        <form.SubmitButton>{submitLabel}</form.SubmitButton>
      </DialogFooter>
    </AppForm>
  );
}
