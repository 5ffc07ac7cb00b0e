import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import type { LucideIcon } from "lucide-react";
import { cx } from "../../lib/class-names.ts";

export interface SegmentedOption<Value extends string = string> {
  value: Value;
  label: string;
  icon?: LucideIcon;
}

interface SegmentedProps<Value extends string> {
  value: Value;
  onValueChange: (value: Value) => void;
  options: readonly SegmentedOption<Value>[];
  /** The question that the segments answer. */
  label: string;
  /** Shows icons alone; the labels stay for screen readers. */
  isIconOnly?: boolean;
  className?: string;
}

/** One of two to four choices, all in sight. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  return (
    <RadioGroup<Value>
      value={props.value}
      onValueChange={props.onValueChange}
      aria-label={props.label}
      className={cx(
        "inline-flex w-fit gap-0.5 rounded-lg border border-line bg-sunken p-0.5",
        props.className,
      )}
    >
      {props.options.map(({ value, label, icon: Icon }) => (
        <Radio.Root
          key={value}
          value={value}
          aria-label={label}
          className="inline-flex h-7 min-w-8 cursor-pointer items-center justify-center gap-1.5 rounded-md px-2.5 text-ui text-muted transition-colors hover:text-ink data-checked:bg-surface data-checked:font-medium data-checked:text-ink data-checked:shadow-raised data-checked:ring-1 data-checked:ring-line-strong coarse:h-10 coarse:min-w-11"
        >
          {Icon ? <Icon aria-hidden className="size-4" /> : null}
          {props.isIconOnly ? null : label}
        </Radio.Root>
      ))}
    </RadioGroup>
  );
}
