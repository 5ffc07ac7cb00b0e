import type { ReactNode } from "react";
import { Field } from "../ui/field.tsx";
import { Select, type SelectOption } from "../ui/select.tsx";
import { useBoundField } from "./use-bound-field.ts";

interface SelectFieldProps {
  label: ReactNode;
  options: readonly SelectOption[];
  hint?: ReactNode;
  aside?: ReactNode;
}

export function SelectField({ label, options, hint, aside }: SelectFieldProps) {
  const field = useBoundField<string>();
  return (
    <Field label={label} hint={hint} aside={aside} error={field.error}>
      <Select
        name={field.name}
        value={field.value}
        onValueChange={field.change}
        onBlur={field.blur}
        options={options}
      />
    </Field>
  );
}
