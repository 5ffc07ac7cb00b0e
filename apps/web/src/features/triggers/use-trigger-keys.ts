import type { Trigger } from "@stowage/contract/triggers";
import { useRegisterActions } from "../../lib/actions.ts";
import { switchTrigger } from "./trigger-cache.ts";

/** Keys that work on the focused row: `e` edits, `x` turns it on or off. None where `onEdit` is null. */
export function useTriggerKeys(
  triggers: readonly Trigger[],
  onEdit: ((trigger: Trigger) => void) | null,
): void {
  const onFocused = (run: (trigger: Trigger) => void) => () => {
    const id = document.activeElement?.closest<HTMLElement>("[data-trigger-id]")?.dataset.triggerId;
    const trigger = triggers.find((candidate) => candidate.id === id);
    if (trigger) run(trigger);
  };
  const common = { section: "This page", isPaletteHidden: true } as const;
  useRegisterActions(
    onEdit
      ? [
          {
            ...common,
            id: "trigger.edit",
            label: "Edit the trigger of the row",
            keys: "e",
            run: onFocused(onEdit),
          },
          {
            ...common,
            id: "trigger.switch",
            label: "Turn the trigger of the row on or off",
            keys: "x",
            run: onFocused((trigger) => void switchTrigger(trigger, !trigger.enabled)),
          },
        ]
      : [],
  );
}
