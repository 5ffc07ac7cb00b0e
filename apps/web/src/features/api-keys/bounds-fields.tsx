import type { Environment } from "@stowage/contract/environments";
import type { RateLimitPair } from "@stowage/contract/limits";
import { useFormProblem } from "../../components/form/form-problem.ts";
import { Fieldset } from "./fieldset.tsx";
import type { KeyBounds } from "./key-bounds.ts";
import { NetworksField } from "./networks-field.tsx";
import { PlacesPicker } from "./places-picker.tsx";
import { RateLimitFields } from "./rate-limit-fields.tsx";

interface BoundsFieldsProps {
  value: KeyBounds;
  onValueChange: (value: KeyBounds) => void;
  /** What our own checks found, by field. */
  problems: Partial<Record<keyof KeyBounds, string>>;
  /** Whose places are chosen from, and what the key is for: they must be the same data. */
  environment: { shown: Environment; key: Environment };
  planLimit: RateLimitPair | undefined;
}

/** Where, from where and how often a key may be used (K26). Each is empty at first: then nothing is narrowed. */
export function BoundsFields({ value, onValueChange, problems, environment, planLimit }: BoundsFieldsProps) {
  const server = useFormProblem();
  const errorOf = (field: keyof KeyBounds) => problems[field] ?? server.fieldErrors[field];
  const change = (part: Partial<KeyBounds>) => {
    for (const field of Object.keys(part)) server.clearField(field);
    onValueChange({ ...value, ...part });
  };
  return (
    <>
      {environment.shown === environment.key ? (
        <PlacesPicker
          ids={value.location_ids}
          onIdsChange={(location_ids) => change({ location_ids })}
          error={errorOf("location_ids")}
        />
      ) : (
        <Fieldset legend="Places">
          <p className="text-ui text-muted">
            You are looking at {environment.shown} data. Switch to {environment.key} data to choose among its
            places.
          </p>
        </Fieldset>
      )}
      <NetworksField
        value={value.networks}
        onValueChange={(networks) => change({ networks })}
        error={errorOf("networks")}
      />
      <RateLimitFields
        value={value}
        onValueChange={change}
        errors={{ per_minute: errorOf("per_minute"), per_hour: errorOf("per_hour") }}
        planLimit={planLimit}
      />
    </>
  );
}
