import { type ReactNode, useEffect, useRef, useState } from "react";
import { fieldErrorsOf, problemSentence } from "../../lib/problem.ts";
import { FormProblemContext } from "./form-problem.ts";

export interface ProblemFormProps {
  /** Does the work, and lets the server's error through. */
  onSubmit: () => Promise<void>;
  /** The fields as the server names them where the form calls them otherwise: `{ parent_id: "parent" }`. */
  fieldNames?: Record<string, string>;
  /** Puts the cursor into the first box when the form appears. Dialogs do that by themselves. */
  isFocusedFirst?: boolean;
  className?: string;
  children: ReactNode;
}

/**
 * The `<form>` around a form's fields, however those are kept. The messages of what the server refuses stand at the
 * fields they name, the first of which gets the focus, and the rest above the end.
 */
export function ProblemForm({
  onSubmit,
  fieldNames = {},
  isFocusedFirst = false,
  className,
  children,
}: ProblemFormProps) {
  const element = useRef<HTMLFormElement>(null);
  const [sentence, setSentence] = useState<string | null>(null);
  const [fieldErrors, setFieldErrors] = useState<Record<string, string>>({});

  useEffect(() => {
    const isTouch = matchMedia("(pointer: coarse)").matches;
    if (isFocusedFirst && !isTouch) element.current?.querySelector("input")?.focus();
  }, [isFocusedFirst]);

  async function submit() {
    setSentence(null);
    setFieldErrors({});
    try {
      await onSubmit();
    } catch (error) {
      const named = Object.entries(fieldErrorsOf(error)).map(([field, message]) => [
        fieldNames[field] ?? field,
        message,
      ]);
      const shown = Object.fromEntries(
        named.filter(([field]) => element.current?.elements.namedItem(String(field))),
      );
      setFieldErrors(shown);
      if (Object.keys(shown).length === 0) setSentence(problemSentence(error));
    }
    focusFirstInvalid(element.current);
  }

  return (
    <form
      ref={element}
      noValidate
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        // A form in a dialog is a React child of the screen's form, if there is one; that one is not meant.
        event.stopPropagation();
        void submit();
      }}
    >
      <FormProblemContext
        value={{
          sentence,
          fieldErrors,
          clearField: (field) => setFieldErrors(({ [field]: _, ...others }) => others),
        }}
      >
        {children}
      </FormProblemContext>
    </form>
  );
}

function focusFirstInvalid(form: HTMLFormElement | null): void {
  // After React has drawn the messages.
  requestAnimationFrame(() => {
    const field = form?.querySelector<HTMLElement>("[aria-invalid=true]");
    const folded = field?.closest("[hidden=until-found]");
    if (!folded) return show(field);
    // Opened as the browser's own search in the page would open it; once drawn, it can take the focus.
    folded.dispatchEvent(new Event("beforematch"));
    requestAnimationFrame(() => show(field));
  });
}

/** In the middle, so that its message below it is in sight too. */
function show(field: HTMLElement | null | undefined): void {
  field?.focus({ preventScroll: true });
  field?.scrollIntoView({ block: "center" });
}
