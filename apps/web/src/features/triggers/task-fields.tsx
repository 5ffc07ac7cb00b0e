import { PRIORITY_OPTIONS } from "../../components/tasks/task-words.ts";
import { Checkbox } from "../../components/ui/checkbox.tsx";
import { Disclosure } from "../../components/ui/disclosure.tsx";
import { Field } from "../../components/ui/field.tsx";
import { Input } from "../../components/ui/input.tsx";
import { Select } from "../../components/ui/select.tsx";
import { type DraftProblems, problemAt } from "./draft-input.ts";
import { PersonPicker } from "./id-picker.tsx";
import { TemplateField } from "./template-field.tsx";
import type { TaskDraft } from "./trigger-draft.ts";

interface TaskFieldsProps {
  action: TaskDraft;
  pointer: string;
  problems: DraftProblems;
  lookUps: readonly string[];
  onChange: (action: TaskDraft) => void;
}

/** What the task says, whose it is, and when it is done by itself. */
export function TaskFields({ action, pointer, problems, lookUps, onChange }: TaskFieldsProps) {
  const change = (part: Partial<TaskDraft>) => onChange({ ...action, ...part });
  const at = (field: string) => problemAt(problems, `${pointer}/${field}`);
  const hasMore = action.description_template !== "" || at("description_template") !== undefined;
  return (
    <div className="flex min-w-60 grow flex-col gap-3 max-sm:basis-full">
      <TemplateField
        label="Title of the task"
        isLabelHidden
        placeholder="Restock {{subject.name}}"
        max={200}
        value={action.title_template}
        error={at("title_template")}
        lookUps={lookUps}
        onValueChange={(title_template) => change({ title_template })}
      />
      <div className="grid gap-3 sm:grid-cols-3">
        <Field label="Priority" error={at("priority")}>
          <Select
            value={action.priority}
            onValueChange={(priority) => change({ priority })}
            options={PRIORITY_OPTIONS}
          />
        </Field>
        <Field label="Due in days" aside="Optional" error={at("due_in_days")}>
          <Input
            inputMode="numeric"
            autoComplete="off"
            maxLength={3}
            placeholder="Never"
            value={action.due_in_days}
            onChange={(event) => change({ due_in_days: event.target.value })}
          />
        </Field>
        <Field label="Assignee" aside="Optional" error={at("assignee_id")}>
          <PersonPicker
            value={action.assignee_id}
            onValueChange={(assignee_id) => change({ assignee_id })}
            placeholder="Nobody"
          />
        </Field>
      </div>
      <Checkbox
        label="Close it when the stock is back"
        hint="For what runs low: the task follows how many are missing, and is done by itself."
        isChecked={action.close_when_resolved}
        onCheckedChange={(close_when_resolved) => change({ close_when_resolved })}
      />
      <Disclosure label="Description" isOpenAtFirst={hasMore}>
        <div className="pt-2">
          <TemplateField
            label="Description of the task"
            isLabelHidden
            isLong
            placeholder="{{data.missing}} {{subject.unit}} missing."
            max={2_000}
            value={action.description_template}
            error={at("description_template")}
            lookUps={lookUps}
            onValueChange={(description_template) => change({ description_template })}
          />
        </div>
      </Disclosure>
    </div>
  );
}
