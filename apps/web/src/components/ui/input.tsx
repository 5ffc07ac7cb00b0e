import type { ComponentProps } from "react";
import { cx } from "../../lib/class-names.ts";
import { useFieldControl } from "./field.tsx";

/** What all boxes one types into share. 16 px on touch screens, since iOS zooms into anything smaller. */
export const controlStyles =
  "w-full min-w-0 rounded-md border border-control bg-surface text-ui text-ink shadow-raised transition-colors duration-100 hover:border-muted focus-visible:border-accent-ink focus-visible:outline-1 focus-visible:outline-offset-0 disabled:cursor-not-allowed disabled:bg-sunken disabled:text-muted aria-invalid:border-danger aria-invalid:focus-visible:outline-danger coarse:text-base";

export function Input({ className, ...props }: ComponentProps<"input">) {
  return (
    <input
      {...useFieldControl()}
      className={cx(
        controlStyles,
        "h-8 px-2.5 coarse:h-11",
        props.type === "number" && "tabular-nums",
        className,
      )}
      {...props}
    />
  );
}
