import { z } from "zod";
import { Environment } from "./environments.ts";
import { EventType } from "./events.ts";
import { id, idRef } from "./ids.ts";
import { PageInput, pageOf } from "./lists.ts";
import { Timestamp } from "./times.ts";

/** Something that one person should know of, in the organization that they are in. */
export const Notification = z
  .strictObject({
    id: id("notification"),
    type: EventType,
    environment: Environment,
    event_seq: z.int().min(1),
    subject_type: z.string(),
    subject_id: z.string(),
    subject_name: z.string(),
    title: z.string(),
    body: z.string(),
    created_at: Timestamp,
    read_at: Timestamp.nullable(),
  })
  .meta({ id: "Notification" });
export type Notification = z.infer<typeof Notification>;

export const ListNotifications = PageInput.extend({
  unread: z.boolean().default(false).describe("Only those that are not read yet."),
});
export type ListNotifications = z.infer<typeof ListNotifications>;

export const NotificationPage = pageOf(Notification).extend({
  unread: z.int().min(0).describe("How many are not read yet, on whatever page."),
});
export type NotificationPage = z.infer<typeof NotificationPage>;

export const ReadNotifications = z
  .strictObject({
    ids: z.array(idRef("notification")).min(1).max(200).optional(),
    all: z.literal(true).optional(),
  })
  .refine(({ ids, all }) => (ids === undefined) !== (all === undefined), {
    error: "Name ids, or all: true.",
  });
export type ReadNotifications = z.infer<typeof ReadNotifications>;

export const NotificationsRead = z.strictObject({ unread: z.int().min(0) });
export type NotificationsRead = z.infer<typeof NotificationsRead>;
