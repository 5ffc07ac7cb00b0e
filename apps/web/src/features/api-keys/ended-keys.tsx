import type { ApiKey } from "@stowage/contract/api-keys";
import { useInfiniteQuery } from "@tanstack/react-query";
import { LoadMore } from "../../components/ui/load-more.tsx";
import { trpc } from "../../lib/trpc.ts";
import type { ApiKeysSearch } from "./api-keys-search.ts";
import { KeyTable } from "./key-table.tsx";

interface EndedKeysProps {
  search: ApiKeysSearch;
  onRevoke: (key: ApiKey) => void;
}

/** Revoked and expired keys under their own heading, each with its reason; nothing when there are none. */
export function EndedKeys({ search, onRevoke }: EndedKeysProps) {
  const keys = useInfiniteQuery(
    trpc.apiKeys.list.infiniteQueryOptions(
      { status: "ended", q: search.q, environment: search.environment, limit: 20 },
      { getNextPageParam: (page) => page.next_cursor ?? undefined, placeholderData: (previous) => previous },
    ),
  );
  const rows = keys.data?.pages.flatMap((page) => page.data) ?? [];
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="ended-keys" className="mt-10">
      <h2 id="ended-keys" className="mb-0.5 text-sm font-semibold text-ink">
        Ended keys
      </h2>
      <p className="mb-3 text-ui text-muted">
        They are refused, and kept here so that the activity log stays readable.
      </p>
      <KeyTable label="Ended keys" keys={rows} onRevoke={onRevoke} />
      <LoadMore
        noun="ended keys"
        hasMore={keys.hasNextPage}
        isLoading={keys.isFetchingNextPage}
        onLoad={() => void keys.fetchNextPage()}
      />
    </section>
  );
}
