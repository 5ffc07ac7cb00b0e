import { expect, test } from "vitest";
import type { LiveEvent } from "../../lib/live.ts";
import { isInActivity } from "./new-in-activity.ts";

const event = {
  type: "item.moved",
  subject_id: "item_1",
  actor_user_id: "user_1",
  api_key_id: "key_1",
  created_at: "2026-01-02T00:00:00.000Z",
} as LiveEvent; // as much of it as is looked at

test("an event counts as new where the filters would show it", () => {
  for (const search of [
    {},
    { type: "item.*" },
    { type: "item.moved", key: "key_1", person: "user_1", subject: "item_1" },
    { since: "2026-01-01T00:00:00.000Z" },
  ] as const)
    expect(isInActivity(event, search), JSON.stringify(search)).toBe(true);
  for (const search of [
    { type: "bin.*" },
    { type: "item.created" },
    { key: "key_2" },
    { person: "user_2" },
    { subject: "item_2" },
    { since: "2026-01-03T00:00:00.000Z" },
  ] as const)
    expect(isInActivity(event, search), JSON.stringify(search)).toBe(false);
});
