import { Switch as Base } from "@base-ui/react/switch";
import type { ReactNode } from "react";
import { cx } from "../../lib/class-names.ts";

interface SwitchProps {
  isOn: boolean;
  onToggle: (isOn: boolean) => void;
  label: ReactNode;
  hint?: ReactNode;
  isDisabled?: boolean;
  /** Keeps the label for screen readers alone, as in a table. */
  isLabelHidden?: boolean;
}

/** Something that is on or off and takes effect at once. */
export function Switch({
  isOn,
  onToggle,
  label,
  hint,
  isDisabled = false,
  isLabelHidden = false,
}: SwitchProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: Base UI puts the real input inside
    <label className="flex items-start justify-between gap-4 text-ui coarse:min-h-10 coarse:items-center">
      <span className={cx("flex min-w-0 flex-col gap-0.5", isLabelHidden && "sr-only")}>
        <span className="text-ink">{label}</span>
        {hint ? <span className="text-xs text-muted">{hint}</span> : null}
      </span>
      <Base.Root
        checked={isOn}
        onCheckedChange={onToggle}
        disabled={isDisabled}
        className="mt-0.5 inline-flex h-4.5 w-8 shrink-0 items-center rounded-full bg-control p-0.5 transition-colors data-checked:bg-accent data-disabled:opacity-50 coarse:h-6 coarse:w-11"
      >
        <Base.Thumb className="size-3.5 rounded-full bg-on-accent shadow-raised transition-transform data-checked:translate-x-3.5 coarse:size-5 coarse:data-checked:translate-x-5" />
      </Base.Root>
    </label>
  );
}
