import { type ReactNode, type RefObject, useRef } from "react";
import { showToast } from "../../lib/toasts.ts";
import { useLastValue } from "../../lib/use-last-value.ts";
import { type EditConflict, useVersionedEdit } from "../../lib/use-versioned-edit.ts";
import { Dialog } from "../ui/dialog.tsx";

interface Thing {
  id: string;
  name: string;
  version: number;
}

/** What a form for a thing is given, whether the thing is new or not. */
export interface ThingFormProps<Values> {
  initial: Values;
  submitLabel: string;
  /** Where the dialog around it puts the focus. */
  nameRef: RefObject<HTMLInputElement | null>;
  /** Saves; the server's error is let through to be shown at the fields. */
  onSubmit: (values: Values) => Promise<void>;
  onCancel: () => void;
  other?: { label: string; onPress: (isOther: boolean) => void } | undefined;
  /** Given when somebody else saved first. */
  conflict?: EditConflict<Values> | null;
}

interface EditDialogProps<Edited extends Thing, Values, Changes extends object> {
  /** The thing to edit; null closes the dialog. */
  thing: Edited | null;
  onClose: () => void;
  valuesOf: (thing: Edited) => Values;
  /** Only what the form changed, so that an overwrite takes back nothing else of somebody's work. */
  changesOf: (before: Edited, values: Values) => Changes;
  read: (id: string) => Promise<Edited>;
  save: (id: string, changes: Changes & { if_version?: number | undefined }) => Promise<Edited>;
  refresh: () => Promise<void>;
  renderForm: (props: ThingFormProps<Values>) => ReactNode;
}

/** Edits a thing in a dialog, and notices when somebody else was faster. */
export function EditDialog<Edited extends Thing, Values, Changes extends object>({
  thing: asked,
  ...props
}: EditDialogProps<Edited, Values, Changes>) {
  const thing = useLastValue(asked);
  const nameRef = useRef<HTMLInputElement>(null);
  if (!thing) return null;
  return (
    <Dialog
      isOpen={asked !== null}
      onClose={props.onClose}
      title={`Edit ${thing.name}`}
      initialFocus={nameRef}
      closesOnOutsidePress={false}
    >
      <EditedThing key={thing.id} listed={thing} nameRef={nameRef} {...props} />
    </Dialog>
  );
}

type EditedThingProps<Edited extends Thing, Values, Changes extends object> = Omit<
  EditDialogProps<Edited, Values, Changes>,
  "thing"
> & { listed: Edited; nameRef: RefObject<HTMLInputElement | null> };

function EditedThing<Edited extends Thing, Values, Changes extends object>({
  listed,
  nameRef,
  onClose,
  ...props
}: EditedThingProps<Edited, Values, Changes>) {
  async function write(base: Edited, values: Values, if_version?: number): Promise<void> {
    const changes = props.changesOf(base, values);
    if (Object.keys(changes).length > 0) {
      const after = await props.save(base.id, { ...changes, if_version });
      showToast({ title: `${after.name} was saved.` });
    }
    onClose();
    await props.refresh();
  }

  const { base, saveIfUnchanged, conflict } = useVersionedEdit<Edited, Values>({
    listed,
    read: () => props.read(listed.id),
    write,
  });
  return (
    // Another version begins another form.
    <div key={base.version} className="contents">
      {props.renderForm({
        initial: props.valuesOf(base),
        submitLabel: "Save",
        nameRef,
        onCancel: onClose,
        onSubmit: saveIfUnchanged,
        conflict,
      })}
    </div>
  );
}
