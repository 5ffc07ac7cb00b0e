import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { ArrowLeft, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { SubjectHistory } from "../../components/events/subject-history.tsx";
import { Button } from "../../components/ui/button.tsx";
import { IconButton } from "../../components/ui/icon-button.tsx";
import { NotHere } from "../../components/ui/not-here.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { ViewOnlyBadge } from "../../components/ui/view-only-badge.tsx";
import { formatQuantity } from "../../lib/format.ts";
import { trpc } from "../../lib/trpc.ts";
import { useMay } from "../../lib/use-may.ts";
import { useAllLocations } from "../locations/all-locations.ts";
import { DeleteItemDialog } from "./delete-item-dialog.tsx";
import { EditItemDialog } from "./edit-item-dialog.tsx";
import { ItemFacts } from "./item-facts.tsx";
import { LowBadge } from "./low-badge.tsx";
import { PlaceLabel } from "./place-label.tsx";
import { QuantityCounter } from "./quantity-counter.tsx";
import { useBinsById } from "./use-bins-by-id.ts";
import { useItemPageKeys } from "./use-item-page-keys.ts";

/** One item: how many there are, where, what is known of it, and who changed it. */
export function ItemPage({ itemId }: { itemId: string }) {
  const navigate = useNavigate();
  const { data: item, error, refetch } = useQuery(trpc.items.get.queryOptions({ id: itemId }));
  const bins = useBinsById([item?.bin_id ?? null]);
  const { locations } = useAllLocations();
  const mayWrite = useMay("items:write");
  const mayDelete = useMay("items:delete");
  const [isEditing, setIsEditing] = useState(false);
  const [isDeleting, setIsDeleting] = useState(false);
  useItemPageKeys(item, {
    ...(mayWrite && { onEdit: () => setIsEditing(true) }),
    ...(mayDelete && { onDelete: () => setIsDeleting(true) }),
  });
  const back = (
    <Link to="/items" className="inline-flex items-center gap-1.5 rounded-sm hover:text-ink">
      <ArrowLeft aria-hidden className="size-3.5" />
      Items
    </Link>
  );
  if (error && !item) {
    return (
      <>
        <PageHeader title="Item" back={back} />
        <NotHere noun="item" error={error} onRetry={() => void refetch()} />
      </>
    );
  }
  if (!item) return <ItemPageSkeleton />;
  return (
    <>
      <PageHeader
        title={item.name}
        back={back}
        purpose={
          <PlaceLabel
            item={item}
            bins={bins}
            locations={new Map(locations.map((location) => [location.id, location]))}
          />
        }
        action={
          <>
            {mayDelete ? (
              <IconButton
                icon={Trash2}
                label="Delete item"
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
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <section
            aria-label="Quantity"
            className="flex flex-wrap items-center justify-between gap-3 rounded-lg border border-line bg-surface px-4 py-3 shadow-raised"
          >
            {mayWrite ? (
              <QuantityCounter item={item} />
            ) : (
              <p className="text-base font-semibold tabular-nums">
                {formatQuantity(item.quantity, item.unit)}
              </p>
            )}
            <LowBadge item={item} />
          </section>
          <SubjectHistory subjectId={item.id} />
        </div>
        <ItemFacts item={item} />
      </div>
      <EditItemDialog item={isEditing ? item : null} onClose={() => setIsEditing(false)} />
      <DeleteItemDialog
        item={isDeleting ? item : null}
        onClose={() => setIsDeleting(false)}
        onDeleted={() => void navigate({ to: "/items", replace: true })}
      />
    </>
  );
}

function ItemPageSkeleton() {
  return (
    <div role="status" aria-label="Loading the item">
      <Skeleton className="mb-3 w-16" />
      <Skeleton className="mb-2 h-6 w-56" />
      <Skeleton className="mb-5 w-40" />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <Skeleton className="h-16 w-full rounded-lg" />
        <Skeleton className="h-64 w-full rounded-lg" />
      </div>
    </div>
  );
}
