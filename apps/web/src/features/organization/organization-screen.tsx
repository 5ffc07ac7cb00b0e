import type { OrganizationSummary } from "@stowage/contract/accounts";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { QueryProblem } from "../../components/ui/query-problem.tsx";
import { ViewOnlyBadge } from "../../components/ui/view-only-badge.tsx";
import { sessionOptions, trpc } from "../../lib/trpc.ts";
import { useMay } from "../../lib/use-may.ts";
import { ROLE_WORDS } from "../members/role-words.ts";
import { FactRows } from "../settings/fact-rows.tsx";
import { SettingsPage } from "../settings/settings-page.tsx";
import { SettingsSection } from "../settings/settings-section.tsx";
import { EndSection } from "./end-section.tsx";
import { OrganizationForm } from "./organization-form.tsx";
import { organizationFacts } from "./organization-words.ts";
import { PlanSection } from "./plan-section.tsx";

export function OrganizationScreen() {
  const { data: session } = useQuery(sessionOptions);
  return session?.organization ? (
    <OrganizationSettings key={session.organization.id} summary={session.organization} />
  ) : null;
}

function OrganizationSettings({ summary }: { summary: OrganizationSummary }) {
  const { data: organization, ...query } = useQuery(trpc.organizations.get.queryOptions({ id: summary.id }));
  const mayChange = useMay("organizations:write");
  const [saves, setSaves] = useState(0);
  return (
    <SettingsPage
      title="Organization"
      purpose={
        mayChange
          ? `How ${summary.name} works, for everybody in it.`
          : `How ${summary.name} works. Admins and owners change it; you are ${ROLE_WORDS[summary.role].label.toLowerCase()}.`
      }
      action={mayChange ? null : <ViewOnlyBadge />}
    >
      {query.isError && !organization ? (
        <QueryProblem error={query.error} onRetry={() => void query.refetch()} />
      ) : mayChange && organization ? (
        <OrganizationForm key={saves} organization={organization} onSaved={() => setSaves(saves + 1)} />
      ) : (
        <SettingsSection title="General">
          <FactRows facts={organizationFacts(summary, organization)} />
        </SettingsSection>
      )}
      {organization ? <PlanSection organization={organization} /> : null}
      <EndSection summary={summary} />
    </SettingsPage>
  );
}
