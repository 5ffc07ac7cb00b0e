import type { Trigger } from "@stowage/contract/triggers";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { SubjectHistory } from "../../components/events/subject-history.tsx";
import { NotHere } from "../../components/ui/not-here.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { useRegisterActions } from "../../lib/actions.ts";
import { trpc } from "../../lib/trpc.ts";
import { useMay } from "../../lib/use-may.ts";
import { backToTriggers } from "./back-to-triggers.tsx";
import { DeleteTriggerDialog } from "./delete-trigger-dialog.tsx";
import { DeliveryLog } from "./delivery-log.tsx";
import { SigningCard } from "./signing-card.tsx";
import { TestCard } from "./test-card.tsx";
import { TestModeNote } from "./test-mode-note.tsx";
import { TriggerActions } from "./trigger-actions.tsx";
import { TriggerFacts } from "./trigger-facts.tsx";
import { TriggerNotices } from "./trigger-notices.tsx";
import type { TriggerSearch } from "./trigger-search.ts";
import { TriggerSentenceLine } from "./trigger-sentence-line.tsx";

interface TriggerPageProps {
  triggerId: string;
  search: TriggerSearch;
  onSearchChange: (search: TriggerSearch) => void;
}

/** One trigger: what it says, whether it works, what it sent, and a button to try it. */
export function TriggerPage({ triggerId, search, onSearchChange }: TriggerPageProps) {
  const { data: trigger, error, refetch } = useQuery(trpc.triggers.get.queryOptions({ id: triggerId }));
  if (error && !trigger) {
    return (
      <>
        <PageHeader title="Trigger" back={backToTriggers} />
        <NotHere noun="trigger" error={error} onRetry={() => void refetch()} />
      </>
    );
  }
  if (!trigger) return <TriggerPageSkeleton />;
  return <ShownTrigger trigger={trigger} search={search} onSearchChange={onSearchChange} />;
}

type ShownTriggerProps = Omit<TriggerPageProps, "triggerId"> & { trigger: Trigger };

function ShownTrigger({ trigger, search, onSearchChange }: ShownTriggerProps) {
  const navigate = useNavigate();
  const mayWrite = useMay("triggers:write");
  const [isDeleting, setIsDeleting] = useState(false);
  const edit = () => void navigate({ to: "/triggers/$triggerId/edit", params: { triggerId: trigger.id } });
  const common = { section: "This page" } as const;
  useRegisterActions(
    mayWrite
      ? [
          { ...common, id: "trigger.edit-this", label: "Edit trigger", icon: Pencil, keys: "e", run: edit },
          {
            ...common,
            id: "trigger.delete-this",
            label: "Delete trigger",
            icon: Trash2,
            run: () => setIsDeleting(true),
          },
        ]
      : [],
  );
  return (
    <>
      <PageHeader
        title={trigger.name}
        back={backToTriggers}
        purpose={<TriggerSentenceLine trigger={trigger} />}
        isActionWide
        action={<TriggerActions trigger={trigger} onDelete={() => setIsDeleting(true)} />}
      />
      <TestModeNote />
      <TriggerNotices trigger={trigger} />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-6">
          {mayWrite ? <TestCard trigger={trigger} /> : null}
          <DeliveryLog trigger={trigger} search={search} onSearchChange={onSearchChange} />
          <SubjectHistory subjectId={trigger.id} />
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <TriggerFacts trigger={trigger} />
          <SigningCard trigger={trigger} />
        </div>
      </div>
      <DeleteTriggerDialog
        trigger={isDeleting ? trigger : null}
        onClose={() => setIsDeleting(false)}
        onDeleted={() => void navigate({ to: "/triggers", replace: true })}
      />
    </>
  );
}

function TriggerPageSkeleton() {
  return (
    <div role="status" aria-label="Loading the trigger">
      <Skeleton className="mb-3 w-16" />
      <Skeleton className="mb-2 h-6 w-56" />
      <Skeleton className="mb-5 w-80 max-w-full" />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <Skeleton className="h-64 w-full rounded-lg" />
        <Skeleton className="h-40 w-full rounded-lg" />
      </div>
    </div>
  );
}
