import { Collapsible } from "@base-ui/react/collapsible";
import type { Delivery } from "@stowage/contract/deliveries";
import { useMutation, useQuery } from "@tanstack/react-query";
import { ChevronRight, RotateCw } from "lucide-react";
import { Badge } from "../../components/ui/badge.tsx";
import { Button } from "../../components/ui/button.tsx";
import { QueryProblem } from "../../components/ui/query-problem.tsx";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { Time } from "../../components/ui/time.tsx";
import { showProblem } from "../../lib/toasts.ts";
import { queryClient, trpc } from "../../lib/trpc.ts";
import { useMay } from "../../lib/use-may.ts";
import { DeliveryDetails } from "./delivery-details.tsx";
import { outcomeWords, statusMark } from "./delivery-words.ts";
import { eventWords } from "./event-choices.ts";

interface DeliveryRowProps {
  delivery: Delivery;
  /** Whether its trigger is on: off, nothing is sent. */
  isOn: boolean;
}

/** One delivery; pressing it shows what was sent and what came back. */
export function DeliveryRow({ delivery, isOn }: DeliveryRowProps) {
  const { subject_name, event_type, is_test, created_at } = delivery;
  const mark = statusMark(delivery);
  return (
    <Collapsible.Root>
      <Collapsible.Trigger
        data-row
        className="group grid min-h-11 w-full grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 px-4 py-1.5 text-left text-ui hover:bg-hover focus-visible:-outline-offset-2"
      >
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 text-faint transition-transform group-data-panel-open:rotate-90"
        />
        <span className="min-w-0">
          <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
            <Badge tone={mark.tone}>{mark.label}</Badge>
            <span className="min-w-0 font-medium break-words text-ink">{subject_name}</span>
            {is_test ? <Badge>Test</Badge> : null}
          </span>
          <span className="mt-0.5 block text-xs break-words text-muted">
            {eventWords(event_type)} · {outcomeWords(delivery)}
          </span>
        </span>
        <Time at={created_at} className="text-xs whitespace-nowrap text-faint" />
      </Collapsible.Trigger>
      <Collapsible.Panel className="border-t border-line bg-sunken px-4 py-3">
        {/* Drawn, and so read, anew whenever the list says that it went on. */}
        <OpenDelivery key={`${delivery.status} ${delivery.attempts}`} delivery={delivery} isOn={isOn} />
      </Collapsible.Panel>
    </Collapsible.Root>
  );
}

function OpenDelivery({ delivery, isOn }: DeliveryRowProps) {
  const mayWrite = useMay("triggers:write");
  const view = useQuery(trpc.deliveries.get.queryOptions({ id: delivery.id }, { staleTime: 0 }));
  const retry = useMutation(
    trpc.deliveries.retry.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.triggers.deliveries.pathKey() }),
      onError: (error) => showProblem("It was not tried again.", error),
    }),
  );
  const shown = view.data;
  if (view.error && !shown)
    return <QueryProblem error={view.error} onRetry={() => void view.refetch()} className="py-4 sm:py-4" />;
  if (!shown)
    return (
      <div role="status" aria-label="Loading the delivery">
        <Skeleton className="mb-2 w-2/5" />
        <Skeleton className="h-24 w-full rounded-lg" />
      </div>
    );
  return (
    <div className="flex flex-col gap-4">
      <DeliveryDetails delivery={shown} />
      {mayWrite && isOn && shown.status !== "pending" ? (
        <Button
          size="sm"
          className="w-fit"
          isBusy={retry.isPending}
          onClick={() => retry.mutate({ id: delivery.id })}
        >
          <RotateCw aria-hidden />
          {shown.status !== "succeeded"
            ? "Try again"
            : shown.type === "webhook"
              ? "Send it again"
              : "Do it again"}
        </Button>
      ) : null}
    </div>
  );
}
