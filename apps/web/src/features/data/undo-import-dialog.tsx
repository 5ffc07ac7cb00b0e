import { useMutation, useQuery } from "@tanstack/react-query";
import { Undo2 } from "lucide-react";
import { Button } from "../../components/ui/button.tsx";
import { Dialog, DialogBody, DialogFooter } from "../../components/ui/dialog.tsx";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { UndoLists } from "../../components/undo/undo-lists.tsx";
import { formatCount } from "../../lib/format.ts";
import { mutate } from "../../lib/mutate.ts";
import { problemSentence } from "../../lib/problem.ts";
import { queryClient, trpc } from "../../lib/trpc.ts";
import { useLastValue } from "../../lib/use-last-value.ts";
import { type ImportOnRecord, nameOf } from "./import-words.ts";

interface UndoImportDialogProps {
  /** The import in question; null while none is. */
  asked: ImportOnRecord | null;
  onClose: () => void;
}

/** Shows what an undo of an import would put back and what would stay and why, and does it once that is confirmed. */
export function UndoImportDialog({ asked, onClose }: UndoImportDialogProps) {
  const shown = useLastValue(asked);
  return (
    <Dialog
      isOpen={asked !== null}
      onClose={onClose}
      width="lg"
      title={shown ? `Undo the import of ${nameOf(shown)}?` : ""}
      description="All of it in one go. What somebody has changed since stays as it is."
    >
      {shown?.id ? <Undoing id={shown.id} onClose={onClose} /> : null}
    </Dialog>
  );
}

function Undoing({ id, onClose }: { id: string; onClose: () => void }) {
  const preview = useQuery({
    queryKey: [PREVIEW, id],
    queryFn: () => mutate(trpc.imports.undo.mutationOptions(), { id, dry_run: true }),
    staleTime: 0,
    gcTime: 0,
  });
  const undo = useMutation(
    trpc.imports.undo.mutationOptions({
      onSuccess: () =>
        queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== PREVIEW }),
    }),
  );
  const shown = undo.data ?? preview.data;
  const error = undo.error ?? (preview.data ? null : preview.error);
  const count = preview.data?.undone_total ?? 0;
  return (
    <>
      <DialogBody>
        {preview.isPending ? (
          <div role="status" aria-label="Looking what can be put back" className="flex flex-col gap-3">
            <Skeleton className="w-40" />
            <Skeleton className="h-9" />
            <Skeleton className="h-9" />
          </div>
        ) : null}
        <div role="status" className="flex flex-col gap-4">
          {undo.data ? (
            <p className="rounded-md bg-ok-soft px-3 py-2 text-ui text-ok-ink">
              {formatCount(undo.data.undone_total, "change")} put back
              {undo.data.skipped_total > 0
                ? `, ${formatCount(undo.data.skipped_total, "change")} left as it is`
                : ""}
              .
            </p>
          ) : null}
          {preview.data && !undo.data && preview.data.skipped_total > 0 ? (
            <p className="text-ui text-warn-ink">
              {formatCount(preview.data.skipped_total, "change")} cannot be put back, and would stay as listed
              at the end.
            </p>
          ) : null}
          {shown ? <UndoLists {...shown} /> : null}
          {shown && shown.undone_total + shown.skipped_total === 0 ? (
            <p className="py-6 text-center text-ui text-muted">Nothing of it is left to put back.</p>
          ) : null}
        </div>
        {error ? (
          <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-ui text-danger-ink">
            {problemSentence(error)}
          </p>
        ) : null}
      </DialogBody>
      <DialogFooter>
        <Button onClick={onClose}>{undo.data ? "Done" : "Cancel"}</Button>
        {undo.data ? null : (
          <Button
            variant="primary"
            isBusy={undo.isPending}
            disabled={count === 0}
            onClick={() => undo.mutate({ id, dry_run: false })}
          >
            <Undo2 aria-hidden />
            {count === 0 ? "Undo" : `Undo ${formatCount(count, "change")}`}
          </Button>
        )}
      </DialogFooter>
    </>
  );
}

/** What was previewed is of before. */
const PREVIEW = "import undo preview";
