import type { RefObject } from "react";
import { DialogForm } from "../../components/form/dialog-form.tsx";
import { useAppForm } from "../../components/form/use-app-form.ts";
import { required } from "../../lib/required.ts";
import type { EditConflict } from "../../lib/use-versioned-edit.ts";
import { PROJECT_STATUS_OPTIONS, type ProjectValues } from "./project-values.ts";

interface ProjectFormProps {
  initial: ProjectValues;
  submitLabel: string;
  /** Where the dialog around it puts the focus. */
  nameRef: RefObject<HTMLInputElement | null>;
  /** Saves; the server's error is let through to be shown at the fields. */
  onSubmit: (values: ProjectValues) => Promise<void>;
  onCancel: () => void;
  /** Given when somebody else saved first. */
  conflict?: EditConflict<ProjectValues> | null;
}

const DAYS = { type: "date", min: "0001-01-01", max: "9999-12-31" } as const;

export function ProjectForm({ initial, submitLabel, nameRef, onSubmit, ...props }: ProjectFormProps) {
  const form = useAppForm({ defaultValues: initial, onSubmit: ({ value }) => onSubmit(value) });
  return (
    <DialogForm form={form} submitLabel={submitLabel} {...props}>
      <form.AppField name="name" validators={{ onSubmit: required("Give the project a name.") }}>
        {(field) => (
          <field.TextField ref={nameRef} label="Name" placeholder="Garden shed" maxLength={200} required />
        )}
      </form.AppField>
      <form.AppField name="status">
        {(field) => <field.SelectField label="Status" options={PROJECT_STATUS_OPTIONS} />}
      </form.AppField>
      <div className="grid grid-cols-2 gap-3">
        <form.AppField name="starts_on">
          {(field) => <field.TextField label="Starts" aside="Optional" {...DAYS} />}
        </form.AppField>
        <form.AppField name="due_on">
          {(field) => <field.TextField label="Due" aside="Optional" {...DAYS} />}
        </form.AppField>
      </div>
      <form.AppField name="tags">
        {(field) => (
          <field.TextField
            label="Tags"
            aside="Optional"
            placeholder="garden, wood"
            hint="Separate with commas."
          />
        )}
      </form.AppField>
      <form.AppField name="description">
        {(field) => <field.TextAreaField label="Description" aside="Optional" maxLength={10_000} />}
      </form.AppField>
    </DialogForm>
  );
}
