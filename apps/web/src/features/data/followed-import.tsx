import { useMutation, useQuery } from "@tanstack/react-query";
import { CircleCheck, RotateCw, TriangleAlert, Undo2 } from "lucide-react";
import { useEffect, useRef } from "react";
import { Button } from "../../components/ui/button.tsx";
import { ProgressBar } from "../../components/ui/progress-bar.tsx";
import { QueryProblem } from "../../components/ui/query-problem.tsx";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { Time } from "../../components/ui/time.tsx";
import { formatCount, formatNumber } from "../../lib/format.ts";
import { showProblem } from "../../lib/toasts.ts";
import { queryClient, trpc } from "../../lib/trpc.ts";
import { useNow } from "../../lib/use-now.ts";
import { ImportCounts } from "./import-counts.tsx";
import { type ImportOnRecord, isAtWork, nameOf, stateOf } from "./import-words.ts";
import { RowErrorsTable } from "./row-errors-table.tsx";

/** Often enough to see it move, seldom enough for a rate limit. */
const ASK_EVERY_MS = 1_000;
const CLOCK_MS = 5_000;

interface FollowedImportProps {
  id: string;
  /** Left out where the reader may not undo. */
  onUndo: ((asked: ImportOnRecord) => void) | undefined;
  onAnother: () => void;
}

/** One import: how far it is, and what came of it. */
export function FollowedImport({ id, onUndo, onAnother }: FollowedImportProps) {
  const { data, error, refetch } = useQuery(
    trpc.imports.get.queryOptions(
      { id },
      {
        staleTime: 0,
        refetchInterval: ({ state }) => (state.data && isAtWork(state.data) ? ASK_EVERY_MS : false),
      },
    ),
  );
  useRefreshAtEnd(data);
  const now = useNow(data && isAtWork(data) ? CLOCK_MS : null);
  const state = data && stateOf(data, now);
  const isFailed = state === "failed";
  return (
    <>
      {data && state ? (
        <>
          <p className="text-ui font-medium break-words text-ink">{nameOf(data)}</p>
          {state === "cut off" ? <CutOff found={data} /> : <Outcome found={data} state={state} />}
        </>
      ) : null}
      {!data && error ? <QueryProblem error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? (
        <div role="status" aria-label="Loading the import" className="flex flex-col gap-3">
          <Skeleton className="w-40" />
          <Skeleton className="h-14" />
        </div>
      ) : null}
      {state === "working" ? null : (
        <div className="flex flex-wrap justify-end gap-2 max-sm:*:grow">
          {data && onUndo && state === "done" && data.created + data.updated > 0 ? (
            <Button onClick={() => onUndo(data)}>
              <Undo2 aria-hidden />
              Undo…
            </Button>
          ) : null}
          <Button variant={isFailed ? "primary" : "secondary"} onClick={onAnother}>
            Import {isFailed ? "the mended" : "another"} file
          </Button>
          {state === "cut off" ? <ResumeButton id={id} /> : null}
        </div>
      )}
    </>
  );
}

/** What an import did shows everywhere, once it has ended under the reader's eyes. */
function useRefreshAtEnd(found: ImportOnRecord | undefined): void {
  const wasAtWork = useRef(false);
  const isEnded = found !== undefined && !isAtWork(found);
  useEffect(() => {
    if (found && !isEnded) wasAtWork.current = true;
    if (!isEnded || !wasAtWork.current) return;
    wasAtWork.current = false;
    void queryClient.invalidateQueries();
  }, [found, isEnded]);
}

function Outcome({ found, state }: { found: ImportOnRecord; state: ReturnType<typeof stateOf> }) {
  return (
    <div role="status" className="flex flex-col gap-4">
      {state === "working" ? <Working {...found} /> : null}
      {state === "done" ? <Done found={found} /> : null}
      {state === "undone" ? (
        <p className="text-ui text-muted">
          It was undone <Time at={found.updated_at} />.
        </p>
      ) : null}
      {state === "failed" ? (
        <>
          <p className="flex items-start gap-2 rounded-md bg-danger-soft px-3 py-2 text-ui text-danger-ink">
            <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            <span>
              Nothing was imported. {formatCount(found.errors_total, "error")} kept the file out: mend{" "}
              {found.errors_total === 1 ? "it" : "them"}, and choose the file again.
            </span>
          </p>
          <RowErrorsTable {...found} />
        </>
      ) : null}
    </div>
  );
}

function Working({ rows_done, rows_total }: ImportOnRecord) {
  const isWriting = rows_total > 0 && rows_done >= rows_total;
  return (
    <>
      <ProgressBar
        label="Importing"
        share={rows_total === 0 ? null : rows_done / rows_total}
        text={
          rows_total === 0
            ? "Reading the file"
            : isWriting
              ? `All ${formatCount(rows_total, "row")} are ready, and being written`
              : `${formatNumber(rows_done)} of ${formatCount(rows_total, "row")}`
        }
      />
      <p className="text-ui text-muted">
        It goes on when you leave this page. Nothing of it shows until all of it is there.
      </p>
    </>
  );
}

function Done({ found }: { found: ImportOnRecord }) {
  return (
    <>
      <p className="flex items-center gap-2 text-ui text-ok-ink">
        <CircleCheck aria-hidden className="size-4 shrink-0" />
        <span>
          Imported <Time at={found.updated_at} />: {formatCount(found.rows_total, "row")}, all of them.
        </span>
      </p>
      <ImportCounts {...found} isDone />
    </>
  );
}

/** The server was stopped on the way. */
function CutOff({ found }: { found: ImportOnRecord }) {
  return (
    <p className="flex items-start gap-2 rounded-md bg-warn-soft px-3 py-2 text-ui text-warn-ink">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>
        It last moved <Time at={found.updated_at} />, as if the server was stopped. Nothing of it is written,
        and the server still has the file: resume it, and it begins anew.
      </span>
    </p>
  );
}

function ResumeButton({ id }: { id: string }) {
  const resume = useMutation(
    trpc.imports.resume.mutationOptions({
      onError: (error) => showProblem("The import was not resumed.", error),
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.imports.pathKey() }),
    }),
  );
  return (
    <Button variant="primary" isBusy={resume.isPending} onClick={() => resume.mutate({ id })}>
      <RotateCw aria-hidden />
      Resume
    </Button>
  );
}
