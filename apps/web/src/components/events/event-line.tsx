import { KeyRound } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "../../lib/class-names.ts";
import { formatAbsolute, formatClock } from "../../lib/format.ts";
import { Time } from "../ui/time.tsx";
import { ChangeList } from "./change-list.tsx";
import { EventIcon } from "./event-icon.tsx";
import { wordsOf } from "./event-words.ts";
import type { FeedEvent } from "./feed-event.ts";
import { PersonName } from "./person-name.tsx";
import { TriggerName } from "./trigger-name.tsx";

interface EventLineProps {
  event: FeedEvent;
  /** `clock` under a heading that names the day; `relative` elsewhere. */
  time?: "clock" | "relative";
  isDiffHidden?: boolean;
  /** Beside the time, such as buttons. */
  aside?: ReactNode;
  /** Below the changes. */
  children?: ReactNode;
}

/** One thing that happened, as a sentence: who, by which key, did what to which, and what changed. */
export function EventLine({
  event,
  time = "relative",
  isDiffHidden = false,
  aside,
  children,
}: EventLineProps) {
  return (
    <article
      className={cx(
        "grid gap-x-3 max-sm:grid-cols-[auto_minmax(0,1fr)_auto]",
        aside ? "grid-cols-[auto_minmax(0,1fr)_auto_auto]" : "grid-cols-[auto_minmax(0,1fr)_auto]",
      )}
    >
      <EventIcon type={event.type} />
      <div className="min-w-0">
        <p className="text-ui leading-6 text-muted">
          <EventSentence event={event} />
        </p>
        {isDiffHidden ? null : <ChangeList changes={event.changes} />}
        {children}
      </div>
      <span className="text-xs leading-6 whitespace-nowrap text-faint tabular-nums max-sm:col-start-2 max-sm:row-start-2">
        {time === "relative" ? (
          <Time at={event.created_at} />
        ) : (
          <time dateTime={event.created_at} title={formatAbsolute(event.created_at)}>
            {formatClock(event.created_at)}
          </time>
        )}
      </span>
      {aside}
    </article>
  );
}

function EventSentence({ event }: { event: FeedEvent }) {
  const { verb, state, isWhole } = wordsOf(event);
  const subject = <Strong>{event.subject_name}</Strong>;
  if (state) {
    return (
      <>
        {event.subject_type === "api_key" ? <KeySign /> : null}
        {subject} {state}
        {event.trigger_id === null ? null : (
          <>
            , by the trigger <TriggerName id={event.trigger_id} />
          </>
        )}
      </>
    );
  }
  return (
    <>
      <Actor event={event} /> {verb} {isWhole ? null : subject}
    </>
  );
}

function Actor({ event }: { event: FeedEvent }) {
  const { api_key_name, actor_name, on_behalf_of_user_id, auth_method } = event;
  if (event.trigger_id !== null)
    return (
      <>
        The trigger <TriggerName id={event.trigger_id} />
      </>
    );
  if (api_key_name === null)
    return <Strong>{actor_name ?? (auth_method === "system" ? "Stowage" : "A former member")}</Strong>;
  return (
    <span title={actor_name ? `A key of ${actor_name}` : undefined}>
      <KeySign />
      <Strong>{api_key_name}</Strong>
      {/* K24: whose key it is and whose rights it used, when that is not the same person. */}
      {on_behalf_of_user_id ? (
        <>
          , made by {actor_name ?? "a former member"}, acting as <PersonName id={on_behalf_of_user_id} />,
        </>
      ) : null}
    </span>
  );
}

function KeySign() {
  return (
    <KeyRound
      role="img"
      aria-label="API key"
      className="mr-1 inline size-3.5 -translate-y-px text-accent-ink"
    />
  );
}

function Strong({ children }: { children: ReactNode }) {
  return <span className="font-medium text-ink">{children}</span>;
}
