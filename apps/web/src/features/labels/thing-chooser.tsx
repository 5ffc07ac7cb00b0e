import { SubjectPicker } from "../../components/tasks/subject-picker.tsx";
import { Field } from "../../components/ui/field.tsx";
import type { Labelled } from "../../lib/label-of.ts";

/** Adds one thing after the other to what is printed. */
export function ThingChooser({ onChoose }: { onChoose: (thing: Labelled) => void }) {
  return (
    <Field label="Bins, items and places" hint="Each gets a label of its own, if it has none yet.">
      <SubjectPicker
        value={null}
        onValueChange={(thing) => thing && onChoose(thing)}
        placeholder="Search by name or code, to add it"
      />
    </Field>
  );
}
