import { type ReactNode, useState } from "react";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { useBoundField } from "./use-bound-field.ts";

interface NumberFieldProps {
  label: ReactNode;
  hint?: ReactNode;
  aside?: ReactNode;
  min?: number;
  max?: number;
  step?: number | "any";
  placeholder?: string;
  autoFocus?: boolean;
}

/** A number, or null while the box is empty. A comma counts as the decimal point. */
export function NumberField({ label, hint, aside, step = "any", ...props }: NumberFieldProps) {
  const field = useBoundField<number | null>();
  const [text, setText] = useState(() => (field.value === null ? "" : String(field.value)));
  // Text such as "1." is kept as typed; any other difference means that the value was set from outside.
  const shown = parseNumber(text) === field.value ? text : (field.value ?? "");
  return (
    <Field label={label} hint={hint} aside={aside} error={field.error}>
      <Input
        {...props}
        name={field.name}
        inputMode="decimal"
        autoComplete="off"
        className="tabular-nums"
        step={step}
        value={shown}
        onChange={(event) => {
          const typed = event.target.value;
          if (!/^-?\d*[.,]?\d*$/.test(typed)) return;
          setText(typed);
          field.change(parseNumber(typed));
        }}
        onBlur={field.blur}
      />
    </Field>
  );
}

function parseNumber(text: string): number | null {
  const value = Number.parseFloat(text.replace(",", "."));
  return Number.isNaN(value) ? null : value;
}
