import { type ComponentType, type ReactNode, useRef } from "react";
import type { EditConflict } from "../../lib/use-versioned-edit.ts";
import { Button } from "../ui/button.tsx";
import { DialogBody, DialogFooter } from "../ui/dialog.tsx";
import { AppForm } from "./app-form.tsx";
import { FormProblemNote } from "./form-problem-note.tsx";
import { SubmitButton } from "./submit-button.tsx";
import { VersionConflictNote } from "./version-conflict-note.tsx";

/** The part of `useAppForm`'s answer that is needed here. */
interface FormOf<Values> {
  handleSubmit: () => Promise<void>;
  AppForm: ComponentType<{ children?: ReactNode }>;
  state: { values: Values };
}

interface DialogFormProps<Values> {
  form: FormOf<Values>;
  /** See {@link AppForm}. */
  fieldNames?: Record<string, string>;
  submitLabel: string;
  onCancel: () => void;
  /** A second way to send it, such as "Add and another"; told whether it is the one that was pressed. */
  other?: { label: string; onPress: (isOther: boolean) => void } | undefined;
  /** Given when somebody else saved first. */
  conflict?: EditConflict<Values> | null;
  children: ReactNode;
}

/** A form as a dialog holds it: its fields, what went wrong, and the buttons. */
export function DialogForm<Values>(props: DialogFormProps<Values>) {
  const { form, conflict, other } = props;
  const submit = useRef<HTMLButtonElement>(null);
  return (
    <AppForm
      form={form}
      className="flex min-h-0 flex-col"
      {...(props.fieldNames && { fieldNames: props.fieldNames })}
    >
      <DialogBody>
        {props.children}
        <FormProblemNote />
      </DialogBody>
      {conflict ? (
        // Beside the fields, however far they are scrolled.
        <div className="max-h-[40dvh] shrink-0 overflow-y-auto border-t border-line px-5 py-3">
          <VersionConflictNote
            changes={conflict.changes}
            onReload={conflict.onReload}
            onOverwrite={() => conflict.onOverwrite(form.state.values)}
          />
        </div>
      ) : null}
      <DialogFooter>
        <Button onClick={props.onCancel}>Cancel</Button>
        {other ? (
          <Button
            onClick={() => {
              other.onPress(true);
              submit.current?.form?.requestSubmit();
            }}
          >
            {other.label}
          </Button>
        ) : null}
        <SubmitButton ref={submit} onClick={() => other?.onPress(false)}>
          {props.submitLabel}
        </SubmitButton>
      </DialogFooter>
    </AppForm>
  );
}
