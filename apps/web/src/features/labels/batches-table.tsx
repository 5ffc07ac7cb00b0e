import { useInfiniteQuery } from "@tanstack/react-query";
import { Printer } from "lucide-react";
import { useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { LoadMore } from "../../components/ui/load-more.tsx";
import { QueryProblem } from "../../components/ui/query-problem.tsx";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { Time } from "../../components/ui/time.tsx";
import { showProblem } from "../../lib/toasts.ts";
import { trpc } from "../../lib/trpc.ts";

/** The sheets that were made, and how much of each is left. */
export function BatchesTable({ onPrint }: { onPrint: (batch_id: string) => Promise<void> }) {
  const batches = useInfiniteQuery(
    trpc.labels.batches.infiniteQueryOptions(
      { limit: 20 },
      { getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined },
    ),
  );
  const rows = batches.data?.pages.flatMap(({ data }) => data) ?? [];
  if (batches.isSuccess && rows.length === 0) return null;
  return (
    <section aria-label="Batches" className="mt-8">
      <h2 className="mb-3 text-sm font-semibold">Batches of blank labels</h2>
      {batches.error && rows.length === 0 ? (
        <QueryProblem error={batches.error} onRetry={() => void batches.refetch()} />
      ) : batches.isPending ? (
        <Skeleton className="h-24 w-full rounded-lg" />
      ) : (
        <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface shadow-raised">
          {rows.map((batch) => (
            <BatchRow key={batch.batch_id} {...batch} onPrint={onPrint} />
          ))}
        </ul>
      )}
      <LoadMore
        hasMore={batches.hasNextPage}
        isLoading={batches.isFetchingNextPage}
        onLoad={() => void batches.fetchNextPage()}
        noun="batches"
      />
    </section>
  );
}

interface BatchRowProps {
  batch_id: string;
  total: number;
  claimed: number;
  created_at: string;
  onPrint: (batch_id: string) => Promise<void>;
}

function BatchRow({ batch_id, total, claimed, created_at, onPrint }: BatchRowProps) {
  const [isBusy, setIsBusy] = useState(false);
  async function print(): Promise<void> {
    setIsBusy(true);
    await onPrint(batch_id).catch((error: unknown) => showProblem("They were not added.", error));
    setIsBusy(false);
  }
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5 text-ui">
      <span className="min-w-40 grow truncate font-medium">{batch_id}</span>
      <span className="text-muted tabular-nums">
        {claimed} of {total} on something, {total - claimed} blank
      </span>
      <Time at={created_at} className="text-muted" />
      <Button
        size="sm"
        isBusy={isBusy}
        disabled={claimed === total}
        aria-label={`Print the blank ones of ${batch_id}`}
        onClick={() => void print()}
      >
        <Printer aria-hidden />
        Print the blank ones
      </Button>
    </li>
  );
}
