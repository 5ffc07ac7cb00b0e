import { Ban } from "lucide-react";
import { useBoundField } from "../../components/form/use-bound-field.ts";
import { Button } from "../../components/ui/button.tsx";
import { Field } from "../../components/ui/field.tsx";
import { Input } from "../../components/ui/input.tsx";
import { cx } from "../../lib/class-names.ts";

/** The colours of tape and boxes that shops sell. */
const COLORS = [
  { value: "#d64545", label: "Red" },
  { value: "#e08a2e", label: "Orange" },
  { value: "#d9b92f", label: "Yellow" },
  { value: "#4b9b4f", label: "Green" },
  { value: "#2f9c95", label: "Teal" },
  { value: "#2f6fde", label: "Blue" },
  { value: "#8a56c9", label: "Purple" },
  { value: "#c95693", label: "Pink" },
  { value: "#7a6250", label: "Brown" },
  { value: "#6b7280", label: "Grey" },
];
const ICONS = ["📦", "🔩", "🔧", "🪛", "🔌", "🧵", "🍎", "💊", "🧴", "📚", "🎄", "🧰"];

const swatchStyles =
  "relative inline-flex size-7 items-center justify-center rounded-md ring-line-strong has-checked:ring-2 has-checked:ring-accent-ink has-checked:ring-offset-2 has-checked:ring-offset-surface has-focus-visible:outline-2 has-focus-visible:outline-accent-ink has-focus-visible:outline-offset-4 coarse:size-10";

/** The colour of a bin, so that one sees it on a shelf. Stands in an `AppField`. */
export function ColorField() {
  const field = useBoundField<string | null>();
  const choices =
    field.value === null || COLORS.some(({ value }) => value === field.value)
      ? COLORS
      : [...COLORS, { value: field.value, label: field.value }];
  return (
    <fieldset>
      <legend className="mb-2 text-ui font-medium text-ink">Colour</legend>
      <div className="flex flex-wrap gap-2.5">
        <label className={cx(swatchStyles, "border border-line-strong text-faint")} title="None">
          <input
            type="radio"
            name="color"
            aria-label="No colour"
            className="absolute inset-0 opacity-0"
            checked={field.value === null}
            onChange={() => field.change(null)}
          />
          <Ban aria-hidden className="size-3.5" />
        </label>
        {choices.map(({ value, label }) => (
          <label key={value} className={swatchStyles} style={{ backgroundColor: value }} title={label}>
            <input
              type="radio"
              name="color"
              aria-label={label}
              className="absolute inset-0 opacity-0"
              checked={field.value === value}
              onChange={() => field.change(value)}
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** A sign for a bin, before its name. Stands in an `AppField`. */
export function IconField() {
  const field = useBoundField<string>();
  return (
    <Field label="Icon" aside="Optional" error={field.error}>
      <div className="flex flex-wrap items-center gap-1">
        <Input
          name="icon"
          autoComplete="off"
          maxLength={50}
          placeholder="📦"
          className="w-16 text-center"
          value={field.value}
          onChange={(event) => field.change(event.target.value)}
        />
        {ICONS.map((icon) => (
          <Button
            key={icon}
            variant="quiet"
            aria-label={`Icon ${icon}`}
            aria-pressed={field.value === icon}
            onClick={() => field.change(field.value === icon ? "" : icon)}
            className={cx("px-1.5 text-base", field.value === icon && "bg-accent-soft")}
          >
            {icon}
          </Button>
        ))}
      </div>
    </Field>
  );
}
