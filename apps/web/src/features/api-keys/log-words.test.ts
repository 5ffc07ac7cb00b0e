import { expect, it } from "vitest";
import { eventSentence, type LoggedEvent } from "./log-words.ts";

const event = (changes: Partial<LoggedEvent>): LoggedEvent => ({
  id: "evt_1",
  kind: "event",
  created_at: "2026-01-02T03:04:05Z",
  type: "api_key.updated",
  subject_type: "api_key",
  subject_id: "key_1",
  subject_name: "Nightly sync",
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

const thing = (type: LoggedEvent["type"], subject_name: string): Partial<LoggedEvent> => ({
  type,
  subject_type: type.split(".")[0] ?? "",
  subject_id: "thing_1",
  subject_name,
  auth_method: "api_key",
});

it.each<[Partial<LoggedEvent>, string]>([
  [{}, "Ada changed this key"],
  [{ changes: { disabled_at: { old: null, new: "2026-01-02T03:04:05Z" } } }, "Ada disabled this key"],
  [{ type: "api_key.quota_reached", auth_method: "system", actor_name: null }, "It used up its rate limit"],
  [{ auth_method: "api_key" }, "A key of Ada changed this key"],
  [
    { type: "api_key.created", subject_id: "key_2", subject_name: "Scanner", auth_method: "api_key" },
    "It made the API key Scanner",
  ],
  [thing("bin.created", "Fasteners"), "It added the bin Fasteners"],
  [thing("item.quantity_changed", "M3 screws"), "It changed the quantity of M3 screws"],
  [thing("item.low_stock", "M3 screws"), "M3 screws is running low"],
  [thing("sandbox.reset", "Test"), "It refilled the test data"],
])("K51: an entry of the log reads as a sentence: %#", (changes, sentence) => {
  expect(eventSentence(event(changes), "key_1")).toBe(sentence);
});
