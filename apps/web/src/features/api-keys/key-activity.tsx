import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { EventEntry } from "../../components/events/event-entry.tsx";
import { EventLineSkeleton } from "../../components/events/event-line-skeleton.tsx";
import { QueryProblem } from "../../components/ui/query-problem.tsx";
import { UndoDialog } from "../../components/undo/undo-dialog.tsx";
import { trpc } from "../../lib/trpc.ts";
import { useMay } from "../../lib/use-may.ts";

const SHOWN = 10;

/** The newest changes that a key made. */
export function KeyActivity({ keyId, keyName }: { keyId: string; keyName: string }) {
  const [isUndoing, setIsUndoing] = useState(false);
  const mayWrite = useMay("items:write");
  const events = useQuery(trpc.events.list.queryOptions({ api_key_id: keyId, limit: SHOWN }));
  return (
    <section
      aria-labelledby="key-activity"
      className="overflow-hidden rounded-lg border border-line bg-surface shadow-raised"
    >
      <div className="flex items-baseline justify-between gap-4 border-b border-line px-4 py-2.5">
        <h2 id="key-activity" className="text-ui font-semibold text-ink">
          What it changed
        </h2>
        {events.data?.data.length ? (
          <span className="flex flex-wrap justify-end gap-x-4">
            {mayWrite ? (
              <button
                type="button"
                onClick={() => setIsUndoing(true)}
                className="rounded-sm text-ui text-accent-ink hover:underline"
              >
                Undo what it did…
              </button>
            ) : null}
            <Link
              to="/activity"
              search={{ key: keyId }}
              className="rounded-sm text-ui text-accent-ink hover:underline"
            >
              Show all
            </Link>
          </span>
        ) : null}
      </div>
      <UndoDialog
        isOpen={isUndoing}
        onClose={() => setIsUndoing(false)}
        whose={{ kind: "key", id: keyId, name: keyName }}
      />
      {events.isPending ? (
        <div role="status" aria-label="Loading activity" className="flex flex-col gap-4 px-4 py-3">
          <EventLineSkeleton />
          <EventLineSkeleton />
          <EventLineSkeleton />
        </div>
      ) : null}
      {events.isError && !events.data ? (
        <QueryProblem error={events.error} onRetry={() => void events.refetch()} />
      ) : null}
      {events.data?.data.length === 0 ? (
        <p className="px-4 py-8 text-center text-ui text-muted">
          This key has changed nothing yet. What it only reads stands in the log.
        </p>
      ) : null}
      <ol className="divide-y divide-line">
        {events.data?.data.map((event) => (
          <li key={event.id} className="px-4 py-2">
            <EventEntry event={event} />
          </li>
        ))}
      </ol>
    </section>
  );
}
