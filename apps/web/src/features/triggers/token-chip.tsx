import { X } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "../../lib/class-names.ts";
import { tokenStyles } from "./token-select.tsx";

interface TokenChipProps {
  /** What the cross does, for its name: "Take out pantry". */
  removeLabel: string;
  onRemove: () => void;
  children: ReactNode;
}

/** One of several words of the sentence, with a cross that takes it out. */
export function TokenChip({ removeLabel, onRemove, children }: TokenChipProps) {
  return (
    <span
      className={cx(
        tokenStyles,
        "inline-flex items-center pr-0 hover:border-transparent coarse:h-auto coarse:min-h-11",
      )}
    >
      <span className="min-w-0 truncate coarse:whitespace-normal">{children}</span>
      <button
        type="button"
        aria-label={removeLabel}
        onClick={onRemove}
        className="inline-flex size-7 shrink-0 items-center justify-center rounded-md hover:text-ink coarse:size-10"
      >
        <X aria-hidden className="size-3.5" />
      </button>
    </span>
  );
}
