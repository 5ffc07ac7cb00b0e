import { ListChecks, type LucideIcon, X } from "lucide-react";
import { formatCount, formatNumber } from "../../lib/format.ts";
import { SELECT_ALL_MAX, type Selecting } from "../../lib/use-row-selection.ts";
import { Button } from "../ui/button.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import type { BulkFailure } from "./bulk-work.ts";

export interface SelectionAction {
  label: string;
  icon: LucideIcon;
  tone?: "danger";
  run: () => void;
}

interface SelectionBarProps {
  noun: string;
  selection: Omit<Selecting<unknown>, "keep">;
  /** All rows that the list has, once the server has said. */
  total: number | undefined;
  actions: readonly SelectionAction[];
  progress: { done: number; of: number } | null;
  failures: readonly BulkFailure<{ id: string; name: string }>[];
  onDismissFailures: () => void;
}

/** Floats over the end of the window while rows are chosen: how many, what can be done with them, how far it is. */
export function SelectionBar(props: SelectionBarProps) {
  const { noun, selection, total = 0, progress, failures } = props;
  const { isSelecting, isAddingAll } = selection;
  const count = selection.selected.size;
  const isBusy = progress !== null || isAddingAll;
  if (!isSelecting && failures.length === 0) return null;
  return (
    <div className="pointer-events-none sticky bottom-[calc(var(--tab-bar-height)+0.75rem+env(safe-area-inset-bottom))] z-20 mt-3 flex flex-col items-center gap-2">
      {failures.length > 0 ? <FailureList {...props} /> : null}
      {isSelecting ? (
        <section
          aria-label="Selection"
          className="pointer-events-auto flex max-w-full items-center gap-1 rounded-xl bg-surface p-1.5 text-ui shadow-popup max-sm:w-full max-sm:justify-between"
        >
          <IconButton icon={X} label="Clear the selection" onClick={selection.clear} />
          <p role="status" className="px-1 font-medium whitespace-nowrap tabular-nums">
            {progress ? (
              `${formatNumber(progress.done)} of ${formatNumber(progress.of)}…`
            ) : (
              <>
                {formatNumber(count)}
                <span className="max-sm:sr-only"> selected</span>
              </>
            )}
          </p>
          {count < Math.min(total, SELECT_ALL_MAX) ? (
            <Button
              variant="quiet"
              size="sm"
              aria-label={allWords(total, noun)}
              title={allWords(total, noun)}
              isBusy={isAddingAll}
              disabled={progress !== null}
              onClick={() => void selection.addAll()}
              className="max-sm:size-10 max-sm:px-0"
            >
              <ListChecks aria-hidden className="sm:hidden" />
              <span className="max-sm:hidden">{allWords(total, noun)}</span>
            </Button>
          ) : null}
          <span className="mx-1 h-5 w-px bg-line max-sm:hidden" />
          <div className="flex items-center gap-0.5">
            {props.actions.map(({ label, icon: Icon, tone, run }) => (
              <Button
                key={label}
                variant={tone === "danger" ? "quiet-danger" : "quiet"}
                size="sm"
                aria-label={label}
                title={label}
                disabled={count === 0 || isBusy}
                onClick={run}
                className="max-sm:size-10 max-sm:px-0"
              >
                <Icon aria-hidden />
                <span className="max-lg:hidden">{label}</span>
              </Button>
            ))}
          </div>
        </section>
      ) : null}
    </div>
  );
}

const allWords = (total: number, noun: string) =>
  total > SELECT_ALL_MAX
    ? `Select the first ${formatNumber(SELECT_ALL_MAX)}`
    : `Select all ${formatCount(total, noun)}`;

const FAILURES_SHOWN = 50;

function FailureList({ noun, failures, onDismissFailures }: SelectionBarProps) {
  return (
    <section
      role="alert"
      aria-label="What was not done"
      className="pointer-events-auto w-full max-w-xl rounded-xl bg-surface p-3 text-ui shadow-popup"
    >
      <div className="flex items-center justify-between gap-2">
        <p className="font-medium text-danger-ink">
          {formatCount(failures.length, noun)} could not be changed, and stayed selected.
        </p>
        <IconButton icon={X} label="Dismiss" onClick={onDismissFailures} />
      </div>
      <ul className="max-h-40 overflow-y-auto">
        {failures.slice(0, FAILURES_SHOWN).map(({ thing, reason }) => (
          <li key={thing.id} className="py-0.5">
            <span className="font-medium">{thing.name}</span> <span className="text-muted">{reason}</span>
          </li>
        ))}
      </ul>
      {failures.length > FAILURES_SHOWN ? (
        <p className="text-muted">and {formatNumber(failures.length - FAILURES_SHOWN)} more.</p>
      ) : null}
    </section>
  );
}
