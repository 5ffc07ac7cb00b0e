import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import type { Scope } from "@stowage/contract/scopes";
import { cx } from "../../lib/class-names.ts";
import { joinWords } from "./access-words.ts";
import {
  type AccessLevel,
  levelOf,
  levelsOffered,
  looseLevelsOf,
  type ScopeResource,
  withLevel,
} from "./scope-choice.ts";

const LEVELS: readonly { level: AccessLevel; label: string; name: string }[] = [
  { level: "none", label: "None", name: "None" },
  { level: "read", label: "Read", name: "Read" },
  { level: "write", label: "+ Write", name: "Read and write" },
  { level: "delete", label: "+ Delete", name: "Read, write and delete" },
];

interface AccessLevelRowProps {
  resource: ScopeResource;
  scopes: readonly Scope[];
  grantable: readonly Scope[];
  onScopesChange: (scopes: Scope[]) => void;
}

/** How far a key may go with one resource. Each step takes in the ones before it, and the tint shows that. */
export function AccessLevelRow({ resource, scopes, grantable, onScopesChange }: AccessLevelRowProps) {
  const offered = levelsOffered(resource, grantable);
  const loose = looseLevelsOf(resource, scopes);
  const isLoose = loose.length > 0;
  const reached = isLoose ? -1 : LEVELS.findIndex(({ level }) => level === levelOf(resource, scopes));
  return (
    <fieldset className="min-w-0">
      <legend className="sr-only">{resource.label}</legend>
      <div className="flex items-center justify-between gap-x-4 px-3 py-1.5 max-sm:flex-col max-sm:items-stretch max-sm:gap-1">
        <span aria-hidden className="text-ui text-ink">
          {resource.label}
        </span>
        <RadioGroup<AccessLevel | null>
          // Null when the scopes are none of the levels: then no choice may look made.
          value={LEVELS[reached]?.level ?? null}
          onValueChange={(level) => level && onScopesChange(withLevel(resource, level, scopes))}
          aria-label={resource.label}
          className="grid w-72 grid-cols-4 gap-0.5 max-sm:w-full"
        >
          {LEVELS.map(({ level, label, name }, position) =>
            offered.includes(level) ? (
              <Radio.Root
                key={level}
                value={level}
                aria-label={name}
                className={cx(
                  "inline-flex h-7 cursor-pointer items-center justify-center rounded-md text-ui text-muted transition-colors select-none hover:bg-hover hover:text-ink coarse:h-10",
                  (loose.includes(level) || (position > 0 && position < reached)) &&
                    "bg-accent-soft text-accent-ink",
                  "data-checked:font-medium data-checked:ring-1",
                  reached === 0
                    ? "data-checked:bg-hover data-checked:text-ink data-checked:ring-line-strong"
                    : "data-checked:bg-accent-soft data-checked:text-accent-ink data-checked:ring-accent-ink",
                )}
              >
                {label}
              </Radio.Root>
            ) : null,
          )}
        </RadioGroup>
      </div>
      {isLoose ? (
        <p className="px-3 pb-1.5 text-xs text-warn-ink sm:text-right">
          Only {joinWords(loose)}. Choose a level to change that.
        </p>
      ) : null}
    </fieldset>
  );
}
