import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { showToast } from "../../lib/toasts.ts";
import { trpc } from "../../lib/trpc.ts";
import { useMay } from "../../lib/use-may.ts";
import { backToTriggers } from "./back-to-triggers.tsx";
import type { TriggerInput } from "./draft-input.ts";
import { type MadeSecret, madeSecrets } from "./made-secrets.ts";
import type { NewTriggerSearch } from "./new-trigger-search.ts";
import { NotYoursToChange } from "./not-yours-to-change.tsx";
import { SigningSecretDialog } from "./signing-secret-dialog.tsx";
import { TestModeNote } from "./test-mode-note.tsx";
import { refreshTriggers } from "./trigger-cache.ts";
import { startingDraft } from "./trigger-draft.ts";
import { TriggerForm } from "./trigger-form.tsx";

/** The builder of a new trigger. */
export function NewTriggerScreen({ search }: { search: NewTriggerSearch }) {
  const navigate = useNavigate();
  const mayWrite = useMay("triggers:write");
  const [initial] = useState(() => startingDraft(search.from ?? "blank", search.item));
  const [made, setMade] = useState<{ id: string; secrets: MadeSecret[] } | null>(null);
  // The answer holds secrets: they are taken out and the mutation emptied, so that no cache keeps them.
  const create = useMutation(trpc.triggers.create.mutationOptions({ gcTime: 0 }));
  const show = (id: string) =>
    void navigate({
      to: "/triggers/$triggerId",
      params: { triggerId: id },
      replace: true,
      ignoreBlocker: true,
    });

  async function save(input: TriggerInput): Promise<void> {
    const trigger = await create.mutateAsync({ ...input, enabled: true });
    create.reset();
    const secrets = madeSecrets(trigger);
    showToast({ title: `${trigger.name} was added.` });
    void refreshTriggers();
    if (secrets.length > 0) setMade({ id: trigger.id, secrets });
    else show(trigger.id);
  }

  return (
    <>
      <PageHeader
        title="New trigger"
        back={backToTriggers}
        purpose="Say when it fires and what it does. Nothing is sent before it is saved."
      />
      <TestModeNote />
      {mayWrite ? (
        <TriggerForm
          initial={initial}
          submitLabel="Add trigger"
          onSubmit={save}
          onCancel={() => void navigate({ to: "/triggers" })}
        />
      ) : (
        <NotYoursToChange />
      )}
      <SigningSecretDialog
        secrets={made?.secrets ?? []}
        onClose={() => {
          setMade(null);
          if (made) show(made.id);
        }}
      />
    </>
  );
}
