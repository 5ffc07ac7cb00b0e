import { grants, SCOPES, type Scope } from "@stowage/contract/scopes";
import { Checkbox } from "../../components/ui/checkbox.tsx";
import { AccessLevelRow } from "./access-level-row.tsx";
import { SCOPE_RESOURCES, SCOPE_TOGGLES, withToggle } from "./scope-choice.ts";

interface ScopePickerProps {
  scopes: readonly Scope[];
  /** Scopes that may be handed out; the others are not offered. */
  grantable: readonly Scope[];
  onScopesChange: (scopes: Scope[]) => void;
}

/** Access by resource. `admin:*` stands apart and replaces all the rest. */
export function ScopePicker({ scopes, grantable, onScopesChange }: ScopePickerProps) {
  const holdsEverything = scopes.includes("admin:*");
  const toggles = SCOPE_TOGGLES.filter(({ scope }) => grants(grantable, scope));
  return (
    <div className="mt-1 flex flex-col gap-3">
      {holdsEverything ? null : (
        <div className="rounded-lg border border-line">
          <div className="divide-y divide-line">
            {SCOPE_RESOURCES.map((resource) => (
              <AccessLevelRow
                key={resource.name}
                resource={resource}
                scopes={scopes}
                grantable={grantable}
                onScopesChange={onScopesChange}
              />
            ))}
          </div>
          <fieldset className="border-t border-line px-3 py-2.5">
            <legend className="sr-only">Beside the inventory</legend>
            <div className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
              {toggles.map(({ scope, label }) => (
                <Checkbox
                  key={scope}
                  label={label}
                  isChecked={scopes.includes(scope)}
                  onCheckedChange={(isOn) => onScopesChange(withToggle(scope, isOn, scopes))}
                />
              ))}
            </div>
          </fieldset>
        </div>
      )}
      {grants(grantable, "admin:*") ? (
        <div className="rounded-lg border border-danger/40 bg-danger-soft px-3 py-2.5">
          <Checkbox
            label={SCOPES["admin:*"].label}
            hint={SCOPES["admin:*"].description}
            isChecked={holdsEverything}
            onCheckedChange={(isOn) => onScopesChange(isOn ? ["admin:*"] : [])}
          />
        </div>
      ) : null}
    </div>
  );
}
