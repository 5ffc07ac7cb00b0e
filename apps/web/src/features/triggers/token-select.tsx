import { ChevronDown } from "lucide-react";
import { cx } from "../../lib/class-names.ts";
import { focusOnce } from "./focus-once.ts";

/** How a part of the sentence looks that one can change. */
export const tokenStyles =
  "h-8 max-w-full rounded-md border border-transparent bg-accent-soft px-2.5 text-ui font-medium text-accent-ink transition-colors hover:border-accent-ink aria-invalid:border-danger coarse:h-11 coarse:text-base";

interface TokenChoice<Value extends string> {
  value: Value;
  label: string;
}

interface TokenSelectProps<Value extends string> {
  label: string;
  value: Value;
  onValueChange: (value: Value) => void;
  choices?: readonly TokenChoice<Value>[];
  /** Under headings. */
  groups?: readonly { label: string; items: readonly TokenChoice<Value>[] }[];
  isInvalid?: boolean;
  describedBy?: string | undefined;
  /** It was just added, and gets the focus. */
  isNew?: boolean;
}

/** A word of the sentence that is one of a few: the platform's own control, as wide as what it says. */
export function TokenSelect<Value extends string>(props: TokenSelectProps<Value>) {
  const { choices = [], groups = [], value } = props;
  const all = [...choices, ...groups.flatMap(({ items }) => items)];
  return (
    <span className="relative inline-flex w-fit max-w-full min-w-0">
      <select
        {...(props.isNew && { ref: focusOnce })}
        aria-label={props.label}
        aria-invalid={props.isInvalid || undefined}
        aria-describedby={props.describedBy}
        value={value}
        onChange={(event) => {
          const chosen = all.find((choice) => choice.value === event.target.value);
          if (chosen) props.onValueChange(chosen.value);
        }}
        className={cx(tokenStyles, "field-sizing-content appearance-none truncate pr-7")}
      >
        {all.some((choice) => choice.value === value) ? null : <option value={value}>…</option>}
        <Options choices={choices} />
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            <Options choices={group.items} />
          </optgroup>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2 size-3.5 -translate-y-1/2 text-accent-ink"
      />
    </span>
  );
}

function Options({ choices }: { choices: readonly TokenChoice<string>[] }) {
  return choices.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}
