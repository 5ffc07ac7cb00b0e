import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { formatAbsolute } from "../../lib/format.ts";
import type { FeedEvent } from "./feed-event.ts";
import { PersonName } from "./person-name.tsx";
import { SubjectLink } from "./subject-link.tsx";
import { TriggerName } from "./trigger-name.tsx";

const linkStyles = "rounded-sm text-accent-ink hover:underline";

/** All that is known of an event beside what changed: who, by which key, on whose behalf, from where, when exactly. */
export function EventFacts({ event }: { event: FeedEvent }) {
  const { api_key_id, api_key_name, actor_name, on_behalf_of_user_id, data } = event;
  const facts: [string, ReactNode][] = [
    ["Event", `${event.seq} · ${event.type}`],
    ["When", formatAbsolute(event.created_at)],
    ["By", actor_name ?? (event.auth_method === "system" ? "Stowage itself" : "a former member")],
    [
      "With the key",
      api_key_id === null ? null : (
        <Link to="/settings/api-keys/$keyId" params={{ keyId: api_key_id }} className={linkStyles}>
          {api_key_name}
        </Link>
      ),
    ],
    ["By the trigger", event.trigger_id === null ? null : <TriggerName id={event.trigger_id} />],
    ["On behalf of", on_behalf_of_user_id === null ? null : <PersonName id={on_behalf_of_user_id} />],
    ["From the address", event.ip],
    ["Through", event.endpoint],
    ["Request", event.request_id],
    ["Reason", typeof data.reason === "string" ? data.reason : null],
  ];
  return (
    <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 border-t border-line pt-2 text-ui">
      {facts
        .filter(([, value]) => value !== null)
        .map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-faint">{name}</dt>
            <dd className="min-w-0 break-words text-muted tabular-nums">{value}</dd>
          </div>
        ))}
      <dt className="text-faint">See</dt>
      <dd className="flex flex-wrap gap-x-4">
        <SubjectLink subject={event} className={linkStyles}>
          {event.subject_name}
        </SubjectLink>
        <Link to="/activity" search={{ subject: event.subject_id }} className={linkStyles}>
          All that happened to it
        </Link>
      </dd>
    </dl>
  );
}
