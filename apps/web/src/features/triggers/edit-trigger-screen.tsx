import type { Trigger } from "@stowage/contract/triggers";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { ArrowLeft } from "lucide-react";
import { useState } from "react";
import { VersionConflictNote } from "../../components/form/version-conflict-note.tsx";
import { NotHere } from "../../components/ui/not-here.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { showToast } from "../../lib/toasts.ts";
import { trpc } from "../../lib/trpc.ts";
import { useMay } from "../../lib/use-may.ts";
import { useVersionedEdit } from "../../lib/use-versioned-edit.ts";
import { readDraft, type TriggerInput } from "./draft-input.ts";
import { type MadeSecret, madeSecrets } from "./made-secrets.ts";
import { NotYoursToChange } from "./not-yours-to-change.tsx";
import { SigningSecretDialog } from "./signing-secret-dialog.tsx";
import { TestModeNote } from "./test-mode-note.tsx";
import { refreshTriggers } from "./trigger-cache.ts";
import { draftOf } from "./trigger-draft.ts";
import { TriggerForm } from "./trigger-form.tsx";

/** The builder, with a trigger that is there. */
export function EditTriggerScreen({ triggerId }: { triggerId: string }) {
  const mayWrite = useMay("triggers:write");
  const trigger = useQuery(trpc.triggers.get.queryOptions({ id: triggerId }));
  const { data, error } = trigger;
  return (
    <>
      <PageHeader
        title={data ? `Edit ${data.name}` : "Edit trigger"}
        back={
          <Link
            to="/triggers/$triggerId"
            params={{ triggerId }}
            className="inline-flex items-center gap-1.5 rounded-sm hover:text-ink"
          >
            <ArrowLeft aria-hidden className="size-3.5" />
            {data?.name ?? "Trigger"}
          </Link>
        }
      />
      <TestModeNote />
      {error && !data ? (
        <NotHere noun="trigger" error={error} onRetry={() => void trigger.refetch()} />
      ) : !data ? (
        <div role="status" aria-label="Loading the trigger">
          <Skeleton className="h-80 w-full rounded-lg" />
        </div>
      ) : mayWrite ? (
        <EditedTrigger listed={data} />
      ) : (
        <NotYoursToChange />
      )}
    </>
  );
}

function EditedTrigger({ listed }: { listed: Trigger }) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [secrets, setSecrets] = useState<MadeSecret[]>([]);
  // The answer may hold secrets: they are taken out and the mutation emptied, so that no cache keeps them.
  const update = useMutation(trpc.triggers.update.mutationOptions({ gcTime: 0 }));
  const show = (isSaved: boolean) =>
    void navigate({ to: "/triggers/$triggerId", params: { triggerId: listed.id }, ignoreBlocker: isSaved });

  async function write(base: Trigger, input: TriggerInput, if_version?: number): Promise<void> {
    const after = await update.mutateAsync({ id: base.id, ...input, if_version });
    update.reset();
    const made = madeSecrets(after);
    showToast({ title: `${after.name} was saved.` });
    if (made.length > 0) setSecrets(made);
    else show(true);
    await refreshTriggers();
  }

  const { base, saveIfUnchanged, conflict } = useVersionedEdit({
    listed,
    read: () => queryClient.fetchQuery(trpc.triggers.get.queryOptions({ id: listed.id }, { staleTime: 0 })),
    write,
  });

  return (
    <>
      <TriggerForm
        key={base.version}
        initial={draftOf(base)}
        submitLabel="Save"
        onSubmit={saveIfUnchanged}
        onCancel={() => show(false)}
        note={(draft) =>
          conflict ? (
            <VersionConflictNote
              onReload={conflict.onReload}
              onOverwrite={() => {
                const read = readDraft(draft);
                if ("input" in read) conflict.onOverwrite(read.input);
              }}
            />
          ) : null
        }
      />
      <SigningSecretDialog
        secrets={secrets}
        onClose={() => {
          setSecrets([]);
          show(true);
        }}
      />
    </>
  );
}
