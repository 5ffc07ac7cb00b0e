import { X } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "../../components/ui/icon-button.tsx";

interface SentenceRowProps {
  /** The word that it begins with: "When". */
  word: string;
  onRemove?: (() => void) | undefined;
  /** What is removed, for the button's name. */
  removeLabel?: string;
  children: ReactNode;
}

/** One line of the sentence: its first word, its parts, and the way to take it out. */
export function SentenceRow({ word, onRemove, removeLabel = "Remove", children }: SentenceRowProps) {
  return (
    <div className="grid grid-cols-[3rem_minmax(0,1fr)_auto] gap-x-2 py-2 max-sm:grid-cols-[minmax(0,1fr)_auto]">
      <span className="pt-1.5 text-ui text-muted max-sm:col-span-2 max-sm:pt-0 max-sm:pb-1">{word}</span>
      <div className="flex min-w-0 flex-col gap-2">{children}</div>
      {onRemove ? <IconButton icon={X} label={removeLabel} onClick={onRemove} /> : <span />}
    </div>
  );
}

/** What is wrong with a part, below it. */
export function PartProblem({ id, children }: { id?: string; children: string | undefined }) {
  if (children === undefined) return null;
  return (
    <p id={id} role="alert" className="text-ui text-danger-ink">
      {children}
    </p>
  );
}
