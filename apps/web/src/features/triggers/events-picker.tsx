import { Combobox as Base } from "@base-ui/react/combobox";
import { TRIGGER_EVENT_TYPES_MAX } from "@stowage/contract/limits";
import { Check, ChevronDown, Plus } from "lucide-react";
import { controlStyles } from "../../components/ui/input.tsx";
import { cx } from "../../lib/class-names.ts";
import {
  chosenEvents,
  EVENT_CHOICES,
  type EventChoice,
  type EventChoiceGroup,
  eventWords,
} from "./event-choices.ts";
import { TokenChip } from "./token-chip.tsx";
import { tokenStyles } from "./token-select.tsx";

interface EventsPickerProps {
  value: readonly string[];
  onValueChange: (value: string[]) => void;
  isInvalid: boolean;
  describedBy?: string | undefined;
}

const choiceOf = (value: string): EventChoice => ({ value, label: eventWords(value) });

/** What fires a trigger: the chosen events as words of the sentence, and a list to find more by typing. */
export function EventsPicker({ value, onValueChange, isInvalid, describedBy }: EventsPickerProps) {
  const isFull = value.length >= TRIGGER_EVENT_TYPES_MAX;
  return (
    <div className="flex flex-wrap items-center gap-x-1.5 gap-y-2">
      {value.map((glob, index) => (
        <span key={glob} className="contents">
          {index > 0 ? <span className="text-ui text-muted">or</span> : null}
          <TokenChip
            removeLabel={`Not when ${eventWords(glob)}`}
            onRemove={() => onValueChange(value.filter((other) => other !== glob))}
          >
            {eventWords(glob)}
          </TokenChip>
        </span>
      ))}
      <Base.Root<EventChoice, true>
        multiple
        items={EVENT_CHOICES}
        value={value.map(choiceOf)}
        onValueChange={(chosen) =>
          onValueChange(
            chosenEvents(
              value,
              chosen.map((choice) => choice.value),
            ).slice(0, TRIGGER_EVENT_TYPES_MAX),
          )
        }
        isItemEqualToValue={(one, other) => one.value === other.value}
        itemToStringLabel={({ label }) => label}
        itemToStringValue={(choice) => choice.value}
        autoHighlight
      >
        <Base.Trigger
          aria-label={value.length === 0 ? "Choose what fires it" : "Change what fires it"}
          aria-invalid={isInvalid || undefined}
          aria-describedby={describedBy}
          className={cx(
            value.length === 0
              ? tokenStyles
              : "h-8 rounded-md px-2 text-ui text-muted hover:bg-hover hover:text-ink coarse:h-11",
            "inline-flex items-center gap-1.5",
          )}
        >
          {value.length === 0 ? (
            <>
              choose what happens
              <ChevronDown aria-hidden className="size-3.5" />
            </>
          ) : (
            <>
              <Plus aria-hidden className="size-3.5" />
              {isFull ? "change" : "or…"}
            </>
          )}
        </Base.Trigger>
        <Base.Portal>
          <Base.Positioner align="start" sideOffset={4} collisionPadding={8} className="z-50 outline-none">
            <Base.Popup
              aria-label="What fires it"
              className="flex max-h-[min(24rem,var(--available-height))] w-84 max-w-[calc(100vw-1rem)] flex-col rounded-lg bg-surface text-ui text-ink shadow-popup"
            >
              <div className="border-b border-line p-2">
                <Base.Input
                  aria-label="Find what happens"
                  placeholder="Find: low, expire, moved…"
                  className={cx(controlStyles, "h-8 px-2.5 coarse:h-11")}
                />
              </div>
              <Base.Empty className="px-3 py-3 text-muted empty:hidden">Nothing is called so.</Base.Empty>
              <Base.List className="overflow-y-auto p-1 empty:hidden">
                {(group: EventChoiceGroup) => (
                  <Base.Group key={group.label} items={group.items} className="pb-1">
                    <Base.GroupLabel className="px-2 pt-2 pb-1 text-xs font-medium text-muted">
                      {group.label}
                    </Base.GroupLabel>
                    <Base.Collection>
                      {(choice: EventChoice) => (
                        <Base.Item
                          key={choice.value}
                          value={choice}
                          disabled={isFull && !value.includes(choice.value)}
                          className="flex min-h-8 cursor-pointer items-center gap-2 rounded-md px-2 py-1 outline-none select-none data-disabled:opacity-50 data-highlighted:bg-hover coarse:min-h-11"
                        >
                          <span className="inline-flex size-4 shrink-0">
                            <Base.ItemIndicator>
                              <Check aria-hidden className="size-4 text-accent-ink" />
                            </Base.ItemIndicator>
                          </span>
                          {choice.label}
                        </Base.Item>
                      )}
                    </Base.Collection>
                  </Base.Group>
                )}
              </Base.List>
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    </div>
  );
}
