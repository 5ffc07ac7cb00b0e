import {
  type Organization,
  OrganizationSettings,
  type UpdateOrganization,
} from "@stowage/contract/organizations";

/** An organization as its form holds it. An empty number of days for keys means no limit. */
export interface OrganizationValues {
  name: string;
  slug: string;
  api_key_makers: OrganizationSettings["api_key_makers"];
  api_key_days_max: number | null;
  event_retention_days: number | null;
  request_retention_days: number | null;
  trash_days: number | null;
  /** One a line. */
  test_webhook_hosts: string;
}

export function organizationValuesOf({ name, slug, settings }: Organization): OrganizationValues {
  return { name, slug, ...settings, test_webhook_hosts: settings.test_webhook_hosts.join("\n") };
}

type Changes = Pick<UpdateOrganization, "name" | "slug" | "settings">;

/** Only what the form changed, so that an overwrite takes back nothing else of somebody's work. */
export function organizationChangesOf(before: Organization, values: OrganizationValues): Changes {
  const { name, slug, test_webhook_hosts, ...others } = changedIn(organizationValuesOf(before), values);
  const settings = {
    ...others,
    ...(test_webhook_hosts !== undefined && { test_webhook_hosts: linesOf(test_webhook_hosts) }),
  };
  return {
    ...(name !== undefined && { name }),
    ...(slug !== undefined && { slug }),
    // The form's checks let no setting but the key's life be empty.
    ...(Object.keys(settings).length > 0 && { settings: settings as Changes["settings"] }),
  };
}

/** What is wrong with the hosts that were typed, by the rule that the server has; undefined when nothing is. */
export function hostsProblem(text: string): string | undefined {
  const hosts = linesOf(text);
  const { element } = OrganizationSettings.shape.test_webhook_hosts;
  const wrong = hosts.find((host) => !element.safeParse(host).success);
  if (wrong !== undefined) return `“${wrong}” is no host such as hooks.example.org or 192.168.1.10:8123.`;
  return hosts.length > HOSTS_MAX ? `At most ${HOSTS_MAX} hosts, and these are ${hosts.length}.` : undefined;
}

const HOSTS_MAX = 20;

function linesOf(text: string): string[] {
  return text.split("\n").flatMap((line) => line.trim() || []);
}

function changedIn<Values extends object>(before: Values, after: Values): Partial<Values> {
  return Object.fromEntries(
    Object.entries(after).filter(([field, value]) => value !== before[field as keyof Values]), // a key of the same shape
  ) as Partial<Values>; // entries of it, some left out
}
