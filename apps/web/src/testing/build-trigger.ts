import type { Trigger } from "@stowage/contract/triggers";

/** Posts to an address whenever an item runs low. */
export function buildTrigger(changes: Partial<Trigger> = {}): Trigger {
  return {
    id: "trg_1",
    name: "Low stock",
    enabled: true,
    disabled_reason: null,
    event_types: ["item.low_stock"],
    conditions: [],
    actions: [
      {
        id: "act_1",
        type: "webhook",
        url: "https://example.org/stock",
        headers: {},
        previous_secret_until: null,
      },
    ],
    throttle_seconds: 0,
    failures_in_a_row: 0,
    fired_count: 0,
    last_fired_at: null,
    created_by: null,
    version: 1,
    created_at: "2026-01-02T03:04:05Z",
    updated_at: "2026-01-02T03:04:05Z",
    ...changes,
  };
}
