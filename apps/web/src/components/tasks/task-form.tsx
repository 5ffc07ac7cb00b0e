import { useQuery } from "@tanstack/react-query";
import type { ReactNode, RefObject } from "react";
import { required } from "../../lib/required.ts";
import { trpc } from "../../lib/trpc.ts";
import type { EditConflict } from "../../lib/use-versioned-edit.ts";
import { DialogForm } from "../form/dialog-form.tsx";
import { useAppForm } from "../form/use-app-form.ts";
import { MemberPicker } from "../people/member-picker.tsx";
import { Field } from "../ui/field.tsx";
import { ProjectPicker } from "./project-picker.tsx";
import { SubjectPicker } from "./subject-picker.tsx";
import { TASK_FIELD_NAMES, type TaskValues } from "./task-values.ts";
import { PRIORITY_OPTIONS, STATUS_OPTIONS } from "./task-words.ts";

interface TaskFormProps {
  initial: TaskValues;
  submitLabel: string;
  titleRef: RefObject<HTMLInputElement | null>;
  /** Saves; the server's error is let through to be shown at the fields. */
  onSubmit: (values: TaskValues) => Promise<void>;
  onCancel: () => void;
  /** Above the fields. */
  note?: ReactNode;
  /** Given when somebody else saved first. */
  conflict?: EditConflict<TaskValues> | null;
}

export function TaskForm({ initial, submitLabel, titleRef, onSubmit, note, ...props }: TaskFormProps) {
  const form = useAppForm({ defaultValues: initial, onSubmit: ({ value }) => onSubmit(value) });
  return (
    <DialogForm form={form} fieldNames={TASK_FIELD_NAMES} submitLabel={submitLabel} {...props}>
      {note}
      <form.AppField name="title" validators={{ onSubmit: required("Say what is to be done.") }}>
        {(field) => (
          <field.TextField
            ref={titleRef}
            label="Title"
            placeholder="Sharpen the chisels"
            maxLength={200}
            required
          />
        )}
      </form.AppField>
      <div className="grid grid-cols-3 gap-3 max-sm:grid-cols-2">
        <form.AppField name="status">
          {(field) => <field.SelectField label="Status" options={STATUS_OPTIONS} />}
        </form.AppField>
        <form.AppField name="priority">
          {(field) => <field.SelectField label="Priority" options={PRIORITY_OPTIONS} />}
        </form.AppField>
        <form.AppField name="due_on">
          {(field) => <field.TextField label="Due" type="date" min="0001-01-01" max="9999-12-31" />}
        </form.AppField>
      </div>
      <form.AppField name="assignee_id">
        {(field) => <AssigneeField value={field.state.value} onValueChange={field.handleChange} />}
      </form.AppField>
      <form.AppField name="subject">
        {(field) => (
          <Field label="About" aside="Optional" hint="The item, bin or location that it is about.">
            <SubjectPicker
              name="subject"
              value={field.state.value}
              onValueChange={field.handleChange}
              placeholder="Nothing in particular"
            />
          </Field>
        )}
      </form.AppField>
      <form.AppField name="project_id">
        {(field) => (
          <Field label="Project" aside="Optional">
            <ProjectPicker
              name="project_id"
              value={field.state.value}
              onValueChange={field.handleChange}
              placeholder="None"
            />
          </Field>
        )}
      </form.AppField>
      <form.AppField name="description">
        {(field) => <field.TextAreaField label="Description" aside="Optional" maxLength={10_000} />}
      </form.AppField>
    </DialogForm>
  );
}

interface AssigneeFieldProps {
  value: string | null;
  onValueChange: (id: string | null) => void;
}

function AssigneeField({ value, onValueChange }: AssigneeFieldProps) {
  const member = useQuery(trpc.members.get.queryOptions({ id: value ?? "" }, { enabled: value !== null }));
  const name = member.data?.name ?? (member.isError ? "A former member" : "…");
  return (
    <Field label="Assignee" aside="Optional">
      <MemberPicker
        name="assignee_id"
        value={value === null ? null : { id: value, name }}
        onValueChange={(chosen) => onValueChange(chosen?.id ?? null)}
        placeholder="Nobody in particular"
      />
    </Field>
  );
}
