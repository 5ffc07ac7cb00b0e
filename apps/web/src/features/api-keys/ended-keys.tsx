import type { ApiKeyRow } from "@stowage/contract/api-keys";
import { useInfiniteQuery } from "@tanstack/react-query";
import { LoadMore } from "../../components/ui/load-more.tsx";
import { trpc } from "../../lib/trpc.ts";
import { type ApiKeysSearch, listInput } from "./api-keys-search.ts";
import { KeyTable } from "./key-table.tsx";

const PAGE = 20;

interface EndedKeysProps {
  search: ApiKeysSearch;
  /** They were asked for, so that it is said when there are none. */
  isAlone: boolean;
  onRotate: (key: ApiKeyRow) => void;
  onRevoke: (key: ApiKeyRow) => void;
}

/** Revoked and expired keys under their own heading, each with its reason. */
export function EndedKeys({ search, isAlone, ...row }: EndedKeysProps) {
  const keys = useInfiniteQuery(
    trpc.apiKeys.list.infiniteQueryOptions(
      { ...listInput(search), status: "ended", limit: PAGE },
      { getNextPageParam: (page) => page.next_cursor ?? undefined, placeholderData: (previous) => previous },
    ),
  );
  const rows = keys.data?.pages.flatMap((page) => page.data) ?? [];
  if (rows.length === 0 && !(isAlone && keys.data)) return null;
  return (
    <section aria-labelledby="ended-keys" className={isAlone ? "mt-5" : "mt-10"}>
      <h2 id="ended-keys" className="mb-0.5 text-sm font-semibold text-ink">
        Ended keys
      </h2>
      <p className="mb-3 text-ui text-muted">
        {rows.length === 0
          ? "None: no key in this selection was revoked or has expired."
          : "They are refused, and kept here so that the activity log stays readable."}
      </p>
      {rows.length > 0 ? (
        <KeyTable label="Ended keys" keys={rows} total={keys.data?.pages[0]?.total} {...row} />
      ) : null}
      <LoadMore
        noun="ended keys"
        hasMore={keys.hasNextPage}
        isLoading={keys.isFetchingNextPage}
        onLoad={() => void keys.fetchNextPage()}
      />
    </section>
  );
}
