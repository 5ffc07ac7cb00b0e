import { useFieldContext } from "./form-contexts.ts";
import { useFormProblem } from "./form-problem.ts";

/** A field's value and its one message: our own check's first, then what the server said about it. */
export function useBoundField<Value>() {
  const field = useFieldContext<Value>();
  const problem = useFormProblem();
  const own: unknown = field.state.meta.errors.find(Boolean);
  return {
    name: field.name,
    value: field.state.value,
    error: typeof own === "string" ? own : problem.fieldErrors[field.name],
    change: (value: Value) => {
      problem.clearField(field.name);
      field.handleChange(value);
    },
    blur: field.handleBlur,
  };
}
