import { z } from "zod";

/** What people are told of, each with the words of its switch. */
export const NOTIFICATION_KINDS = {
  low_stock: { label: "Low stock", description: "Something ran low." },
  expiring: { label: "Expiry", description: "Something expires within a week, or today." },
  tasks: { label: "Tasks", description: "Somebody gave you a task, or a trigger did." },
  triggers: { label: "Triggers", description: "A trigger was turned off because its deliveries failed." },
  api_keys: {
    label: "API keys",
    description: "A key of yours ends soon, or something is odd about its use.",
  },
} as const satisfies Record<string, { label: string; description: string }>;
export type NotificationKind = keyof typeof NOTIFICATION_KINDS;

const ALL_KINDS = Object.keys(NOTIFICATION_KINDS) as [NotificationKind, ...NotificationKind[]]; // keys of a const object
const Channels = z.strictObject({
  app: z.boolean().describe("Under the bell."),
  mail: z
    .boolean()
    .describe("By mail at once, where the server sends mail, and of the live environment alone."),
});

/** How one person is told of things in one organization. */
export const NotificationPreferences = z
  .strictObject({
    kinds: z.record(z.enum(ALL_KINDS), Channels),
    digest: z
      .enum(["off", "daily"])
      .describe("One mail a day with what needs attention; none on a day without."),
    digest_hour: z.int().min(0).max(23).describe("When, in the person's own time zone."),
    mail_available: z.boolean().describe("Whether this server sends mail at all."),
  })
  .meta({ id: "NotificationPreferences" });
export type NotificationPreferences = z.infer<typeof NotificationPreferences>;
export type KeptPreferences = Omit<NotificationPreferences, "mail_available">;

export const NOTIFICATION_PREFERENCES_DEFAULT: KeptPreferences = {
  kinds: {
    low_stock: { app: true, mail: false },
    expiring: { app: true, mail: false },
    tasks: { app: true, mail: false },
    triggers: { app: true, mail: true },
    api_keys: { app: true, mail: true },
  },
  digest: "off",
  digest_hour: 7,
};

export const UpdateNotificationPreferences = z.strictObject({
  kinds: z
    .partialRecord(z.enum(ALL_KINDS), Channels.partial())
    .describe("Merged into what is there.")
    .optional(),
  digest: NotificationPreferences.shape.digest.optional(),
  digest_hour: NotificationPreferences.shape.digest_hour.optional(),
});
export type UpdateNotificationPreferences = z.infer<typeof UpdateNotificationPreferences>;
