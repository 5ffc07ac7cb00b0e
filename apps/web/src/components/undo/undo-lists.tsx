import { useState } from "react";
import { formatCount } from "../../lib/format.ts";
import type { Outputs } from "../../lib/trpc.ts";
import { ChangeList } from "../events/change-list.tsx";
import { EventIcon } from "../events/event-icon.tsx";
import { wordsOf } from "../events/event-words.ts";
import { Button } from "../ui/button.tsx";

type Undone = Outputs["events"]["undo"];

const SHOWN = 20;

type UndoListsProps = Undone & {
  /** All there are, where only the first are listed. */
  undone_total?: number;
  skipped_total?: number;
};

/** What stays, with the reason, and what is, or would be, put back. */
export function UndoLists({ undone, skipped, dry_run, ...totals }: UndoListsProps) {
  const { undone_total = undone.length, skipped_total = skipped.length } = totals;
  return (
    <>
      {skipped.length > 0 ? (
        <List title={`${dry_run ? "Will stay" : "Stayed"}: ${formatCount(skipped_total, "change")}`}>
          {skipped.map((one) => (
            <Row key={one.seq} {...one}>
              <p className="text-ui text-warn-ink first-letter:uppercase">{one.detail}</p>
            </Row>
          ))}
        </List>
      ) : null}
      {undone.length > 0 ? (
        <List title={`${dry_run ? "Will be put back" : "Put back"}: ${formatCount(undone_total, "change")}`}>
          {undone.map((one) => (
            <Row key={one.seq} {...one}>
              <Fate of={one} />
              <ChangeList changes={withoutFate(one.changes)} />
            </Row>
          ))}
        </List>
      ) : null}
    </>
  );
}

/** What becomes of a thing that is, or was, deleted. */
function Fate({ of: { subject_type, changes } }: { of: Undone["undone"][number] }) {
  const { deleted_at } = changes;
  if (!deleted_at) return null;
  const isGoing = deleted_at.new !== null;
  const hasTrash = subject_type === "item" || subject_type === "bin";
  const words = hasTrash
    ? isGoing
      ? "Into the trash"
      : "Out of the trash"
    : isGoing
      ? "Deleted"
      : "Made anew";
  return <p className="text-ui text-muted">{words}</p>;
}

const withoutFate = ({ deleted_at: _, ...changes }: Undone["undone"][number]["changes"]) => changes;

function List({ title, children }: { title: string; children: readonly React.ReactNode[] }) {
  const [shown, setShown] = useState(SHOWN);
  return (
    <section aria-label={title}>
      <h3 className="mb-1 text-ui font-semibold text-ink">{title}</h3>
      <ul className="divide-y divide-line rounded-md border border-line">{children.slice(0, shown)}</ul>
      {children.length > shown ? (
        <Button variant="quiet" size="sm" className="mt-1" onClick={() => setShown(shown + 10 * SHOWN)}>
          Show more ({children.length - shown})
        </Button>
      ) : null}
    </section>
  );
}

type RowProps = Pick<Undone["undone"][number], "type" | "subject_id" | "subject_name" | "seq"> & {
  children: React.ReactNode;
};

/** The event that is undone: "added M3 screws". */
function Row({ type, subject_id, subject_name, seq, children }: RowProps) {
  const { verb, state } = wordsOf({ type, subject_id, changes: {}, data: {}, ip: null, actor_user_id: null });
  return (
    <li className="flex gap-3 px-3 py-2">
      <EventIcon type={type} />
      <div className="min-w-0 grow">
        <p className="text-ui leading-6 text-muted">
          {state ? null : `${verb.charAt(0).toUpperCase()}${verb.slice(1)} `}
          <span className="font-medium text-ink">{subject_name}</span>
          {state ? ` ${state}` : null}
        </p>
        {children}
      </div>
      <span className="shrink-0 text-xs leading-6 text-faint tabular-nums">event {seq}</span>
    </li>
  );
}
