import type { ComponentProps, ReactNode } from "react";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { useFormProblem } from "./form-problem.ts";

type PlainTextFieldProps = Omit<ComponentProps<typeof Input>, "value" | "onChange"> & {
  label: ReactNode;
  name: string;
  value: string;
  onValueChange: (value: string) => void;
  /** Our own check's message; without one, what the server said about the field. */
  error?: string | undefined;
};

/** A line of text in a `ProblemForm` whose values are plain state: for a first screen, which need not load a form library. */
export function PlainTextField({ label, error, onValueChange, required, ...props }: PlainTextFieldProps) {
  const { fieldErrors, clearField } = useFormProblem();
  return (
    <Field label={label} error={error ?? fieldErrors[props.name]} isRequired={required ?? false}>
      <Input
        autoComplete="off"
        onChange={(event) => {
          clearField(props.name);
          onValueChange(event.target.value);
        }}
        {...props}
      />
    </Field>
  );
}
