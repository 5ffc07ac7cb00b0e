import {
  hashKey,
  type QueryKey,
  type UseQueryOptions,
  useQueries,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { chainCount, FIRST_PAGE, type PageChain, withPage } from "./page-chain.ts";
import { PAGE_ROWS } from "./page-rows.ts";

/** How close to the end of a page its follower is asked for. */
const AHEAD_ROWS = 60;
/** Pages that are out of sight are kept this long. */
const KEPT_MS = 60_000;

interface Page<Row> {
  data: Row[];
  next_cursor: string | null;
  total?: number | undefined;
}

/** A long list of which the pages in sight are held. */
export interface PagedRows<Row> {
  /** Rows known of, those on their way included. */
  count: number;
  /** All rows there are, once the server has said. */
  total: number | undefined;
  /** Undefined while its page is on its way. */
  rowAt: (index: number) => Row | undefined;
  /** All rows that are held, in order. */
  loaded: () => Row[];
  /** The rows between two positions, those included that have to be asked for again. */
  between: (one: number, other: number) => Promise<Row[]>;
  /** The first rows of the list, at most so many; pages that are not held are asked for one after the other. */
  firstRows: (max: number) => Promise<Row[]>;
  /** Says which rows are in sight, so that their pages are there. */
  show: (first: number, last: number) => void;
  isPending: boolean;
  /** The list in sight is another than the one asked for, or is asked for again. */
  isRefetching: boolean;
  error: unknown;
  refetch: () => void;
  isEmpty: boolean;
}

type PageQuery<Row, Failure, Key extends QueryKey> = UseQueryOptions<Page<Row>, Failure, Page<Row>, Key>;

/**
 * A long list, of which only the pages in sight are held and kept fresh: 50,000 rows cost no more than 200. Pages are
 * asked for by cursor as one comes near them. While another list is on its way (a filter, an order), the one before
 * stays in sight. `pageOf` takes the cursor, and `PAGE_ROWS` as its limit.
 */
export function usePagedRows<Row, Failure, Key extends QueryKey>(
  pageOf: (cursor: string | undefined) => PageQuery<Row, Failure, Key>,
): PagedRows<Row> {
  const client = useQueryClient();
  const first = pageOf(undefined);
  const wanted = hashKey(first.queryKey ?? []);
  const head = useQuery(first);
  const [list, setList] = useState({ key: wanted, pageOf, chain: FIRST_PAGE });
  const [sight, setSight] = useState<readonly [number, number]>([0, 0]);

  let { chain } = list;
  if (list.key !== wanted && head.data) {
    chain = withPage(FIRST_PAGE, 0, head.data);
    setList({ key: wanted, pageOf, chain });
  }
  const isOther = list.key !== wanted && !head.data;
  const shownOf = isOther ? list.pageOf : pageOf;
  const from = Math.min(sight[0], chain.length - 1);
  const to = Math.min(sight[1], chain.length - 1);
  const pages = useQueries({
    queries: chain.slice(from, to + 1).map(({ cursor }) => ({ ...shownOf(cursor), gcTime: KEPT_MS })),
  });
  const followed = pages.reduce<PageChain>(
    (known, { data }, position) => (data ? withPage(known, from + position, data) : known),
    chain,
  );
  if (followed !== chain) setList({ key: isOther ? list.key : wanted, pageOf: shownOf, chain: followed });

  const pageAt = (index: number) => {
    const page = pages[index - from]?.data;
    if (page) return page;
    const known = chain[index];
    return known && client.getQueryData<Page<Row>>(shownOf(known.cursor).queryKey ?? []);
  };
  const show = useCallback((firstRow: number, lastRow: number) => {
    const next = [
      Math.floor(Math.max(0, firstRow - AHEAD_ROWS) / PAGE_ROWS),
      Math.floor((lastRow + AHEAD_ROWS) / PAGE_ROWS),
    ] as const;
    setSight((before) => (before[0] === next[0] && before[1] === next[1] ? before : next));
  }, []);

  const { total } = head.data ?? {};
  return {
    count: list.key === wanted && head.data === undefined ? 0 : chainCount(chain, PAGE_ROWS, total),
    total,
    rowAt: (index) => pageAt(Math.floor(index / PAGE_ROWS))?.data[index % PAGE_ROWS],
    loaded: () => chain.flatMap((_, index) => pageAt(index)?.data ?? []),
    between: async (one, other) => {
      const [low, high] = one < other ? [one, other] : [other, one];
      const wantedPages = chain.slice(Math.floor(low / PAGE_ROWS), Math.floor(high / PAGE_ROWS) + 1);
      const found = await Promise.all(
        wantedPages.map(({ cursor }) => client.ensureQueryData(shownOf(cursor))),
      );
      const start = Math.floor(low / PAGE_ROWS) * PAGE_ROWS;
      return found.flatMap((page) => page.data).slice(low - start, high - start + 1);
    },
    firstRows: async (max) => {
      const found: Row[] = [];
      let cursor: string | undefined;
      do {
        const page = await client.fetchQuery({ ...shownOf(cursor), gcTime: KEPT_MS });
        found.push(...page.data);
        cursor = page.next_cursor ?? undefined;
      } while (cursor !== undefined && found.length < max);
      return found.slice(0, max);
    },
    show,
    isPending: list.key === wanted && head.isPending,
    isRefetching: isOther || pages.some((page) => page.isFetching && !page.isPending),
    error: head.data ? null : head.error,
    refetch: () => void head.refetch(),
    isEmpty: head.data !== undefined && head.data.data.length === 0,
  };
}
