import { PRESETS } from "@stowage/contract/presets";
import type { Scope } from "@stowage/contract/scopes";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { RadioGroup } from "../../components/ui/radio-group.tsx";
import { Fieldset } from "./fieldset.tsx";
import { type PresetChoice, presetsOffered, scopesOfPreset } from "./preset-choice.ts";
import { ScopePicker } from "./scope-picker.tsx";

interface Access {
  preset: PresetChoice;
  scopes: Scope[];
}

interface AccessPickerProps extends Access {
  /** What the maker may do: nothing beyond it is offered. */
  grantable: readonly Scope[];
  error?: string | undefined;
  onAccessChange: (access: Access) => void;
}

/** What a key may do: a preset, or resource by resource, starting from the preset that was chosen before. */
export function AccessPicker({ preset, scopes, grantable, error, onAccessChange }: AccessPickerProps) {
  const [first] = useState(preset);
  const presets = presetsOffered(grantable).map((name) => ({
    value: name as PresetChoice,
    label: PRESETS[name].label,
    hint: PRESETS[name].description,
  }));
  return (
    <Fieldset legend="Access">
      <RadioGroup<PresetChoice>
        label="Access"
        look="cards"
        value={preset}
        options={[...presets, { value: "custom", label: "Custom", hint: "Choose resource by resource." }]}
        onValueChange={(choice) =>
          onAccessChange({
            preset: choice,
            scopes: choice === "custom" ? scopes : scopesOfPreset(choice, grantable),
          })
        }
        className="grid gap-2 sm:grid-cols-2"
      />
      {preset === "custom" ? (
        <ScrolledTo isWanted={first !== "custom"}>
          <ScopePicker
            scopes={scopes}
            grantable={grantable}
            onScopesChange={(chosen) => onAccessChange({ preset: "custom", scopes: chosen })}
          />
        </ScrolledTo>
      ) : null}
      {error ? (
        <p role="alert" className="text-ui text-danger-ink">
          {error}
        </p>
      ) : null}
    </Fieldset>
  );
}

/** Shows itself when it appears below the fold of what scrolls, unless it was there from the start. */
function ScrolledTo({ isWanted, children }: { isWanted: boolean; children: ReactNode }) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isWanted) element.current?.scrollIntoView({ block: "nearest" });
  }, [isWanted]);
  return <div ref={element}>{children}</div>;
}
