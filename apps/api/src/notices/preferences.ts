import {
  type KeptPreferences,
  NOTIFICATION_PREFERENCES_DEFAULT,
  type NotificationKind,
} from "@stowage/contract/notification-preferences";
import type { Transaction } from "@stowage/db/prepared";
import { memberships, organizations, users } from "@stowage/db/schema/identity";
import { notification_preferences } from "@stowage/db/schema/notices";
import { and, eq, isNull } from "drizzle-orm";

/** What of a person's preferences is stored; null columns where they have none. */
interface StoredPreferences {
  kinds: Partial<KeptPreferences["kinds"]> | null;
  digest: KeptPreferences["digest"] | null;
  digest_hour: number | null;
}

/** What a person chose, and the defaults for what they never did. */
export function preferencesOf(stored: StoredPreferences | undefined): KeptPreferences {
  const { kinds, digest, digest_hour } = NOTIFICATION_PREFERENCES_DEFAULT;
  return {
    kinds: { ...kinds, ...stored?.kinds },
    digest: stored?.digest ?? digest,
    digest_hour: stored?.digest_hour ?? digest_hour,
  };
}

/** Where a person wants to hear of a kind of thing. */
export function channelsOf(kinds: Partial<KeptPreferences["kinds"]> | null, kind: NotificationKind) {
  return kinds?.[kind] ?? NOTIFICATION_PREFERENCES_DEFAULT.kinds[kind];
}

/** The preferences of whoever a query finds in `users` and `memberships`. */
export const ownPreferences = and(
  eq(notification_preferences.user_id, memberships.user_id),
  eq(notification_preferences.organization_id, memberships.organization_id),
);

/** Neither suspended in the organization nor disabled on the server. */
export const isActiveMember = and(
  isNull(memberships.disabled_at),
  isNull(users.disabled_at),
  isNull(users.deleted_at),
);

/** The active members of an organization, with what they want to hear of. */
export async function activeMembers(tx: Transaction, organization_id: string) {
  return tx
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      timezone: users.timezone,
      role: memberships.role,
      organization_name: organizations.name,
      kinds: notification_preferences.kinds,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.user_id))
    .innerJoin(organizations, eq(organizations.id, memberships.organization_id))
    .leftJoin(notification_preferences, ownPreferences)
    .where(and(eq(memberships.organization_id, organization_id), isActiveMember))
    .orderBy(users.id);
}
export type ActiveMember = Awaited<ReturnType<typeof activeMembers>>[number];
