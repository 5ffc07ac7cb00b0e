import { KeyRound } from "lucide-react";
import type { ReactNode } from "react";
import { formatAbsolute, formatClock } from "../../lib/format.ts";
import { Time } from "../ui/time.tsx";
import { ChangeList } from "./change-list.tsx";
import { EventIcon } from "./event-icon.tsx";
import { wordsOf } from "./event-words.ts";
import type { FeedEvent } from "./feed-event.ts";

interface EventLineProps {
  event: FeedEvent;
  /** `clock` under a heading that names the day; `relative` elsewhere. */
  time?: "clock" | "relative";
  isDiffHidden?: boolean;
}

/** One thing that happened, as a sentence: who, by which key, did what to which, and what changed. */
export function EventLine({ event, time = "relative", isDiffHidden = false }: EventLineProps) {
  return (
    <article className="flex gap-3">
      <EventIcon type={event.type} />
      <div className="min-w-0 grow">
        <p className="text-ui leading-6 text-muted">
          <EventSentence event={event} />
        </p>
        {isDiffHidden ? null : <ChangeList changes={event.changes} />}
      </div>
      <span className="shrink-0 text-xs leading-6 whitespace-nowrap text-faint tabular-nums">
        {time === "relative" ? (
          <Time at={event.created_at} />
        ) : (
          <time dateTime={event.created_at} title={formatAbsolute(event.created_at)}>
            {formatClock(event.created_at)}
          </time>
        )}
      </span>
    </article>
  );
}

function EventSentence({ event }: { event: FeedEvent }) {
  const { verb, state } = wordsOf(event);
  const subject = <Strong>{event.subject_name}</Strong>;
  if (state) {
    return (
      <>
        {subject} {state}
      </>
    );
  }
  return (
    <>
      <Actor event={event} /> {verb} {subject}
    </>
  );
}

function Actor({ event }: { event: FeedEvent }) {
  if (event.api_key_name === null) return <Strong>{event.actor_name ?? "Stowage"}</Strong>;
  return (
    <span title={event.actor_name ? `A key of ${event.actor_name}` : undefined}>
      <KeyRound
        role="img"
        aria-label="API key"
        className="mr-1 inline size-3.5 -translate-y-px text-accent-ink"
      />
      <Strong>{event.api_key_name}</Strong>
    </span>
  );
}

function Strong({ children }: { children: ReactNode }) {
  return <span className="font-medium text-ink">{children}</span>;
}
