import type { Bin } from "@stowage/contract/bins";
import { type Action, useRegisterActions } from "../../lib/actions.ts";

/** `e` edits the bin of the focused row; nothing does where `onEdit` is null. */
export function useBinKeys(bins: readonly Bin[], onEdit: ((bin: Bin) => void) | null): void {
  const edit: Action[] = [
    {
      id: "bin.edit",
      label: "Edit the bin of the row",
      section: "This page",
      keys: "e",
      isPaletteHidden: true,
      run: () => {
        const id = document.activeElement?.closest<HTMLElement>("[data-bin-id]")?.dataset.binId;
        const bin = bins.find((candidate) => candidate.id === id);
        if (bin) onEdit?.(bin);
      },
    },
  ];
  useRegisterActions(onEdit ? edit : []);
}
