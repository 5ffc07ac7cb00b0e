import { Tabs } from "@base-ui/react/tabs";
import type { ApiKeyWithUsage } from "@stowage/contract/api-keys";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ArrowLeft } from "lucide-react";
import { NotHere } from "../../components/ui/not-here.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { trpc } from "../../lib/trpc.ts";
import { useMay } from "../../lib/use-may.ts";
import { AlertsCard } from "./alerts-card.tsx";
import type { ApiKeySearch } from "./api-key-search.ts";
import { ExplainCard } from "./explain-card.tsx";
import { KeyActivity } from "./key-activity.tsx";
import { KeyFacts } from "./key-facts.tsx";
import { KeyHeader } from "./key-header.tsx";
import { KeyLog } from "./key-log.tsx";
import { KeyScopes } from "./key-scopes.tsx";
import { endedReason, hasEnded } from "./key-status.ts";
import { UsageCard } from "./usage-card.tsx";

/** While two secrets work, how often it is asked who uses the old one. */
const ROTATION_POLL_MS = 3_000;

const USAGE_DAYS_DEFAULT = 30;

interface ApiKeyPageProps {
  keyId: string;
  search: ApiKeySearch;
  onSearchChange: (search: ApiKeySearch) => void;
}

/** One key: what it may do, what it did, and what changes or ends it. */
export function ApiKeyPage({ keyId, search, onSearchChange }: ApiKeyPageProps) {
  const {
    data: key,
    error,
    refetch,
  } = useQuery(
    trpc.apiKeys.get.queryOptions(
      { id: keyId },
      { refetchInterval: ({ state }) => (state.data?.rotation ? ROTATION_POLL_MS : false) },
    ),
  );
  const back = (
    <Link to="/settings/api-keys" className="inline-flex items-center gap-1.5 rounded-sm hover:text-ink">
      <ArrowLeft aria-hidden className="size-3.5" />
      API keys
    </Link>
  );
  if (error && !key) {
    return (
      <>
        <PageHeader title="API key" back={back} />
        <NotHere noun="API key" error={error} onRetry={() => void refetch()} />
      </>
    );
  }
  if (!key) return <KeyPageSkeleton />;
  return (
    <>
      {hasEnded(key) ? (
        <PageHeader title={key.name} back={back} purpose={`${endedReason(key)}. It is refused.`} />
      ) : (
        <KeyHeader apiKey={key} back={back} search={search} onSearchChange={onSearchChange} />
      )}
      <Tabs.Root
        value={search.tab ?? "overview"}
        onValueChange={(tab) => onSearchChange({ ...search, tab: tab === "log" ? "log" : undefined })}
      >
        <Tabs.List aria-label="Parts of this page" className="mb-5 flex gap-1 border-b border-line">
          <Tab value="overview">Overview</Tab>
          <Tab value="log">Log</Tab>
        </Tabs.List>
        <Tabs.Panel value="overview" className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <Overview apiKey={key} search={search} onSearchChange={onSearchChange} />
        </Tabs.Panel>
        <Tabs.Panel value="log">
          <KeyLog keyId={key.id} search={search} onSearchChange={onSearchChange} />
        </Tabs.Panel>
      </Tabs.Root>
    </>
  );
}

function Tab({ value, children }: { value: string; children: string }) {
  return (
    <Tabs.Tab
      value={value}
      className="-mb-px h-9 border-b-2 border-transparent px-3 text-ui text-muted hover:text-ink focus-visible:-outline-offset-2 data-active:border-accent-ink data-active:font-medium data-active:text-ink coarse:h-11"
    >
      {children}
    </Tabs.Tab>
  );
}

interface OverviewProps extends Omit<ApiKeyPageProps, "keyId"> {
  apiKey: ApiKeyWithUsage;
}

function Overview({ apiKey, search, onSearchChange }: OverviewProps) {
  const mayChange = useMay("api-keys:manage");
  return (
    <>
      <div className="flex min-w-0 flex-col gap-6">
        <UsageCard
          keyId={apiKey.id}
          days={search.days ?? USAGE_DAYS_DEFAULT}
          onDaysChange={(days) => onSearchChange({ ...search, days })}
        />
        <KeyActivity keyId={apiKey.id} keyName={apiKey.name} />
        <KeyScopes scopes={apiKey.scopes} />
        {hasEnded(apiKey) ? null : <ExplainCard />}
      </div>
      <div className="flex min-w-0 flex-col gap-6">
        <KeyFacts apiKey={apiKey} />
        <AlertsCard apiKey={apiKey} isReadOnly={hasEnded(apiKey) || !mayChange} />
      </div>
    </>
  );
}

function KeyPageSkeleton() {
  return (
    <div role="status" aria-label="Loading the API key" className="flex flex-col gap-3">
      <Skeleton className="w-20" />
      <Skeleton className="h-6 w-56" />
      <Skeleton className="mb-5 w-96 max-w-full" />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <Skeleton className="h-64 w-full rounded-lg" />
        <Skeleton className="h-64 w-full rounded-lg" />
      </div>
    </div>
  );
}
