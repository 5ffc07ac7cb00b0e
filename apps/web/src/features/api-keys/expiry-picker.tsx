import { Field } from "../../components/ui/field.tsx";
import { Input } from "../../components/ui/input.tsx";
import { Segmented, type SegmentedOption } from "../../components/ui/segmented.tsx";
import { formatCount } from "../../lib/format.ts";
import { type ExpiryChoice, firstExpiryDate, lastExpiryDate } from "./expiry-choice.ts";
import { Fieldset } from "./fieldset.tsx";

interface ExpiryPickerProps<Choice extends string> {
  choice: Choice;
  onChoiceChange: (choice: Choice) => void;
  options: readonly SegmentedOption<Choice>[];
  hint?: string | undefined;
  /** `YYYY-MM-DD`, for the choice "A date". */
  date: string;
  onDateChange: (date: string) => void;
  error?: string | undefined;
  /** The organization's longest lifetime, in days. */
  daysMax?: number | null;
}

export function ExpiryPicker<Choice extends string = ExpiryChoice>({
  choice,
  onChoiceChange,
  options,
  hint,
  date,
  onDateChange,
  error,
  daysMax = null,
}: ExpiryPickerProps<Choice>) {
  return (
    <Fieldset
      legend="Expires"
      hint={choice === "never" ? "Such a key works until you revoke it." : (hint ?? longestWords(daysMax))}
    >
      <Segmented
        label="Expires"
        value={choice}
        onValueChange={onChoiceChange}
        options={options}
        className="max-sm:flex max-sm:w-full max-sm:*:min-w-0 max-sm:*:grow max-sm:*:px-1"
      />
      {choice === "date" ? (
        <Field
          label="Last day"
          error={error}
          hint="It ends when this day is over in UTC."
          className="mt-1.5 max-w-56"
        >
          <Input
            type="date"
            name="expiryDate"
            min={firstExpiryDate(new Date())}
            max={lastExpiryDate(new Date(), daysMax)}
            value={date}
            onChange={(event) => onDateChange(event.target.value)}
          />
        </Field>
      ) : null}
    </Fieldset>
  );
}

function longestWords(daysMax: number | null): string | undefined {
  if (daysMax === null) return undefined;
  return `Your organization lets no key live longer than ${formatCount(daysMax, "day")}.`;
}
