import type { RefObject } from "react";
import { AppForm } from "../../components/form/app-form.tsx";
import { FormProblemNote } from "../../components/form/form-problem-note.tsx";
import { useAppForm } from "../../components/form/use-app-form.ts";
import { VersionConflictNote } from "../../components/form/version-conflict-note.tsx";
import { Button } from "../../components/ui/button.tsx";
import { Combobox } from "../../components/ui/combobox.tsx";
import { DialogBody, DialogFooter } from "../../components/ui/dialog.tsx";
import { Field } from "../../components/ui/field.tsx";
import { required } from "../../lib/required.ts";
import { useAllLocations } from "../locations/all-locations.ts";
import { locationOptions } from "../locations/location-options.ts";
import type { BinValues } from "./bin-values.ts";

interface BinFormProps {
  initial: BinValues;
  submitLabel: string;
  /** Where the dialog around it puts the focus. */
  nameRef: RefObject<HTMLInputElement | null>;
  /** Saves; the server's error is let through to be shown at the fields. */
  onSubmit: (values: BinValues) => Promise<void>;
  onCancel: () => void;
  /** Given when somebody else saved first. */
  conflict?: { onReload: () => void; onOverwrite: (values: BinValues) => void } | null;
}

export function BinForm({
  initial,
  submitLabel,
  nameRef,
  onSubmit,
  onCancel,
  conflict = null,
}: BinFormProps) {
  const { locations } = useAllLocations();
  const options = locationOptions(locations);
  const form = useAppForm({ defaultValues: initial, onSubmit: ({ value }) => onSubmit(value) });
  return (
    <AppForm form={form} className="flex min-h-0 flex-col">
      <DialogBody>
        <form.AppField name="name" validators={{ onSubmit: required("Give the bin a name.") }}>
          {(field) => (
            <field.TextField ref={nameRef} label="Name" placeholder="Fasteners" maxLength={200} required />
          )}
        </form.AppField>
        <form.AppField name="location_id">
          {(field) => (
            <Field label="Location" hint="Moving a bin moves everything in it.">
              <Combobox
                name="location_id"
                options={options}
                value={options.find((option) => option.id === field.state.value) ?? null}
                onValueChange={(option) => field.handleChange(option?.id ?? null)}
                placeholder="Nowhere in particular"
                emptyText="No location matches."
              />
            </Field>
          )}
        </form.AppField>
        <form.AppField name="tags">
          {(field) => (
            <field.TextField
              label="Tags"
              aside="Optional"
              placeholder="metal, small"
              hint="Separate with commas."
            />
          )}
        </form.AppField>
        <form.AppField name="description">
          {(field) => <field.TextAreaField label="Description" aside="Optional" maxLength={10_000} />}
        </form.AppField>
        {conflict ? (
          <VersionConflictNote
            onReload={conflict.onReload}
            onOverwrite={() => conflict.onOverwrite(form.state.values)}
          />
        ) : null}
        <FormProblemNote />
      </DialogBody>
      <DialogFooter>
        <Button onClick={onCancel}>Cancel</Button>
        <form.SubmitButton>{submitLabel}</form.SubmitButton>
      </DialogFooter>
    </AppForm>
  );
}
