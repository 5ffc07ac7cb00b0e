import type { Location } from "@stowage/contract/locations";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { FolderInput, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { SubjectHistory } from "../../components/events/subject-history.tsx";
import { LabelCard } from "../../components/label-card.tsx";
import { TasksOf } from "../../components/tasks-of.tsx";
import { NotHere } from "../../components/ui/not-here.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { type Action, useRegisterActions } from "../../lib/actions.ts";
import { trpc } from "../../lib/trpc.ts";
import { useMay } from "../../lib/use-may.ts";
import { DeleteLocationDialog } from "./delete-location-dialog.tsx";
import { EditLocationDialog } from "./edit-location-dialog.tsx";
import { LocationContents } from "./location-contents.tsx";
import { LocationFacts } from "./location-facts.tsx";
import { backToLocations, LocationHeader } from "./location-header.tsx";
import type { LocationSearch } from "./location-search.ts";
import { MoveLocationDialog } from "./move-location-dialog.tsx";

interface LocationPageProps {
  locationId: string;
  search: LocationSearch;
  onSearchChange: (search: LocationSearch) => void;
}

/** One place: the way to it, what is in it, and who changed it. */
export function LocationPage({ locationId, search, onSearchChange }: LocationPageProps) {
  const { data: location, error, refetch } = useQuery(trpc.locations.get.queryOptions({ id: locationId }));
  const navigate = useNavigate();
  const [asked, setAsked] = useState<"edit" | "move" | "delete" | null>(null);
  const close = () => setAsked(null);
  const mayWrite = useMay("locations:write");
  const mayDelete = useMay("locations:delete");
  const handlers = {
    ...(mayWrite && { onEdit: () => setAsked("edit"), onMove: () => setAsked("move") }),
    ...(mayDelete && { onDelete: () => setAsked("delete") }),
  };
  useLocationPageKeys(handlers);
  if (error && !location) {
    return (
      <>
        <PageHeader title="Location" back={backToLocations} />
        <NotHere noun="location" error={error} onRetry={() => void refetch()} />
      </>
    );
  }
  if (!location) return <LocationPageSkeleton />;
  const askedFor = (what: typeof asked): Location | null => (asked === what ? location : null);
  return (
    <>
      <LocationHeader location={location} {...handlers} />
      {location.description === "" ? null : (
        <p className="mb-5 max-w-2xl text-ui whitespace-pre-line text-muted">{location.description}</p>
      )}
      <LocationContents location={location} search={search} onSearchChange={onSearchChange} />
      <div className="mt-8 grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <TasksOf subjectType="location" subjectId={location.id} />
          <SubjectHistory subjectId={location.id} />
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <LabelCard thing={{ type: "location", id: location.id, name: location.name }} />
          <LocationFacts location={location} />
        </div>
      </div>
      <EditLocationDialog location={askedFor("edit")} onClose={close} />
      <MoveLocationDialog location={askedFor("move")} onClose={close} />
      <DeleteLocationDialog
        location={askedFor("delete")}
        onClose={close}
        onDeleted={() => void navigate({ to: "/locations", replace: true })}
      />
    </>
  );
}

/** What one can do on a location's page, by key and in the palette. */
function useLocationPageKeys({
  onEdit,
  onMove,
  onDelete,
}: {
  onEdit?: () => void;
  onMove?: () => void;
  onDelete?: () => void;
}): void {
  const common = { section: "This page" } as const;
  const actions: Action[] = [
    ...(onEdit
      ? [{ ...common, id: "location.edit-this", label: "Edit location", icon: Pencil, run: onEdit }]
      : []),
    ...(onMove
      ? [
          {
            ...common,
            id: "location.move-this",
            label: "Move location",
            icon: FolderInput,
            keys: "m",
            run: onMove,
          },
        ]
      : []),
    ...(onDelete
      ? [{ ...common, id: "location.delete-this", label: "Delete location", icon: Trash2, run: onDelete }]
      : []),
  ];
  useRegisterActions(actions);
}

function LocationPageSkeleton() {
  return (
    <div role="status" aria-label="Loading the location">
      <Skeleton className="mb-3 w-24" />
      <Skeleton className="mb-2 h-6 w-56" />
      <Skeleton className="mb-5 w-40" />
      <Skeleton className="mb-3 h-9 w-72 rounded-md" />
      <Skeleton className="h-64 w-full rounded-lg" />
    </div>
  );
}
