import { Collapsible } from "@base-ui/react/collapsible";
import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { ChangeList } from "../../components/events/change-list.tsx";
import { ChangeValue, textOf } from "../../components/events/change-value.tsx";
import { EventIcon } from "../../components/events/event-icon.tsx";
import { fieldLabel } from "../../components/events/event-words.ts";
import { SubjectLink } from "../../components/events/subject-link.tsx";
import { Badge } from "../../components/ui/badge.tsx";
import { formatAbsolute, formatClock } from "../../lib/format.ts";
import { codeWords, eventSentence, isEvent, type LogEntry, type LoggedEvent } from "./log-words.ts";

const TONES = { succeeded: "ok", refused: "warn", failed: "danger" } as const;

interface KeyLogRowProps {
  entry: LogEntry;
  /** Whose log it is. */
  keyId: string;
}

/** One call or change; pressing it shows what else is known of it, and leads to what was changed. */
export function KeyLogRow({ entry, keyId }: KeyLogRowProps) {
  return (
    <Collapsible.Root>
      <Collapsible.Trigger
        data-row
        className="group flex min-h-10 w-full items-center gap-3 px-4 py-1.5 text-left text-ui hover:bg-hover focus-visible:-outline-offset-2 coarse:min-h-12"
      >
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 text-faint transition-transform group-data-panel-open:rotate-90"
        />
        <time
          dateTime={entry.created_at}
          title={formatAbsolute(entry.created_at)}
          className="w-10 shrink-0 text-xs text-faint tabular-nums"
        >
          {formatClock(entry.created_at)}
        </time>
        {isEvent(entry) ? <Change entry={entry} keyId={keyId} /> : <Call entry={entry} />}
        {entry.ip === null ? null : (
          <span className="ml-auto max-w-36 shrink-0 truncate pl-2 text-xs text-muted tabular-nums max-sm:hidden">
            {entry.ip}
          </span>
        )}
      </Collapsible.Trigger>
      <Collapsible.Panel className="border-t border-line bg-sunken px-4 py-3 sm:pl-24">
        <Details entry={entry} keyId={keyId} />
      </Collapsible.Panel>
    </Collapsible.Root>
  );
}

function Call({ entry }: { entry: LogEntry }) {
  const { status, outcome, code } = entry;
  return (
    <>
      <Badge tone={outcome ? TONES[outcome] : "neutral"} className="shrink-0">
        {status ?? "–"}
        <span className="sr-only"> {outcome}</span>
      </Badge>
      <span className="flex min-w-0 flex-wrap items-baseline gap-x-2">
        <code className="min-w-0 truncate font-mono text-xs text-ink">{callName(entry)}</code>
        {code === null ? null : <span className="text-xs text-muted">{codeWords(code)}</span>}
      </span>
    </>
  );
}

/** `GET /bins`, whether or not the endpoint is kept with its method. */
function callName({ method, endpoint }: LogEntry): string {
  if (endpoint === null) return method ?? "";
  return method === null || endpoint.startsWith(method) ? endpoint : `${method} ${endpoint}`;
}

function Change({ entry, keyId }: { entry: LoggedEvent; keyId: string }) {
  return (
    <>
      <EventIcon type={entry.type} />
      <span className="min-w-0 text-ink">{eventSentence(entry, keyId)}</span>
    </>
  );
}

function Details({ entry, keyId }: KeyLogRowProps) {
  const facts = [
    ["Time", formatAbsolute(entry.created_at)],
    ["Endpoint", entry.kind === "event" ? entry.endpoint : null],
    ["Address", entry.ip],
    ["Program", entry.user_agent],
    ["By", entry.actor_name],
    ["With the rights of", entry.on_behalf_of_name],
    ["Reason", entry.code],
    ["Request", entry.request_id],
  ] as const;
  // What is not set says nothing.
  const data = Object.entries(entry.data).filter(([, value]) => value !== false && textOf(value) !== null);
  return (
    <>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-ui">
        {isEvent(entry) && entry.subject_id !== keyId ? (
          <Fact name={SUBJECTS[entry.subject_type] ?? "About"}>
            <SubjectLink subject={entry} className="rounded-sm text-accent-ink hover:underline">
              {entry.subject_name}
            </SubjectLink>
          </Fact>
        ) : null}
        {facts.map(([name, value]) =>
          value === null ? null : (
            <Fact key={name} name={name}>
              {CODES.has(name) ? <code className="font-mono text-xs">{value}</code> : value}
            </Fact>
          ),
        )}
        {data.map(([name, value]) => (
          <Fact key={name} name={fieldLabel(name)}>
            {[value].flat().map((one, position) => (
              <span key={`${position} ${String(one)}`}>
                {position > 0 ? ", " : ""}
                <ChangeValue value={one} />
              </span>
            ))}
          </Fact>
        ))}
      </dl>
      <ChangeList changes={entry.changes} />
    </>
  );
}

const SUBJECTS: Record<string, string> = {
  api_key: "API key",
  bin: "Bin",
  item: "Item",
  location: "Location",
  member: "Member",
  organization: "Organization",
};

const CODES = new Set(["Program", "Reason", "Request"]);

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-faint">{name}</dt>
      <dd className="min-w-0 break-words text-muted">{children}</dd>
    </div>
  );
}
