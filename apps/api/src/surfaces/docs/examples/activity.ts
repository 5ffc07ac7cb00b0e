import { chapter } from "./chapter.ts";

export const triggers = chapter("triggers", {
  create: {
    input: ({ hook_url }) => ({
      name: "Tell the shop",
      event_types: ["item.low_stock"],
      conditions: [{ field: "quantity", op: "lt", value: 50 }],
      actions: [{ type: "webhook", url: hook_url }],
    }),
  },
  list: { input: { enabled: true } },
  get: { input: ({ told }) => ({ id: told.triggers.create.id }) },
  preview: {
    input: { event_types: ["item.*"], conditions: [{ field: "tags", op: "contains", value: "0805" }] },
  },
  update: { input: ({ told }) => ({ id: told.triggers.create.id, throttle_seconds: 60 }) },
  rotate: { input: ({ told }) => ({ id: told.triggers.create.id, grace_seconds: 3600 }) },
  test: { input: ({ told }) => ({ id: told.triggers.create.id }) },
  deliveries: {
    input: ({ told }) => ({ id: told.triggers.create.id, status: "succeeded" }),
  },
});

export const deliveries = chapter("deliveries", {
  get: { input: ({ told }) => ({ id: told.triggers.deliveries.data[0]?.id ?? "" }) },
  retry: { input: ({ told }) => ({ id: told.deliveries.get.id }) },
});

export const afterDeliveries = chapter("triggers", {
  remove: {
    input: ({ told }) => ({ id: told.triggers.create.id }),
  },
});

export const events = chapter("events", {
  list: {
    input: ({ told }) => ({ subject_id: told.items.create.id, type: "item.quantity_changed", limit: 1 }),
  },
  stream: { input: ({ told }) => ({ subject_id: told.projects.create.id, after: 0, limit_seconds: 0 }) },
  undo: {
    input: ({ told }) => ({ event_seqs: [told.events.list.data[0]?.seq ?? 0], dry_run: true }),
  },
});

export const notifications = chapter("notifications", {
  list: { input: { unread: true, limit: 1 } },
  read: { input: { all: true } },
  preferences: {},
  updatePreferences: { input: { kinds: { low_stock: { mail: true } }, digest: "daily", digest_hour: 7 } },
});
