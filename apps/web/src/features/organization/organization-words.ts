import type { OrganizationSummary } from "@stowage/contract/accounts";
import type { Plan } from "@stowage/contract/limits";
import type { Organization } from "@stowage/contract/organizations";
import { formatCount } from "../../lib/format.ts";

export const KEY_MAKERS: Record<Organization["settings"]["api_key_makers"], string> = {
  members: "Every member",
  admins: "Only admins and owners",
};

export const PLAN_NAMES: Record<Plan, string> = {
  free: "Free",
  professional: "Professional",
  enterprise: "Enterprise",
};

/** What somebody reads who may not change it; values are undefined until they are known. */
export function organizationFacts(
  summary: OrganizationSummary,
  organization: Organization | undefined,
): [name: string, value: string | undefined][] {
  const settings = organization?.settings;
  const days = (count: number | undefined) => (count === undefined ? undefined : formatCount(count, "day"));
  const longest = settings?.api_key_days_max;
  return [
    ["Name", summary.name],
    ["Short name", organization?.slug],
    ["Who may create keys", settings && KEY_MAKERS[settings.api_key_makers]],
    ["Longest life of a key", longest === null ? "No limit" : days(longest)],
    ["Activity is kept", days(settings?.event_retention_days)],
    ["Calls of keys are kept", days(settings?.request_retention_days)],
    ["The trash is kept", days(settings?.trash_days)],
    ["Hosts that test triggers may post to", settings && (settings.test_webhook_hosts.join(", ") || "None")],
  ];
}
