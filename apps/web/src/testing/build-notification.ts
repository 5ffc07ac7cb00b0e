import type { Notification } from "@stowage/contract/notifications";

/** Unread: a key ends in a week. */
export function buildNotification(changes: Partial<Notification> = {}): Notification {
  return {
    id: "ntf_1",
    type: "api_key.expiring",
    environment: "live",
    event_seq: 7,
    subject_type: "api_key",
    subject_id: "key_1",
    subject_name: "Nightly sync",
    title: "Nightly sync ends in 7 days",
    body: "Until then you can give it a later end.",
    created_at: "2026-01-02T03:04:05Z",
    read_at: null,
    ...changes,
  };
}
