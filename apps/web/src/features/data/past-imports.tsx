import { useInfiniteQuery } from "@tanstack/react-query";
import { History } from "lucide-react";
import { PersonName } from "../../components/events/person-name.tsx";
import { Badge } from "../../components/ui/badge.tsx";
import { Button } from "../../components/ui/button.tsx";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { LoadMore } from "../../components/ui/load-more.tsx";
import { QueryProblem } from "../../components/ui/query-problem.tsx";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../../components/ui/table.tsx";
import { Time } from "../../components/ui/time.tsx";
import { formatCount } from "../../lib/format.ts";
import { trpc } from "../../lib/trpc.ts";
import { useNow } from "../../lib/use-now.ts";
import { countsInWords, type ImportOnRecord, isAtWork, nameOf, stateOf } from "./import-words.ts";

const LIMIT = 10;
const CLOCK_MS = 10_000;
const ASK_EVERY_MS = 3_000;

interface PastImportsProps {
  onOpen: (id: string) => void;
  /** Left out where the reader may not undo. */
  onUndo: ((asked: ImportOnRecord) => void) | undefined;
}

/** The imports of the last 30 days: what each did, and the way back. */
export function PastImports({ onOpen, onUndo }: PastImportsProps) {
  const list = useInfiniteQuery(
    trpc.imports.list.infiniteQueryOptions(
      { limit: LIMIT },
      {
        getNextPageParam: (page) => page.next_cursor ?? undefined,
        refetchInterval: ({ state }) =>
          state.data?.pages.some(({ data }) => data.some(isAtWork)) ? ASK_EVERY_MS : false,
      },
    ),
  );
  const found = list.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <section aria-label="Past imports" className="mb-8">
      <h2 className="text-ui font-semibold">Past imports</h2>
      <p className="mt-0.5 mb-2 text-ui text-muted">Those of the last 30 days.</p>
      {list.isPending ? <PastSkeleton /> : null}
      {list.isError && !list.data ? (
        <QueryProblem error={list.error} onRetry={() => void list.refetch()} />
      ) : null}
      {list.data && found.length === 0 ? (
        <EmptyState
          icon={History}
          title="No imports yet"
          text="Each file that was brought in stands here for 30 days, with what it did, and can be undone."
          className="rounded-lg border border-line bg-surface"
        />
      ) : null}
      {found.length > 0 ? (
        <Table label="Past imports" isRefetching={list.isFetching && !list.isFetchingNextPage}>
          <TableHead>
            <HeadCell>File</HeadCell>
            <HeadCell>What it did</HeadCell>
            <HeadCell className="max-md:hidden">Who</HeadCell>
            <HeadCell>When</HeadCell>
            <HeadCell align="end">
              <span className="sr-only">Actions</span>
            </HeadCell>
          </TableHead>
          <TableBody>
            {found.map((one) => (
              <PastImport key={one.id} found={one} onOpen={onOpen} onUndo={onUndo} />
            ))}
          </TableBody>
        </Table>
      ) : null}
      <LoadMore
        noun="imports"
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        onLoad={() => void list.fetchNextPage()}
      />
    </section>
  );
}

function PastImport({ found, onOpen, onUndo }: PastImportsProps & { found: ImportOnRecord }) {
  const { id, created_by, created_at } = found;
  const canUndo = found.status === "done" && found.created + found.updated > 0;
  return (
    <Row>
      <Cell phone="title" className="max-w-56 max-sm:max-w-none">
        <button
          type="button"
          data-row-link
          onClick={() => id && onOpen(id)}
          className="max-w-full truncate rounded-sm font-medium text-ink underline-offset-2 hover:underline"
        >
          {nameOf(found)}
        </button>
      </Cell>
      <Cell>
        <WhatItDid found={found} />
      </Cell>
      <Cell phone="hidden" className="truncate text-muted max-md:hidden">
        {created_by ? <PersonName id={created_by} /> : "A key"}
      </Cell>
      <Cell className="whitespace-nowrap text-muted">
        <Time at={created_at} />
      </Cell>
      <Cell phone="end" align="end">
        {onUndo && canUndo ? (
          <Button size="sm" aria-label={`Undo ${nameOf(found)}…`} onClick={() => onUndo(found)}>
            Undo…
          </Button>
        ) : null}
      </Cell>
    </Row>
  );
}

function WhatItDid({ found }: { found: ImportOnRecord }) {
  const { errors_total } = found;
  const now = useNow(isAtWork(found) ? CLOCK_MS : null);
  switch (stateOf(found, now)) {
    case "done":
      return countsInWords(found);
    case "failed":
      return <Badge tone="danger">{formatCount(errors_total, "error")}: nothing</Badge>;
    case "undone":
      return <Badge>Undone</Badge>;
    case "cut off":
      return <Badge tone="warn">Cut off: can be resumed</Badge>;
    case "working":
      return <Badge tone="accent">At work</Badge>;
  }
}

function PastSkeleton() {
  return (
    <div
      role="status"
      aria-label="Loading the imports"
      className="flex flex-col divide-y divide-line rounded-lg border border-line bg-surface"
    >
      {["w-48", "w-40", "w-52"].map((width) => (
        <div key={width} className="flex h-10 items-center px-4">
          <Skeleton className={width} />
        </div>
      ))}
    </div>
  );
}
