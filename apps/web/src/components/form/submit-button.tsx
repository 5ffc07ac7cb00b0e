import { useStore } from "@tanstack/react-form";
import { Button, type ButtonProps } from "../ui/button.tsx";
import { useFormContext } from "./form-contexts.ts";

/** Sends the form; busy while the server works. Never disabled for missing input: pressing it says what is missing. */
export function SubmitButton(props: Omit<ButtonProps, "type" | "isBusy">) {
  const form = useFormContext();
  const isSubmitting = useStore(form.store, (state) => state.isSubmitting);
  return <Button type="submit" variant="primary" isBusy={isSubmitting} {...props} />;
}
