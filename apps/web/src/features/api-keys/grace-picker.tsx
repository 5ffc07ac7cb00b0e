import { Field } from "../../components/ui/field.tsx";
import { Input } from "../../components/ui/input.tsx";
import { Segmented, type SegmentedOption } from "../../components/ui/segmented.tsx";
import { Fieldset } from "./fieldset.tsx";
import { messageOf } from "./key-form-checks.ts";
import type { GraceChoice } from "./rotation-choice.ts";

interface GracePickerProps {
  legend: string;
  options: readonly SegmentedOption<GraceChoice>[];
  choice: GraceChoice;
  onChoiceChange: (choice: GraceChoice) => void;
  hours: string;
  onHoursChange: (hours: string) => void;
  errors: readonly unknown[];
}

/** How long an old secret goes on working beside the new one. */
export function GracePicker({ legend, options, choice, onChoiceChange, ...hours }: GracePickerProps) {
  return (
    <Fieldset legend={legend}>
      <Segmented
        label={legend}
        value={choice}
        onValueChange={onChoiceChange}
        options={options}
        className="max-sm:flex max-sm:w-full max-sm:*:min-w-0 max-sm:*:grow max-sm:*:px-1"
      />
      {choice === "other" ? (
        <Field label="Hours" error={messageOf(hours.errors)} className="mt-1.5 max-w-56">
          <Input
            name="hours"
            inputMode="numeric"
            autoComplete="off"
            className="tabular-nums"
            value={hours.hours}
            onChange={(event) => hours.onHoursChange(event.target.value.replaceAll(/\D/g, "").slice(0, 3))}
          />
        </Field>
      ) : null}
    </Fieldset>
  );
}
