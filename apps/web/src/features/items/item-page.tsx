import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { SubjectHistory } from "../../components/events/subject-history.tsx";
import { LabelCard } from "../../components/label-card.tsx";
import { ReservationsOf } from "../../components/reservations-of.tsx";
import { TasksOf } from "../../components/tasks-of.tsx";
import { buttonStyles } from "../../components/ui/button.tsx";
import { NotHere } from "../../components/ui/not-here.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { trpc } from "../../lib/trpc.ts";
import { useMay } from "../../lib/use-may.ts";
import { EditItemDialog } from "./edit-item-dialog.tsx";
import { deleteItem } from "./item-actions.ts";
import { ItemFacts } from "./item-facts.tsx";
import { backToItems, ItemHeader } from "./item-header.tsx";
import { ItemStock } from "./item-stock.tsx";
import { MoveItemDialog } from "./move-item-dialog.tsx";
import { useItemPageKeys } from "./use-item-page-keys.ts";

/** One item: how many there are, where, what is known of it, what holds it, and who changed it. */
export function ItemPage({ itemId }: { itemId: string }) {
  const navigate = useNavigate();
  const {
    data: item,
    error,
    refetch,
  } = useQuery(trpc.items.get.queryOptions({ id: itemId, include: ["location_path", "bin"] }));
  const mayWrite = useMay("items:write");
  const mayDelete = useMay("items:delete");
  const [asked, setAsked] = useState<"edit" | "move" | null>(null);
  const close = () => setAsked(null);
  const remove = () => item && void deleteItem(item, () => void navigate({ to: "/items", replace: true }));
  const handlers = {
    ...(mayWrite && { onEdit: () => setAsked("edit"), onMove: () => setAsked("move") }),
    ...(mayDelete && { onDelete: remove }),
  };
  useItemPageKeys(item, handlers);
  if (error && !item) {
    return (
      <>
        <PageHeader title="Item" back={backToItems} />
        <NotHere noun="item" error={error} onRetry={() => void refetch()} action={<TrashLink />} />
      </>
    );
  }
  if (!item) return <ItemPageSkeleton />;
  return (
    <>
      <ItemHeader item={item} {...handlers} />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr]">
        <ItemStock item={item} mayWrite={mayWrite} />
        <div className="flex min-w-0 flex-col gap-6 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <ItemFacts item={item} />
          <LabelCard thing={{ type: "item", id: item.id, name: item.name }} />
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <ReservationsOf itemId={item.id} unit={item.unit} />
          <TasksOf subjectType="item" subjectId={item.id} />
          <SubjectHistory subjectId={item.id} />
        </div>
      </div>
      <EditItemDialog item={asked === "edit" ? item : null} onClose={close} />
      <MoveItemDialog item={asked === "move" ? item : null} onClose={close} />
    </>
  );
}

const TrashLink = () => (
  <Link to="/trash" className={buttonStyles({})}>
    Look in the trash
  </Link>
);

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
