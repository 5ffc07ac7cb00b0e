import type { Organization, OrganizationSettings, UpdateOrganization } from "@stowage/contract/organizations";

/** An organization as its form holds it. An empty number of days for keys means no limit. */
export interface OrganizationValues {
  name: string;
  slug: string;
  api_key_makers: OrganizationSettings["api_key_makers"];
  api_key_days_max: number | null;
  event_retention_days: number | null;
  request_retention_days: number | null;
  trash_days: number | null;
}

export function organizationValuesOf({ name, slug, settings }: Organization): OrganizationValues {
  return { name, slug, ...settings };
}

type Changes = Pick<UpdateOrganization, "name" | "slug" | "settings">;

/** Only what the form changed, so that an overwrite takes back nothing else of somebody's work. */
export function organizationChangesOf(before: Organization, values: OrganizationValues): Changes {
  const { name, slug, ...settings } = changedIn(organizationValuesOf(before), values);
  return {
    ...(name !== undefined && { name }),
    ...(slug !== undefined && { slug }),
    // The form's checks let no setting but the key's life be empty.
    ...(Object.keys(settings).length > 0 && { settings: settings as Changes["settings"] }),
  };
}

function changedIn<Values extends object>(before: Values, after: Values): Partial<Values> {
  return Object.fromEntries(
    Object.entries(after).filter(([field, value]) => value !== before[field as keyof Values]), // a key of the same shape
  ) as Partial<Values>; // entries of it, some left out
}
