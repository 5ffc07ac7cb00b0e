import { splitList } from "../../lib/word-list.ts";
import { AppForm } from "../form/app-form.tsx";
import { useAppForm } from "../form/use-app-form.ts";
import { Button } from "../ui/button.tsx";
import { Dialog, DialogBody, DialogFooter } from "../ui/dialog.tsx";
import type { TagChange } from "./tag-changes.ts";

interface TagsDialogProps {
  isOpen: boolean;
  onClose: () => void;
  /** "3 items" */
  subject: string;
  /** Tags that some of them have: what can be taken away. */
  present: readonly string[];
  onChosen: (change: TagChange) => void;
}

/** Adds tags to many things, and takes others away. */
export function TagsDialog({ isOpen, onClose, subject, ...props }: TagsDialogProps) {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={`Tag ${subject}`} closesOnOutsidePress={false}>
      <TagsForm onCancel={onClose} {...props} />
    </Dialog>
  );
}

type TagsFormProps = Pick<TagsDialogProps, "present" | "onChosen"> & { onCancel: () => void };

function TagsForm({ present, onChosen, onCancel }: TagsFormProps) {
  const form = useAppForm({
    defaultValues: { add: "", remove: "" },
    onSubmit: ({ value }) => onChosen({ add: splitList(value.add), remove: splitList(value.remove) }),
  });
  return (
    <AppForm form={form} className="flex min-h-0 flex-col">
      <DialogBody>
        <form.AppField name="add">
          {(field) => (
            <field.TextField label="Add" placeholder="steel, metric" hint="Separate with commas." />
          )}
        </form.AppField>
        <form.AppField name="remove">
          {(field) => (
            <field.TextField
              label="Take away"
              {...(present.length > 0 && { hint: `They have: ${present.slice(0, 12).join(", ")}` })}
            />
          )}
        </form.AppField>
      </DialogBody>
      <DialogFooter>
        <Button onClick={onCancel}>Cancel</Button>
        <form.SubmitButton>Change tags</form.SubmitButton>
      </DialogFooter>
    </AppForm>
  );
}
