import { Radio } from "@base-ui/react/radio";
import { RadioGroup as Base } from "@base-ui/react/radio-group";
import type { ReactNode } from "react";
import { cx } from "../../lib/class-names.ts";

export interface RadioOption<Value extends string = string> {
  value: Value;
  label: ReactNode;
  hint?: ReactNode;
  isDisabled?: boolean;
}

interface RadioGroupProps<Value extends string> {
  value: Value;
  onValueChange: (value: Value) => void;
  options: readonly RadioOption<Value>[];
  /** The question that the options answer. */
  label: string;
  /** `cards` for choices that need a sentence each, `list` for short ones. */
  look?: "list" | "cards";
  className?: string;
}

export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const isCards = props.look === "cards";
  return (
    <Base<Value>
      value={props.value}
      onValueChange={props.onValueChange}
      aria-label={props.label}
      className={cx("flex flex-col", isCards ? "gap-2" : "gap-1", props.className)}
    >
      {props.options.map((option) => (
        // biome-ignore lint/a11y/noLabelWithoutControl: Base UI puts the real input inside
        <label
          key={option.value}
          className={cx(
            "flex items-start gap-2.5 text-ui coarse:min-h-10",
            isCards
              ? "rounded-lg border border-line-strong p-3 transition-colors hover:bg-hover has-data-checked:border-accent-ink has-data-checked:bg-accent-soft"
              : "py-0.5 coarse:items-center",
          )}
        >
          <Radio.Root
            value={option.value}
            disabled={option.isDisabled ?? false}
            className="mt-0.5 inline-flex size-4 shrink-0 items-center justify-center rounded-full border border-control bg-surface data-checked:border-accent data-checked:bg-accent data-disabled:opacity-50 coarse:mt-0 coarse:size-5"
          >
            <Radio.Indicator className="size-1.5 rounded-full bg-on-accent" />
          </Radio.Root>
          <span className="flex min-w-0 flex-col gap-0.5">
            <span className={cx("text-ink", isCards && "font-medium")}>{option.label}</span>
            {option.hint ? <span className="text-xs text-muted">{option.hint}</span> : null}
          </span>
        </label>
      ))}
    </Base>
  );
}
