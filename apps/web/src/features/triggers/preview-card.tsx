import type { TriggerPreview } from "@stowage/contract/triggers";
import { useQuery } from "@tanstack/react-query";
import { Check, CircleSlash2 } from "lucide-react";
import { Badge } from "../../components/ui/badge.tsx";
import { CodeBlock } from "../../components/ui/code-block.tsx";
import { Disclosure } from "../../components/ui/disclosure.tsx";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { Time } from "../../components/ui/time.tsx";
import { formatCount } from "../../lib/format.ts";
import { problemSentence } from "../../lib/problem.ts";
import { useSettled } from "../../lib/use-settled.ts";
import { Card } from "../api-keys/card.tsx";
import { previewInput } from "./draft-input.ts";
import { eventWords } from "./event-choices.ts";
import { previewOptions } from "./preview-options.ts";
import type { TriggerDraft } from "./trigger-draft.ts";

/** Long enough to let a word be typed. */
const SETTLE_MS = 350;

/** What the trigger would make of what happened last: whether it fires, what it posts, the tasks it makes. */
export function PreviewCard({ draft }: { draft: TriggerDraft }) {
  const asked = useSettled(JSON.stringify(previewInput(draft)), SETTLE_MS);
  const preview = useQuery(previewOptions(JSON.parse(asked)));
  if (asked === "null")
    return (
      <Card title="Sample">
        <p className="text-ui text-muted">Choose what happens, and what it would do shows here.</p>
      </Card>
    );
  return (
    <Card title="Sample" aside={preview.data ? <MatchBadge preview={preview.data} /> : null}>
      {preview.error ? (
        <p role="alert" className="text-ui text-danger-ink">
          {problemSentence(preview.error)}
        </p>
      ) : preview.data ? (
        <Previewed preview={preview.data} hasWebhook={draft.actions.some(({ type }) => type === "webhook")} />
      ) : (
        <div role="status" aria-label="Loading the sample">
          <Skeleton className="mb-3 w-3/5" />
          <Skeleton className="h-40 w-full rounded-lg" />
        </div>
      )}
    </Card>
  );
}

function MatchBadge({ preview: { matches } }: { preview: TriggerPreview }) {
  return <Badge tone={matches ? "ok" : "neutral"}>{matches ? "It would fire" : "It would not fire"}</Badge>;
}

function Previewed({ preview, hasWebhook }: { preview: TriggerPreview; hasWebhook: boolean }) {
  const { sample, is_made_up, tasks, recent } = preview;
  const matching = recent.filter(({ matches }) => matches).length;
  return (
    <div className="flex flex-col gap-4">
      <p role="status" className="text-ui text-muted">
        {is_made_up
          ? "Nothing like it has happened yet, so this one is made up."
          : `The newest of what it listens to.${recent.length > 1 ? ` Of the last ${formatCount(recent.length, "such event")} it would fire for ${matching}.` : ""}`}
      </p>
      {tasks.map(({ title, description }, index) => (
        <div key={index} className="rounded-md border border-line px-3 py-2">
          <p className="text-xs text-muted">Task</p>
          <p className="text-ui font-medium break-words text-ink">{title}</p>
          {description === "" ? null : (
            <p className="mt-0.5 text-xs break-words whitespace-pre-line text-muted">{description}</p>
          )}
        </div>
      ))}
      {recent.length > 0 ? (
        <Disclosure
          label={`What happened last (${recent.length})`}
          isOpenAtFirst={recent.length <= RECENT_OPEN}
        >
          <ol className="mt-1 flex flex-col gap-1.5">
            {recent.map((event) => (
              <li key={event.seq} className="flex items-baseline gap-2 text-ui">
                <MatchMark matches={event.matches} />
                <span className="min-w-0 grow break-words">
                  <span className="text-ink">{event.subject_name}</span>{" "}
                  <span className="text-xs text-muted">{eventWords(event.type)}</span>
                </span>
                <Time at={event.created_at} className="shrink-0 text-xs text-faint" />
              </li>
            ))}
          </ol>
        </Disclosure>
      ) : null}
      <Disclosure
        label={hasWebhook ? "What would be posted" : "What look-ups can reach"}
        isOpenAtFirst={hasWebhook}
      >
        <CodeBlock
          className="mt-1 [&_pre]:max-h-96 [&_pre]:overflow-y-auto"
          label="Sample"
          code={JSON.stringify(sample, null, 2)}
        />
      </Disclosure>
    </div>
  );
}

/** As many events as are shown without being asked for. */
const RECENT_OPEN = 5;

function MatchMark({ matches }: { matches: boolean }) {
  return matches ? (
    <Check role="img" aria-label="Fires" className="size-3.5 shrink-0 self-center text-ok-ink" />
  ) : (
    <CircleSlash2
      role="img"
      aria-label="Does not fire"
      className="size-3.5 shrink-0 self-center text-faint"
    />
  );
}
