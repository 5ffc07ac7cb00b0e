import type { ComponentProps } from "react";
import { cx } from "../../lib/class-names.ts";
import { useFieldControl } from "./field.tsx";
import { controlStyles } from "./input.tsx";

/** Grows with its text where the browser can. */
export function Textarea({ className, rows = 3, ...props }: ComponentProps<"textarea">) {
  return (
    <textarea
      {...useFieldControl()}
      rows={rows}
      className={cx(
        controlStyles,
        "field-sizing-content max-h-64 min-h-18 resize-y px-2.5 py-1.5",
        className,
      )}
      {...props}
    />
  );
}
