import { ArrowRight } from "lucide-react";
import { formatNumber } from "../../lib/format.ts";
import { ChangeValue } from "./change-value.tsx";
import { changedFields } from "./changed-fields.ts";
import { fieldLabel } from "./event-words.ts";
import type { FeedEvent } from "./feed-event.ts";
import { diffText } from "./text-diff.ts";

/** That a key was disabled, or a member suspended, is the verb of the sentence above. */
const SAID_BY_VERB = new Set(["disabled_at", "is_active"]);

interface ChangeListProps {
  changes: FeedEvent["changes"];
  /** Long texts whole, with what changed in them; else each value in one line. */
  isWhole?: boolean;
}

/** What an event changed: each field with its old and its new value. */
export function ChangeList({ changes, isWhole = false }: ChangeListProps) {
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
            ) : isWhole && isText(old) && isText(current) ? (
              <TextChange old={old ?? ""} current={current ?? ""} />
            ) : (
              <ValueChange old={old} current={current} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const LONG_TEXT = 60;

/** A text that says more when its words are compared; an id is none. */
function isText(value: unknown): value is string | null {
  return (
    value === null ||
    (typeof value === "string" && (value === "" || value.length > LONG_TEXT || /\s/.test(value)))
  );
}

function ValueChange({ old, current }: { old: unknown; current: unknown }) {
  const isNumber = typeof old === "number" && typeof current === "number";
  return (
    <>
      <del className="decoration-line-strong">
        <ChangeValue value={old} />
      </del>
      <ArrowRight aria-label="became" role="img" className="size-3 shrink-0 self-center text-faint" />
      <ins className="text-ink no-underline">
        <ChangeValue value={current} />
      </ins>
      {isNumber ? <span className="text-faint">({signed(current - old)})</span> : null}
    </>
  );
}

/** `+3`, `−0.5`: with a real minus sign. */
function signed(difference: number): string {
  return `${difference < 0 ? "−" : "+"}${formatNumber(Math.abs(difference))}`;
}

/** A text with what went struck out and what came marked, line breaks kept. */
function TextChange({ old, current }: { old: string; current: string }) {
  return (
    <span className="max-h-60 min-w-0 overflow-y-auto break-words whitespace-pre-wrap">
      {diffText(old, current).map(({ kind, text }, index) => {
        const key = `${index}${kind}`; // a diff never reorders
        if (kind === "gone")
          return (
            <del key={key} className="bg-danger-soft text-danger-ink">
              {text}
            </del>
          );
        if (kind === "new")
          return (
            <ins key={key} className="bg-ok-soft text-ok-ink no-underline">
              {text}
            </ins>
          );
        return <span key={key}>{text}</span>;
      })}
    </span>
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
