import { expect, it } from "vitest";
import { eventSentence, type LoggedEvent } from "./log-words.ts";

const event = (changes: Partial<LoggedEvent>): LoggedEvent => ({
  id: "evt_1",
  kind: "event",
  created_at: "2026-01-02T03:04:05Z",
  type: "api_key.updated",
  method: null,
  endpoint: null,
  status: null,
  outcome: null,
  code: null,
  auth_method: "session",
  actor_user_id: "user_1",
  actor_name: "Ada",
  on_behalf_of_user_id: null,
  on_behalf_of_name: null,
  ip: null,
  user_agent: null,
  request_id: null,
  changes: {},
  data: {},
  ...changes,
});

it.each<[Partial<LoggedEvent>, string]>([
  [{}, "Ada changed this key"],
  [{ changes: { disabled_at: { old: null, new: "2026-01-02T03:04:05Z" } } }, "Ada disabled this key"],
  [{ type: "api_key.quota_reached", auth_method: "system", actor_name: null }, "It used up its rate limit"],
  [{ type: "api_key.created", auth_method: "api_key" }, "It made an API key"],
  [{ type: "bin.created", auth_method: "api_key" }, "It added a bin"],
  [{ type: "item.quantity_changed", auth_method: "api_key" }, "It changed the quantity of an item"],
  [{ type: "item.low_stock", auth_method: "api_key" }, "An item is running low"],
])("K51: an entry of the log reads as a sentence: %#", (changes, sentence) => {
  expect(eventSentence(event(changes))).toBe(sentence);
});
