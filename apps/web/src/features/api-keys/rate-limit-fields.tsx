import type { RateLimitPair } from "@stowage/contract/limits";
import { Field } from "../../components/ui/field.tsx";
import { Input } from "../../components/ui/input.tsx";
import { formatNumber } from "../../lib/format.ts";
import { Fieldset } from "./fieldset.tsx";
import type { KeyBounds } from "./key-bounds.ts";

type Windows = Pick<KeyBounds, "per_minute" | "per_hour">;

interface RateLimitFieldsProps {
  value: Windows;
  onValueChange: (value: Windows) => void;
  errors: Partial<Record<keyof Windows, string>>;
  planLimit: RateLimitPair | undefined;
}

const WINDOWS = [
  { name: "per_minute", label: "Requests a minute" },
  { name: "per_hour", label: "Requests an hour" },
] as const;

/** A limit below the plan's, or empty boxes for the plan's. */
export function RateLimitFields({ value, onValueChange, errors, planLimit }: RateLimitFieldsProps) {
  return (
    <Fieldset
      legend="Rate limit"
      hint="Empty is what the plan allows. A lower limit keeps a runaway script from using up what others need."
    >
      <div className="grid grid-cols-2 gap-4">
        {WINDOWS.map(({ name, label }) => (
          <Field key={name} label={label} error={errors[name]}>
            <Input
              name={name}
              inputMode="numeric"
              autoComplete="off"
              className="tabular-nums"
              placeholder={planLimit ? formatNumber(planLimit[name]) : "The plan's"}
              value={value[name]}
              onChange={(event) =>
                onValueChange({ ...value, [name]: event.target.value.replaceAll(/\D/g, "").slice(0, 7) })
              }
            />
          </Field>
        ))}
      </div>
    </Fieldset>
  );
}
