import type { KeyUsage } from "@stowage/contract/key-usage";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { QueryProblem } from "../../components/ui/query-problem.tsx";
import { Segmented } from "../../components/ui/segmented.tsx";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { trpc } from "../../lib/trpc.ts";
import { USAGE_DAYS, type UsageDays } from "./api-key-search.ts";
import { Card } from "./card.tsx";
import { OutcomeChart } from "./outcome-chart.tsx";
import { RankedBars } from "./ranked-bars.tsx";
import { totalSentence, usageBars } from "./usage-bars.ts";

const RANGES = USAGE_DAYS.map((days) => ({
  value: String(days),
  label: days === 365 ? "1 year" : `${days} days`,
}));

interface UsageCardProps {
  keyId: string;
  days: UsageDays;
  onDaysChange: (days: UsageDays) => void;
}

/** K31: what a key was used for, by outcome, endpoint and network. */
export function UsageCard({ keyId, days, onDaysChange }: UsageCardProps) {
  const usage = useQuery(
    trpc.apiKeys.usage.queryOptions({ id: keyId, days }, { placeholderData: (previous) => previous }),
  );
  return (
    <Card
      title="Use"
      aside={
        <Segmented
          label="Time shown"
          value={String(days)}
          onValueChange={(value) => onDaysChange(USAGE_DAYS.find((choice) => String(choice) === value) ?? 30)}
          options={RANGES}
        />
      }
    >
      {usage.isPending ? (
        <div role="status" aria-label="Loading the use">
          <Skeleton className="mb-3 w-64 max-w-full" />
          <Skeleton className="h-44 w-full rounded-lg" />
        </div>
      ) : null}
      {usage.isError && !usage.data ? (
        <QueryProblem error={usage.error} onRetry={() => void usage.refetch()} />
      ) : null}
      {usage.data ? <Usage keyId={keyId} usage={usage.data} /> : null}
    </Card>
  );
}

function Usage({ keyId, usage }: { keyId: string; usage: KeyUsage }) {
  const sentence = totalSentence(usage.total);
  if (usage.total.requests === 0) {
    return <p className="py-6 text-center text-ui text-muted">No call was made with it in this time.</p>;
  }
  return (
    <div className="flex flex-col gap-5">
      <div>
        <p className="mb-3 text-ui text-ink tabular-nums">{sentence}</p>
        <OutcomeChart bars={usageBars(usage)} label={sentence} />
      </div>
      <div className="grid gap-5 xl:grid-cols-2">
        <RankedBars
          title="Endpoints"
          bars={usage.endpoints.map((row) =>
            rankedOf(
              row.endpoint,
              row,
              <Link
                to="/settings/api-keys/$keyId"
                params={{ keyId }}
                search={{ tab: "log", kind: "request", endpoint: row.endpoint }}
                title={`Show the calls of ${row.endpoint}`}
                className="rounded-sm hover:underline"
              >
                {row.endpoint}
              </Link>,
            ),
          )}
        />
        <RankedBars
          title="Networks"
          bars={usage.networks.map((row) => rankedOf(row.network, row, row.network))}
        />
      </div>
    </div>
  );
}

function rankedOf(name: string, row: KeyUsage["total"], content: ReactNode) {
  return { name, requests: row.requests, troubles: row.refused + row.failed, content };
}
