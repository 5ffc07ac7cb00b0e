import { useMutation, useQuery } from "@tanstack/react-query";
import { Undo2 } from "lucide-react";
import { useState } from "react";
import { formatCount } from "../../lib/format.ts";
import { mutate } from "../../lib/mutate.ts";
import { problemSentence } from "../../lib/problem.ts";
import { queryClient, trpc } from "../../lib/trpc.ts";
import { Button } from "../ui/button.tsx";
import { Dialog, DialogBody, DialogFooter } from "../ui/dialog.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { KeyStillWorks } from "./key-still-works.tsx";
import { SinceField } from "./since-field.tsx";
import { type SinceChoice, selectionOf, sinceOf, undoTitle, type Whose } from "./undo-choice.ts";
import { UndoLists } from "./undo-lists.tsx";

interface UndoDialogProps {
  isOpen: boolean;
  onClose: () => void;
  whose: Whose;
  /** RFC 3339; the moment that is proposed. */
  since?: string | undefined;
}

/** Asks what would be put back, shows it with what would stay and why, and does it once that is confirmed. */
export function UndoDialog({ isOpen, onClose, whose, since }: UndoDialogProps) {
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      width="lg"
      title={undoTitle(whose)}
      description={
        whose.kind === "person"
          ? "What they did signed in. What their keys did is undone key by key."
          : "Newest first, all in one go. What somebody has changed since stays as it is."
      }
    >
      <Undoing whose={whose} since={since} onClose={onClose} />
    </Dialog>
  );
}

function Undoing({ whose, since, onClose }: Pick<UndoDialogProps, "whose" | "since" | "onClose">) {
  const [choice, setChoice] = useState<SinceChoice>(since ? "moment" : "60");
  const [typed, setTyped] = useState(() => (since ? localMoment(since) : ""));
  const [openedMs] = useState(() => Date.now());
  const from = whose.kind === "event" ? null : sinceOf(choice, typed, openedMs);
  const selection = from === undefined ? null : selectionOf(whose, from);
  const preview = useQuery({
    queryKey: ["undo preview", selection],
    queryFn: () => mutate(trpc.events.undo.mutationOptions(), { ...selection, dry_run: true }),
    enabled: selection !== null,
    staleTime: 0,
    gcTime: 0,
  });
  const undo = useMutation(
    trpc.events.undo.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ predicate: isShown }),
    }),
  );
  const shown = undo.data ?? preview.data;
  const error = undo.error ?? (preview.data ? null : preview.error);
  const count = preview.data?.undone.length ?? 0;
  return (
    <>
      <DialogBody>
        {whose.kind === "event" || undo.data ? null : (
          <SinceField choice={choice} onChoiceChange={setChoice} typed={typed} onTypedChange={setTyped} />
        )}
        {whose.kind === "key" ? <KeyStillWorks keyId={whose.id} /> : null}
        {selection !== null && preview.isFetching && !undo.data ? <PreviewSkeleton /> : null}
        <div role="status" className="flex flex-col gap-4">
          {undo.data ? <Outcome {...undo.data} /> : null}
          {shown && !(preview.isFetching && !undo.data) ? <UndoLists {...shown} /> : null}
          {shown && shown.undone.length + shown.skipped.length === 0 ? (
            <p className="py-6 text-center text-ui text-muted">
              Nothing was changed in that time. Look further back.
            </p>
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
        {undo.data || selection === null ? null : (
          <Button
            variant="primary"
            isBusy={undo.isPending}
            disabled={count === 0 || preview.isFetching}
            onClick={() => undo.mutate({ ...selection, dry_run: false })}
          >
            <Undo2 aria-hidden />
            {count === 0 ? "Undo" : `Undo ${formatCount(count, "change")}`}
          </Button>
        )}
      </DialogFooter>
    </>
  );
}

/** The preview was of before. */
const isShown = ({ queryKey }: { queryKey: readonly unknown[] }): boolean => queryKey[0] !== "undo preview";

function Outcome({ undone, skipped }: { undone: readonly unknown[]; skipped: readonly unknown[] }) {
  return (
    <p className="rounded-md bg-ok-soft px-3 py-2 text-ui text-ok-ink">
      {formatCount(undone.length, "change")} put back
      {skipped.length > 0 ? `, ${formatCount(skipped.length, "change")} left as it is` : ""}. The undo stands
      in the activity, and can be undone itself.
    </p>
  );
}

function PreviewSkeleton() {
  return (
    <div role="status" aria-label="Looking what can be put back" className="flex flex-col gap-3">
      <Skeleton className="w-40" />
      <Skeleton className="h-9" />
      <Skeleton className="h-9" />
    </div>
  );
}

/** `2026-03-09T14:05:07` in the reader's time zone, as a date and time box has it. */
function localMoment(at: string): string {
  const date = new Date(at);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}
