import { createContext, type ReactNode, use, useId } from "react";
import { cx } from "../../lib/class-names.ts";

interface FieldWiring {
  id: string;
  describedBy: string | undefined;
  isInvalid: boolean;
  isRequired: boolean;
}

const FieldContext = createContext<FieldWiring | null>(null);

interface FieldProps {
  label: ReactNode;
  /** Says what the label cannot; stays when an error appears. */
  hint?: ReactNode;
  error?: ReactNode;
  isRequired?: boolean;
  /** Words after the label such as "optional". */
  aside?: ReactNode;
  /** Keeps the label for screen readers alone. */
  isLabelHidden?: boolean;
  className?: string;
  children: ReactNode;
}

/** One labelled control. The control inside finds its id and descriptions by itself (see {@link useFieldControl}). */
export function Field({
  label,
  hint,
  error,
  isRequired = false,
  aside,
  isLabelHidden,
  className,
  children,
}: FieldProps) {
  const id = useId();
  const describedBy = [error ? `${id}-error` : null, hint ? `${id}-hint` : null].filter(Boolean).join(" ");
  return (
    <FieldContext
      value={{
        id,
        describedBy: describedBy === "" ? undefined : describedBy,
        isInvalid: Boolean(error),
        isRequired,
      }}
    >
      <div className={cx("flex min-w-0 flex-col gap-1.5", className)}>
        <div className={cx("flex items-baseline justify-between gap-3", isLabelHidden && "sr-only")}>
          <label htmlFor={id} className="text-ui font-medium text-ink">
            {label}
          </label>
          {aside ? <span className="text-xs text-faint">{aside}</span> : null}
        </div>
        {children}
        {error ? (
          <p id={`${id}-error`} role="alert" className="text-ui text-danger-ink">
            {error}
          </p>
        ) : null}
        {hint ? (
          <p id={`${id}-hint`} className="text-xs text-muted">
            {hint}
          </p>
        ) : null}
      </div>
    </FieldContext>
  );
}

/** The attributes that tie a control to the Field around it; nothing outside of one. */
export function useFieldControl() {
  const field = use(FieldContext);
  if (!field) return {};
  return {
    id: field.id,
    "aria-describedby": field.describedBy,
    "aria-invalid": field.isInvalid || undefined,
    "aria-required": field.isRequired || undefined,
  };
}
