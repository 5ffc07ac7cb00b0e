import type { Organization } from "@stowage/contract/organizations";
import { useMutation } from "@tanstack/react-query";
import { showToast } from "../../lib/toasts.ts";
import { queryClient, trpc } from "../../lib/trpc.ts";
import { useVersionedEdit } from "../../lib/use-versioned-edit.ts";
import { OrganizationFields } from "./organization-fields.tsx";
import {
  type OrganizationValues,
  organizationChangesOf,
  organizationValuesOf,
} from "./organization-values.ts";

interface OrganizationFormProps {
  organization: Organization;
  /** The form is done with: a fresh one starts from what is there now. */
  onSaved: () => void;
}

/** The organization's name and rules, for who may change them. */
export function OrganizationForm({ organization, onSaved }: OrganizationFormProps) {
  const update = useMutation(trpc.organizations.update.mutationOptions());

  async function write(base: Organization, values: OrganizationValues, if_version?: number) {
    const changes = organizationChangesOf(base, values);
    if (Object.keys(changes).length > 0) {
      const after = await update.mutateAsync({
        id: base.id,
        ...changes,
        ...(if_version !== undefined && {
          if_version: hasSameValues(base, organization) ? organization.version : if_version,
        }),
      });
      queryClient.setQueryData(trpc.organizations.get.queryKey({ id: base.id }), after);
      // The frame shows the name, and the rules reach the forms for keys.
      void queryClient.invalidateQueries();
    }
    showToast({ title: "Saved." });
    onSaved();
  }

  const { base, saveIfUnchanged, conflict } = useVersionedEdit({
    listed: organization,
    read: () =>
      queryClient.fetchQuery(trpc.organizations.get.queryOptions({ id: organization.id }, { staleTime: 0 })),
    write,
  });

  return <OrganizationFields key={base.version} base={base} onSubmit={saveIfUnchanged} conflict={conflict} />;
}

/** True when nothing that the form holds has changed since it began: a new plan, say, is no conflict with it. */
function hasSameValues(one: Organization, other: Organization): boolean {
  return JSON.stringify(organizationValuesOf(one)) === JSON.stringify(organizationValuesOf(other));
}
