import { ArrowRight } from "lucide-react";
import { ChangeValue } from "./change-value.tsx";
import { changedFields } from "./changed-fields.ts";
import { fieldLabel } from "./event-words.ts";
import type { FeedEvent } from "./feed-event.ts";

/** That a key was disabled, or a member suspended, is the verb of the sentence above. */
const SAID_BY_VERB = new Set(["disabled_at", "is_active"]);

/** What an event changed: each field with its old and its new value. */
export function ChangeList({ changes }: { changes: FeedEvent["changes"] }) {
  const fields = changedFields(changes).filter(([field]) => !SAID_BY_VERB.has(field));
  if (fields.length === 0) return null;
  return (
    <dl className="mt-1 flex flex-col gap-0.5 text-ui">
      {fields.map(([field, { old, new: current }]) => (
        <div key={field} className="flex min-w-0 flex-wrap items-baseline gap-x-2">
          <dt className="text-faint">{fieldLabel(field)}</dt>
          <dd className="flex min-w-0 flex-wrap items-baseline gap-x-1.5 text-muted tabular-nums">
            {Array.isArray(old) && Array.isArray(current) ? (
              <ListChange old={old} current={current} />
            ) : (
              <>
                <del className="decoration-line-strong">
                  <ChangeValue value={old} />
                </del>
                <ArrowRight
                  aria-label="became"
                  role="img"
                  className="size-3 shrink-0 self-center text-faint"
                />
                <ins className="text-ink no-underline">
                  <ChangeValue value={current} />
                </ins>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Of a list, only what came and what went. */
function ListChange({ old, current }: { old: readonly unknown[]; current: readonly unknown[] }) {
  const removed = old.filter((entry) => !current.includes(entry));
  const added = current.filter((entry) => !old.includes(entry));
  return (
    <>
      {removed.map((entry) => (
        <del key={String(entry)} className="decoration-line-strong">
          <ChangeValue value={entry} />
        </del>
      ))}
      {added.map((entry) => (
        <ins key={String(entry)} className="text-ink no-underline">
          + <ChangeValue value={entry} />
        </ins>
      ))}
    </>
  );
}
