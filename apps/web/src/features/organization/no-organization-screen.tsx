import { useMutation, useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useState } from "react";
import { AppForm } from "../../components/form/app-form.tsx";
import { FormProblemNote } from "../../components/form/form-problem-note.tsx";
import { useAppForm } from "../../components/form/use-app-form.ts";
import { Button } from "../../components/ui/button.tsx";
import { required } from "../../lib/required.ts";
import { showProblem } from "../../lib/toasts.ts";
import { queryClient, sessionOptions, trpc } from "../../lib/trpc.ts";
import { AccountCard } from "../account/account-card.tsx";
import { DeleteAccountDialog } from "../account/delete-account-dialog.tsx";
import { useOpenOrganization } from "./use-open-organization.ts";

/** For somebody who belongs nowhere: make an organization, come in by an invitation, or go. */
export function NoOrganizationScreen() {
  const router = useRouter();
  const { data: session } = useQuery(sessionOptions);
  const [isDeleting, setIsDeleting] = useState(false);
  const open = useOpenOrganization();
  const create = useMutation(trpc.organizations.create.mutationOptions());
  const signOut = useMutation(
    trpc.auth.signOut.mutationOptions({
      onSuccess: async () => {
        queryClient.removeQueries({ queryKey: trpc.auth.session.queryKey() });
        await router.navigate({ to: "/sign-in" });
      },
      onError: (error) => showProblem("You are still signed in.", error),
    }),
  );
  const form = useAppForm({
    defaultValues: { name: "" },
    onSubmit: async ({ value }) => open((await create.mutateAsync(value)).id),
  });
  return (
    <AccountCard
      title="You belong to no organization"
      text="An organization holds locations, bins and items, and the people and keys that may reach them. Make one, or open the link of an invitation in this browser."
    >
      <AppForm form={form} isFocusedFirst className="flex flex-col gap-4">
        <form.AppField name="name" validators={{ onSubmit: required("Give the organization a name.") }}>
          {(field) => (
            <field.TextField
              label="Name of a new organization"
              placeholder="Our workshop"
              maxLength={100}
              required
            />
          )}
        </form.AppField>
        <FormProblemNote />
        <form.SubmitButton size="lg" className="mt-1">
          Make organization
        </form.SubmitButton>
      </AppForm>
      <div className="mt-8 flex flex-col items-start gap-1 border-t border-line pt-4">
        <p className="mb-1 text-ui text-muted">Signed in as {session?.user?.email}.</p>
        <Button variant="quiet" className="-ml-3" isBusy={signOut.isPending} onClick={() => signOut.mutate()}>
          Sign out
        </Button>
        <Button variant="quiet-danger" className="-ml-3" onClick={() => setIsDeleting(true)}>
          Delete account
        </Button>
      </div>
      <DeleteAccountDialog
        isOpen={isDeleting}
        email={session?.user?.email ?? ""}
        onClose={() => setIsDeleting(false)}
      />
    </AccountCard>
  );
}
