import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { Select } from "../ui/select.tsx";
import { SINCE_OPTIONS, type SinceChoice } from "./undo-choice.ts";

interface SinceFieldProps {
  choice: SinceChoice;
  onChoiceChange: (choice: SinceChoice) => void;
  typed: string;
  onTypedChange: (typed: string) => void;
}

/** How far back: a stretch of time until now, or since a moment. */
export function SinceField({ choice, onChoiceChange, typed, onTypedChange }: SinceFieldProps) {
  return (
    <div className="flex flex-wrap gap-3">
      <Field label="What was done" className="w-56 max-sm:w-full">
        <Select value={choice} onValueChange={onChoiceChange} options={SINCE_OPTIONS} />
      </Field>
      {choice === "moment" ? (
        <Field label="Since" className="w-56 max-sm:w-full">
          <Input
            type="datetime-local"
            step={1}
            value={typed}
            onChange={(event) => onTypedChange(event.target.value)}
          />
        </Field>
      ) : null}
    </div>
  );
}
