import { X } from "lucide-react";

interface Chip {
  key: string;
  label: string;
  onRemove: () => void;
}

/** The filters that are on, each to be taken off. */
export function FilterChips({ chips }: { chips: readonly Chip[] }) {
  if (chips.length === 0) return null;
  return (
    <ul aria-label="Filters" className="mb-3 flex flex-wrap gap-1.5">
      {chips.map(({ key, label, onRemove }) => (
        <li
          key={key}
          className="inline-flex h-7 max-w-full items-center rounded-md bg-accent-soft pl-2 text-ui text-accent-ink coarse:h-10"
        >
          <span className="truncate">{label}</span>
          <button
            type="button"
            aria-label={`Remove the filter ${label}`}
            onClick={onRemove}
            className="inline-flex size-7 shrink-0 items-center justify-center rounded-md hover:text-ink coarse:size-10"
          >
            <X aria-hidden className="size-3.5" />
          </button>
        </li>
      ))}
    </ul>
  );
}
