import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { FolderInput, Pencil, Trash2 } from "lucide-react";
import { useCallback, useState } from "react";
import { SubjectHistory } from "../../components/events/subject-history.tsx";
import { LabelCard } from "../../components/label-card.tsx";
import { TasksOf } from "../../components/tasks-of.tsx";
import { buttonStyles } from "../../components/ui/button.tsx";
import { NotHere } from "../../components/ui/not-here.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { type Action, useRegisterActions } from "../../lib/actions.ts";
import { trpc } from "../../lib/trpc.ts";
import { useMay } from "../../lib/use-may.ts";
import { BinContents } from "./bin-contents.tsx";
import { BinFacts } from "./bin-facts.tsx";
import { BinHeader, backToBins } from "./bin-header.tsx";
import { EditBinDialog } from "./edit-bin-dialog.tsx";
import { EmptyBinDialog } from "./empty-bin-dialog.tsx";
import { MoveBinDialog } from "./move-bin-dialog.tsx";
import { useDeleteBin } from "./use-delete-bin.ts";

/** One bin: what is in it, a line to put more in, its label, and who changed it. */
export function BinPage({ binId }: { binId: string }) {
  const navigate = useNavigate();
  const {
    data: bin,
    error,
    refetch,
  } = useQuery(trpc.bins.get.queryOptions({ id: binId, include: ["location_path"] }));
  const mayWrite = useMay("bins:write");
  const mayDelete = useMay("bins:delete");
  const [asked, setAsked] = useState<"edit" | "move" | null>(null);
  const close = () => setAsked(null);
  const leave = useCallback(() => void navigate({ to: "/bins", replace: true }), [navigate]);
  const { remove, occupied, dismiss } = useDeleteBin(leave);
  const handlers = {
    ...(mayWrite && { onEdit: () => setAsked("edit"), onMove: () => setAsked("move") }),
    ...(mayDelete && bin && { onDelete: () => void remove(bin) }),
  };
  useBinPageKeys(handlers);
  if (error && !bin) {
    return (
      <>
        <PageHeader title="Bin" back={backToBins} />
        <NotHere noun="bin" error={error} onRetry={() => void refetch()} action={<TrashLink />} />
      </>
    );
  }
  if (!bin) return <BinPageSkeleton />;
  return (
    <>
      <BinHeader bin={bin} {...handlers} />
      {bin.description === "" ? null : (
        <p className="mb-5 max-w-2xl text-ui whitespace-pre-line text-muted">{bin.description}</p>
      )}
      <BinContents binId={bin.id} />
      <div className="mt-8 grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-6 lg:col-start-2 lg:row-start-1">
          <LabelCard thing={{ type: "bin", id: bin.id, name: bin.name }} code={bin.code} />
          <BinFacts bin={bin} />
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <TasksOf subjectType="bin" subjectId={bin.id} />
          <SubjectHistory subjectId={bin.id} />
        </div>
      </div>
      <EditBinDialog bin={asked === "edit" ? bin : null} onClose={close} />
      <MoveBinDialog bin={asked === "move" ? bin : null} onClose={close} />
      <EmptyBinDialog bin={occupied} onClose={dismiss} onDeleted={leave} />
    </>
  );
}

/** What one can do on a bin's page, by key and in the palette. */
function useBinPageKeys(handlers: { onEdit?: () => void; onMove?: () => void; onDelete?: () => void }): void {
  const { onEdit, onMove, onDelete } = handlers;
  const common = { section: "This page" } as const;
  const actions: Action[] = [
    ...(onEdit
      ? [{ ...common, id: "bin.edit-this", label: "Edit bin", icon: Pencil, keys: "e", run: onEdit }]
      : []),
    ...(onMove
      ? [{ ...common, id: "bin.move-this", label: "Move bin", icon: FolderInput, keys: "m", run: onMove }]
      : []),
    ...(onDelete
      ? [{ ...common, id: "bin.delete-this", label: "Delete bin", icon: Trash2, run: onDelete }]
      : []),
  ];
  useRegisterActions(actions);
}

const TrashLink = () => (
  <Link to="/trash" search={{ of: "bins" }} className={buttonStyles({})}>
    Look in the trash
  </Link>
);

function BinPageSkeleton() {
  return (
    <div role="status" aria-label="Loading the bin">
      <Skeleton className="mb-3 w-16" />
      <Skeleton className="mb-2 h-6 w-56" />
      <Skeleton className="mb-5 w-40" />
      <Skeleton className="mb-3 h-9 w-full rounded-md" />
      <Skeleton className="h-64 w-full rounded-lg" />
    </div>
  );
}
