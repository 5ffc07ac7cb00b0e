import { Checkbox as Base } from "@base-ui/react/checkbox";
import { Check, Minus } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "../../lib/class-names.ts";

interface CheckboxProps {
  isChecked: boolean;
  onCheckedChange: (isChecked: boolean) => void;
  /** Some, but not all, of what it stands for is chosen. */
  isMixed?: boolean;
  isDisabled?: boolean;
  label: ReactNode;
  hint?: ReactNode;
  /** Keeps the label for screen readers alone, as in a table. */
  isLabelHidden?: boolean;
  className?: string;
}

export function Checkbox(props: CheckboxProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: Base UI puts the real input inside
    <label
      className={cx(
        "flex min-h-6 items-start gap-2.5 text-ui coarse:min-h-10 coarse:items-center",
        props.className,
      )}
    >
      <Base.Root
        checked={props.isChecked}
        indeterminate={props.isMixed ?? false}
        disabled={props.isDisabled ?? false}
        onCheckedChange={props.onCheckedChange}
        className="mt-0.5 inline-flex size-4 shrink-0 items-center justify-center rounded border border-control bg-surface text-on-accent transition-colors data-checked:border-accent data-checked:bg-accent data-disabled:opacity-50 data-indeterminate:border-accent data-indeterminate:bg-accent coarse:mt-0 coarse:size-5"
      >
        <Base.Indicator className="flex">
          {props.isMixed ? (
            <Minus aria-hidden className="size-3" strokeWidth={3} />
          ) : (
            <Check aria-hidden className="size-3" strokeWidth={3} />
          )}
        </Base.Indicator>
      </Base.Root>
      <span className={cx("flex flex-col gap-0.5", props.isLabelHidden && "sr-only")}>
        <span className="text-ink">{props.label}</span>
        {props.hint ? <span className="text-xs text-muted">{props.hint}</span> : null}
      </span>
    </label>
  );
}
