import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ArrowLeft } from "lucide-react";
import { NotHere } from "../../components/ui/not-here.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { trpc } from "../../lib/trpc.ts";
import type { ApiKeySearch } from "./api-key-search.ts";
import { KeyActivity } from "./key-activity.tsx";
import { KeyFacts } from "./key-facts.tsx";
import { KeyHeader } from "./key-header.tsx";
import { KeyScopes } from "./key-scopes.tsx";
import { endedReason, hasEnded } from "./key-status.ts";

interface ApiKeyPageProps {
  keyId: string;
  search: ApiKeySearch;
  onSearchChange: (search: ApiKeySearch) => void;
}

/** One key: what it may do, what it did, and what changes or ends it. */
export function ApiKeyPage({ keyId, search, onSearchChange }: ApiKeyPageProps) {
  const { data: key, error, refetch } = useQuery(trpc.apiKeys.get.queryOptions({ id: keyId }));
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
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <KeyActivity keyId={key.id} />
          <KeyScopes scopes={key.scopes} />
        </div>
        <KeyFacts apiKey={key} />
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
      <Skeleton className="h-64 w-full rounded-lg" />
    </div>
  );
}
