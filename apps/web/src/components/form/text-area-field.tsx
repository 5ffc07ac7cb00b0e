import type { ComponentProps, ReactNode } from "react";
import { Field } from "../ui/field.tsx";
import { Textarea } from "../ui/textarea.tsx";
import { useBoundField } from "./use-bound-field.ts";

type TextAreaFieldProps = Omit<ComponentProps<typeof Textarea>, "name" | "value" | "onChange" | "onBlur"> & {
  label: ReactNode;
  hint?: ReactNode;
  aside?: ReactNode;
};

export function TextAreaField({ label, hint, aside, ...props }: TextAreaFieldProps) {
  const field = useBoundField<string>();
  return (
    <Field label={label} hint={hint} aside={aside} error={field.error}>
      <Textarea
        name={field.name}
        value={field.value}
        onChange={(event) => field.change(event.target.value)}
        onBlur={field.blur}
        {...props}
      />
    </Field>
  );
}
