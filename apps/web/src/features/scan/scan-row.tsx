import { Link } from "@tanstack/react-router";
import { Check, CircleHelp, LoaderCircle, RotateCcw, TriangleAlert, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { SubjectLink } from "../../components/events/subject-link.tsx";
import { Button, buttonStyles } from "../../components/ui/button.tsx";
import { cx } from "../../lib/class-names.ts";
import { useMay } from "../../lib/use-may.ts";
import { CompleteScanForm } from "./complete-scan-form.tsx";
import { type ScanEntry, sentenceOf } from "./scan-entry.ts";
import type { ScanLog } from "./use-scan-log.ts";

const MARKS: Record<ScanEntry["state"], { icon: typeof Check; tone: string }> = {
  sending: { icon: LoaderCircle, tone: "text-faint motion-safe:animate-spin" },
  counting: { icon: CircleHelp, tone: "text-accent-ink" },
  naming: { icon: CircleHelp, tone: "text-accent-ink" },
  done: { icon: Check, tone: "text-ok-ink" },
  undone: { icon: Undo2, tone: "text-muted" },
  failed: { icon: TriangleAlert, tone: "text-danger-ink" },
};

interface ScanRowProps {
  entry: ScanEntry;
  log: ScanLog;
  /** Puts the blank label that was scanned on something. */
  onClaim: (entry: ScanEntry) => void;
}

export function ScanRow({ entry, log, onClaim }: ScanRowProps) {
  const { icon: Icon, tone } = MARKS[entry.state];
  const isAsking = entry.state === "counting" || entry.state === "naming";
  return (
    <li className={cx("flex flex-col gap-2 px-4 py-3", entry.state === "undone" && "text-muted")}>
      <div className="flex items-start gap-3">
        <Icon aria-hidden className={cx("mt-0.5 size-4 shrink-0", tone)} />
        <div className="min-w-0 grow">
          <p className="text-ui">
            <Sentence entry={entry} />
          </p>
          <code className="block truncate font-mono text-xs text-muted">{entry.code}</code>
        </div>
        <RowAction entry={entry} log={log} onClaim={onClaim} />
      </div>
      {isAsking ? (
        <CompleteScanForm entry={entry} onComplete={(more) => void log.complete(entry, more)} />
      ) : null}
    </li>
  );
}

function Sentence({ entry }: { entry: ScanEntry }): ReactNode {
  const words = sentenceOf(entry);
  if (entry.state !== "done" || !entry.answer) return words;
  const { type, id, name } = entry.answer.target;
  return (
    <SubjectLink
      subject={{ subject_type: type, subject_id: id, subject_name: name }}
      className="rounded-sm hover:underline"
    >
      {words}
    </SubjectLink>
  );
}

/** The one way on: take it back, try it again, or make what is missing. */
function RowAction({ entry, log, onClaim }: ScanRowProps) {
  const mayWrite = useMay("items:write");
  const mayClaim = useMay("bins:write");
  const { state, answer, problem, code } = entry;
  if (state === "done" && answer?.event_seq)
    return (
      <Button size="sm" onClick={() => void log.undo(entry)} aria-label={`Undo ${sentenceOf(entry)}`}>
        <Undo2 aria-hidden />
        Undo
      </Button>
    );
  if (state !== "failed") return null;
  if (problem?.suggest === "create" && mayWrite)
    return (
      <Button size="sm" onClick={() => log.askForName(entry)}>
        Add it
      </Button>
    );
  if (problem?.suggest === "claim" && mayClaim)
    return (
      <Button size="sm" onClick={() => onClaim(entry)}>
        Use this label
      </Button>
    );
  if (problem?.code === "conflict" && problem.detail.startsWith("Several"))
    return (
      <Link to="/items" search={{ q: code }} className={buttonStyles({ size: "sm" })}>
        Show them
      </Link>
    );
  if (problem?.status === 422) return null; // the same again is as wrong
  return (
    <Button size="sm" onClick={() => void log.retry(entry)}>
      <RotateCcw aria-hidden />
      Try again
    </Button>
  );
}
