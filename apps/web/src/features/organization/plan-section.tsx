import type { Organization } from "@stowage/contract/organizations";
import { useQuery } from "@tanstack/react-query";
import { formatNumber } from "../../lib/format.ts";
import { sessionOptions } from "../../lib/trpc.ts";
import { FactRows } from "../settings/fact-rows.tsx";
import { SettingsSection } from "../settings/settings-section.tsx";
import { PLAN_NAMES } from "./organization-words.ts";
import { PlanForm } from "./plan-form.tsx";

/** What the plan allows; the admin of the instance sets it, and everybody else reads it. */
export function PlanSection({ organization }: { organization: Organization }) {
  const { data: session } = useQuery(sessionOptions);
  const { plan, rate_limit, version } = organization;
  const isInstanceAdmin = session?.user?.is_instance_admin === true;
  return (
    <SettingsSection
      title="Plan"
      text={
        isInstanceAdmin
          ? "How much each key may ask for. You may set it, since you run this server."
          : "How much each key may ask for. Whoever runs this server sets it."
      }
    >
      {isInstanceAdmin ? (
        <PlanForm key={version} organization={organization} />
      ) : (
        <FactRows
          facts={[
            ["Plan", PLAN_NAMES[plan]],
            ["Requests a minute", formatNumber(rate_limit.per_minute)],
            ["Requests an hour", formatNumber(rate_limit.per_hour)],
          ]}
        />
      )}
    </SettingsSection>
  );
}
