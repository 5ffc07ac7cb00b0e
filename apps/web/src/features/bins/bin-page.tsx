import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { ArrowLeft, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { SubjectHistory } from "../../components/events/subject-history.tsx";
import { Badge } from "../../components/ui/badge.tsx";
import { Button } from "../../components/ui/button.tsx";
import { CopyButton } from "../../components/ui/copy-button.tsx";
import { IconButton } from "../../components/ui/icon-button.tsx";
import { NotHere } from "../../components/ui/not-here.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { ViewOnlyBadge } from "../../components/ui/view-only-badge.tsx";
import { type Action, useRegisterActions } from "../../lib/actions.ts";
import { trpc } from "../../lib/trpc.ts";
import { useMay } from "../../lib/use-may.ts";
import { useAllLocations } from "../locations/all-locations.ts";
import { BinContents } from "./bin-contents.tsx";
import { DeleteBinDialog } from "./delete-bin-dialog.tsx";
import { EditBinDialog } from "./edit-bin-dialog.tsx";

/** One bin: what is in it, a line to put more in, and who changed it. */
export function BinPage({ binId }: { binId: string }) {
  const navigate = useNavigate();
  const { data: bin, error, refetch } = useQuery(trpc.bins.get.queryOptions({ id: binId }));
  const { locations } = useAllLocations();
  const mayWrite = useMay("bins:write");
  const mayDelete = useMay("bins:delete");
  const [isEditing, setIsEditing] = useState(false);
  const [isDeleting, setIsDeleting] = useState(false);
  const edit: Action[] = [
    {
      id: "bin.edit-this",
      label: "Edit bin",
      section: "This page",
      icon: Pencil,
      run: () => setIsEditing(true),
    },
  ];
  const remove: Action[] = [
    {
      id: "bin.delete-this",
      label: "Delete bin",
      section: "This page",
      icon: Trash2,
      run: () => setIsDeleting(true),
    },
  ];
  useRegisterActions([...(mayWrite ? edit : []), ...(mayDelete ? remove : [])]);
  const back = (
    <Link to="/bins" className="inline-flex items-center gap-1.5 rounded-sm hover:text-ink">
      <ArrowLeft aria-hidden className="size-3.5" />
      Bins
    </Link>
  );
  if (error && !bin) {
    return (
      <>
        <PageHeader title="Bin" back={back} />
        <NotHere noun="bin" error={error} onRetry={() => void refetch()} />
      </>
    );
  }
  if (!bin) return <BinPageSkeleton />;
  const location = locations.find(({ id }) => id === bin.location_id);
  return (
    <>
      <PageHeader
        title={bin.name}
        back={back}
        purpose={
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="inline-flex items-center">
              <code className="font-mono text-ink">{bin.code}</code>
              <CopyButton
                text={bin.code}
                label="Copy the code"
                isIconOnly
                variant="quiet"
                size="sm"
                className="px-1.5"
              />
            </span>
            {bin.location_id === null ? "Nowhere in particular" : (location?.name ?? "…")}
            {bin.tags.map((tag) => (
              <Badge key={tag}>{tag}</Badge>
            ))}
          </span>
        }
        action={
          <>
            {mayDelete ? (
              <IconButton
                icon={Trash2}
                label="Delete bin"
                tone="danger"
                onClick={() => setIsDeleting(true)}
              />
            ) : null}
            {mayWrite ? (
              <Button onClick={() => setIsEditing(true)}>
                <Pencil aria-hidden />
                Edit
              </Button>
            ) : (
              <ViewOnlyBadge />
            )}
          </>
        }
      />
      {bin.description === "" ? null : (
        <p className="mb-5 max-w-2xl text-ui whitespace-pre-line text-muted">{bin.description}</p>
      )}
      <BinContents binId={bin.id} />
      <div className="mt-8">
        <SubjectHistory subjectId={bin.id} />
      </div>
      <EditBinDialog bin={isEditing ? bin : null} onClose={() => setIsEditing(false)} />
      <DeleteBinDialog
        bin={isDeleting ? bin : null}
        onClose={() => setIsDeleting(false)}
        onDeleted={() => void navigate({ to: "/bins", replace: true })}
      />
    </>
  );
}

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
