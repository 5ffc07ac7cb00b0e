import type { ReactNode } from "react";

interface FieldsetProps {
  legend: string;
  hint?: string | undefined;
  children: ReactNode;
}

/** Several controls that answer one question. */
export function Fieldset({ legend, hint, children }: FieldsetProps) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5">
      <legend className="mb-1.5 text-ui font-medium text-ink">{legend}</legend>
      {children}
      {hint ? <p className="text-xs text-muted">{hint}</p> : null}
    </fieldset>
  );
}
