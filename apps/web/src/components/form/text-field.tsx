import type { ComponentProps, ReactNode } from "react";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { useBoundField } from "./use-bound-field.ts";

type TextFieldProps = Omit<ComponentProps<typeof Input>, "name" | "value" | "onChange" | "onBlur"> & {
  label: ReactNode;
  hint?: ReactNode;
  aside?: ReactNode;
};

export function TextField({ label, hint, aside, required, ...props }: TextFieldProps) {
  const field = useBoundField<string>();
  return (
    <Field label={label} hint={hint} aside={aside} error={field.error} isRequired={required ?? false}>
      <Input
        name={field.name}
        value={field.value}
        onChange={(event) => field.change(event.target.value)}
        onBlur={field.blur}
        autoComplete="off"
        {...props}
      />
    </Field>
  );
}
