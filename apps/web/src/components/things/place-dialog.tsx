import type { ReactNode } from "react";
import { useState } from "react";
import { AppForm } from "../form/app-form.tsx";
import { FormProblemNote } from "../form/form-problem-note.tsx";
import { useAppForm } from "../form/use-app-form.ts";
import type { PlaceKind } from "../places/place-options.ts";
import { PlacePicker } from "../places/place-picker.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog, DialogBody, DialogFooter } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";

interface PlaceDialogProps {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  kinds?: readonly PlaceKind[];
  /** A place that cannot be chosen. */
  except?: string;
  /** Where it is today. */
  from?: string | null;
  /** What "none" means: "Inbox: put away later". */
  nowhere: string;
  submitLabel?: string;
  /** What to know before one chooses. */
  lead?: ReactNode;
  /** Further fields under the place. */
  children?: ReactNode;
  onPlaceChosen: (place: string | null) => Promise<void>;
}

/** Asks where to. */
export function PlaceDialog({ isOpen, onClose, title, ...props }: PlaceDialogProps) {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title} closesOnOutsidePress={false}>
      <PlaceForm onCancel={onClose} {...props} />
    </Dialog>
  );
}

type PlaceFormProps = Omit<PlaceDialogProps, "isOpen" | "onClose" | "title"> & { onCancel: () => void };

function PlaceForm({ kinds, except, from = null, nowhere, submitLabel = "Move", ...props }: PlaceFormProps) {
  const [place, setPlace] = useState(from);
  const form = useAppForm({ defaultValues: {}, onSubmit: () => props.onPlaceChosen(place) });
  return (
    <AppForm form={form} className="flex min-h-0 flex-col">
      <DialogBody>
        {props.lead}
        <Field label="To" hint="Type a part of a name, or the code on a label.">
          <PlacePicker
            name="place"
            {...(kinds && { kinds })}
            {...(except && { except })}
            value={place}
            onValueChange={setPlace}
            placeholder={nowhere}
          />
        </Field>
        {props.children}
        <FormProblemNote />
      </DialogBody>
      <DialogFooter>
        <Button onClick={props.onCancel}>Cancel</Button>
        <form.SubmitButton>{submitLabel}</form.SubmitButton>
      </DialogFooter>
    </AppForm>
  );
}
