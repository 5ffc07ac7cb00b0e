import { AppForm } from "../../components/form/app-form.tsx";
import { useAppForm } from "../../components/form/use-app-form.ts";
import { Button } from "../../components/ui/button.tsx";
import { Dialog, DialogBody, DialogFooter } from "../../components/ui/dialog.tsx";

interface BulkNumberDialogProps {
  kind: "minimum" | "adjust";
  isOpen: boolean;
  onClose: () => void;
  /** "3 items" */
  subject: string;
  onChosen: (value: number | null, reason: string) => void;
}

/** Asks for the one number that many items get: their minimum, or what comes or goes. */
export function BulkNumberDialog({ isOpen, onClose, subject, ...props }: BulkNumberDialogProps) {
  const title = props.kind === "minimum" ? `Set the minimum of ${subject}` : `Adjust ${subject}`;
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title} closesOnOutsidePress={false}>
      <NumberForm onCancel={onClose} {...props} />
    </Dialog>
  );
}

type NumberFormProps = Pick<BulkNumberDialogProps, "kind" | "onChosen"> & { onCancel: () => void };

function NumberForm({ kind, onChosen, onCancel }: NumberFormProps) {
  const form = useAppForm({
    defaultValues: { value: null as number | null, reason: "" }, // null is a number not typed yet
    onSubmit: ({ value }) => onChosen(value.value, value.reason.trim()),
  });
  const isAdjust = kind === "adjust";
  return (
    <AppForm form={form} className="flex min-h-0 flex-col">
      <DialogBody>
        <form.AppField
          name="value"
          validators={{ onSubmit: ({ value }) => (isAdjust ? deltaProblem(value) : minimumProblem(value)) }}
        >
          {(field) =>
            isAdjust ? (
              <field.NumberField
                label="Change"
                placeholder="-1"
                hint="What comes to each of them, or with a minus what goes. None goes below 0."
              />
            ) : (
              <field.NumberField
                label="Minimum"
                placeholder="None"
                hint="At or below it an item shows as low. Empty for no minimum."
              />
            )
          }
        </form.AppField>
        {isAdjust ? (
          <form.AppField name="reason">
            {(field) => (
              <field.TextField label="Reason" aside="Optional" maxLength={500} placeholder="Stocktaking" />
            )}
          </form.AppField>
        ) : null}
      </DialogBody>
      <DialogFooter>
        <Button onClick={onCancel}>Cancel</Button>
        <form.SubmitButton>{isAdjust ? "Adjust" : "Set minimum"}</form.SubmitButton>
      </DialogFooter>
    </AppForm>
  );
}

const deltaProblem = (value: number | null) =>
  value === null || value === 0 ? "Enter what comes, or with a minus what goes." : undefined;
const minimumProblem = (value: number | null) =>
  value !== null && value < 0 ? "It cannot be less than 0." : undefined;
