import { ChevronDown, Undo2 } from "lucide-react";
import { useId, useState } from "react";
import { cx } from "../../lib/class-names.ts";
import { useMay } from "../../lib/use-may.ts";
import { Badge } from "../ui/badge.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { UndoDialog } from "../undo/undo-dialog.tsx";
import { ChangeList } from "./change-list.tsx";
import { EventFacts } from "./event-facts.tsx";
import { EventLine } from "./event-line.tsx";
import { isUndoable } from "./event-words.ts";
import type { FeedEvent } from "./feed-event.ts";

interface EventEntryProps {
  event: FeedEvent;
  time?: "clock" | "relative";
}

/** An event that unfolds to its whole diff and its circumstances, and that can be undone. */
export function EventEntry({ event, time }: EventEntryProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [isUndoing, setIsUndoing] = useState(false);
  const mayWrite = useMay("items:write");
  const details = useId();
  const undoes = typeof event.data.undoes === "number" ? event.data.undoes : null;
  return (
    <EventLine
      event={event}
      {...(time && { time })}
      isDiffHidden={isOpen}
      aside={
        <span className="-my-1 -mr-2 flex items-start max-sm:col-start-3 max-sm:row-span-2 max-sm:row-start-1">
          {mayWrite && isUndoable(event) ? (
            <IconButton
              icon={Undo2}
              label={`Undo: ${event.subject_name}, event ${event.seq}`}
              onClick={() => setIsUndoing(true)}
            />
          ) : (
            <span className="w-8 coarse:w-10" />
          )}
          <IconButton
            icon={ChevronDown}
            label={isOpen ? "Show less" : "Show all of it"}
            aria-expanded={isOpen}
            aria-controls={details}
            className={cx("[&_svg]:transition-transform", isOpen && "[&_svg]:rotate-180")}
            onClick={() => setIsOpen(!isOpen)}
          />
        </span>
      }
    >
      {event.undone_by === null && undoes === null ? null : (
        <p className="mt-1 flex flex-wrap gap-1.5">
          {undoes === null ? null : <Badge tone="accent">Undoes event {undoes}</Badge>}
          {event.undone_by === null ? null : <Badge tone="warn">Undone by event {event.undone_by}</Badge>}
        </p>
      )}
      <div id={details}>
        {isOpen ? (
          <>
            <ChangeList changes={event.changes} isWhole />
            <EventFacts event={event} />
          </>
        ) : null}
      </div>
      <UndoDialog
        isOpen={isUndoing}
        onClose={() => setIsUndoing(false)}
        whose={{ kind: "event", seq: event.seq, name: event.subject_name }}
      />
    </EventLine>
  );
}
