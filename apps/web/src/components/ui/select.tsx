import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cx } from "../../lib/class-names.ts";
import { useFieldControl } from "./field.tsx";
import { controlStyles } from "./input.tsx";

export interface SelectOption<Value extends string = string> {
  value: Value;
  label: string;
}

type SelectProps<Value extends string> = Omit<ComponentProps<"select">, "value" | "onChange" | "children"> & {
  value: Value;
  onValueChange: (value: Value) => void;
  options: readonly SelectOption<Value>[];
};

/** A choice among a few known options, as the platform's own control: right on a phone without more code. */
export function Select<Value extends string>({
  value,
  onValueChange,
  options,
  className,
  ...props
}: SelectProps<Value>) {
  return (
    <div className={cx("relative min-w-0", className)}>
      <select
        {...useFieldControl()}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen) onValueChange(chosen.value);
        }}
        className={cx(controlStyles, "h-8 appearance-none truncate pr-8 pl-2.5 coarse:h-11")}
        {...props}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-muted"
      />
    </div>
  );
}
