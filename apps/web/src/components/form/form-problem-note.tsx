import { bringIntoSight } from "./bring-into-sight.ts";
import { useFormProblem } from "./form-problem.ts";

/** What went wrong with the whole submission. Stands just above the buttons, where the reader looks. */
export function FormProblemNote() {
  const { sentence } = useFormProblem();
  if (sentence === null) return null;
  return (
    <p
      ref={bringIntoSight}
      role="alert"
      className="rounded-md bg-danger-soft px-3 py-2 text-ui text-danger-ink"
    >
      {sentence}
    </p>
  );
}
