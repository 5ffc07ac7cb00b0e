import type { Delivery, DeliveryStatus } from "@stowage/contract/deliveries";
import { DELIVERY_KEPT_DAYS } from "@stowage/contract/limits";
import type { Trigger } from "@stowage/contract/triggers";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { LoadMore } from "../../components/ui/load-more.tsx";
import { QueryProblem } from "../../components/ui/query-problem.tsx";
import { RefetchLine } from "../../components/ui/refetch-line.tsx";
import { Select, type SelectOption } from "../../components/ui/select.tsx";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { queryClient, trpc } from "../../lib/trpc.ts";
import { Card } from "../api-keys/card.tsx";
import { DeliveryRow } from "./delivery-row.tsx";
import { STATUS_LABELS } from "./delivery-words.ts";
import type { TriggerSearch } from "./trigger-search.ts";

/** How often the log is read again while one looks at it: deliveries come by themselves. */
const REREAD_MS = 4_000;
/** The same while one is on its way, and its answer a matter of a moment. */
const REREAD_WAITING_MS = 1_500;

const OPTIONS: readonly SelectOption<DeliveryStatus | "">[] = [
  { value: "", label: "Any outcome" },
  { value: "succeeded", label: STATUS_LABELS.succeeded },
  { value: "failed", label: STATUS_LABELS.failed },
  { value: "pending", label: STATUS_LABELS.pending },
  { value: "cancelled", label: STATUS_LABELS.cancelled },
];

interface DeliveryLogProps {
  trigger: Trigger;
  search: TriggerSearch;
  onSearchChange: (search: TriggerSearch) => void;
}

/** Everything that a trigger sent or made, newest first. */
export function DeliveryLog({ trigger, search, onSearchChange }: DeliveryLogProps) {
  const log = useInfiniteQuery(
    trpc.triggers.deliveries.infiniteQueryOptions(
      { id: trigger.id, ...(search.status && { status: search.status }) },
      {
        getNextPageParam: (page) => page.next_cursor ?? undefined,
        placeholderData: (previous) => previous,
        refetchInterval: ({ state }) =>
          state.data?.pages[0]?.data.some(({ status, attempts }) => status === "pending" && attempts === 0)
            ? REREAD_WAITING_MS
            : REREAD_MS,
      },
    ),
  );
  useFollowedTrigger(log.data?.pages[0]?.data);
  const rows = log.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <Card
      title="Deliveries"
      isFlush
      aside={
        <Select
          aria-label="Outcome"
          className="w-36 max-sm:w-44"
          value={search.status ?? ""}
          onValueChange={(status) => onSearchChange(status === "" ? {} : { status })}
          options={OPTIONS}
        />
      }
    >
      <div className="relative">
        <RefetchLine isActive={log.isPlaceholderData} />
        {log.isPending ? (
          <div role="status" aria-label="Loading the deliveries" className="flex flex-col gap-4 px-4 py-3">
            <Skeleton className="w-3/5" />
            <Skeleton className="w-2/5" />
            <Skeleton className="w-1/2" />
          </div>
        ) : null}
        {log.isError && !log.data ? (
          <QueryProblem error={log.error} onRetry={() => void log.refetch()} />
        ) : null}
        {log.data && rows.length === 0 ? (
          <p className="px-4 py-5 text-ui text-muted">
            {search.status
              ? "No delivery ended so."
              : `Nothing yet. What it sends and makes shows here, and is kept for ${DELIVERY_KEPT_DAYS} days.`}
          </p>
        ) : null}
        <ol className="divide-y divide-line">
          {rows.map((delivery) => (
            <li key={delivery.id}>
              <DeliveryRow delivery={delivery} isOn={trigger.enabled} />
            </li>
          ))}
        </ol>
      </div>
      <LoadMore
        noun="deliveries"
        hasMore={log.hasNextPage}
        isLoading={log.isFetchingNextPage}
        onLoad={() => void log.fetchNextPage()}
      />
    </Card>
  );
}

/** Asks for the trigger anew whenever its log goes on: how often it fired, and whether it fails, stands there. */
function useFollowedTrigger(newest: readonly Delivery[] | undefined): void {
  const state = newest?.map(({ id, status, attempts }) => `${id} ${status} ${attempts}`).join();
  const known = useRef<string>(undefined);
  useEffect(() => {
    if (state === undefined || state === known.current) return;
    const isFirst = known.current === undefined;
    known.current = state;
    if (!isFirst) void queryClient.invalidateQueries({ queryKey: trpc.triggers.get.pathKey() });
  }, [state]);
}
