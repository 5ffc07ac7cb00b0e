import type {
  NotificationKind,
  NotificationPreferences,
  UpdateNotificationPreferences,
} from "@stowage/contract/notification-preferences";

/** Preferences as they will be once a change is taken. */
export function changedPreferences(
  before: NotificationPreferences,
  { kinds = {}, digest = before.digest, digest_hour = before.digest_hour }: UpdateNotificationPreferences,
): NotificationPreferences {
  const after = { ...before.kinds };
  for (const [kind, { app, mail } = {}] of Object.entries(kinds)) {
    const known = before.kinds[kind as NotificationKind]; // a key of the same shape
    after[kind as NotificationKind] = { app: app ?? known.app, mail: mail ?? known.mail };
  }
  return { ...before, kinds: after, digest, digest_hour };
}
