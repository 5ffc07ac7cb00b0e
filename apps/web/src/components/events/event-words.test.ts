import { expect, it } from "vitest";
import { changedFields } from "./changed-fields.ts";
import { wordsOf } from "./event-words.ts";
import type { FeedEvent } from "./feed-event.ts";

function words(type: FeedEvent["type"], event: Partial<FeedEvent> = {}): string {
  const { verb, state, isWhole } = wordsOf({ type, changes: {}, data: {}, ...event } as FeedEvent); // what the words read
  return state ? `Nightly sync ${state}` : `Ada ${verb}${isWhole ? "" : " Nightly sync"}`;
}

it("what nobody did reads as a state of the thing", () => {
  const expires_at = "2020-03-02T12:00:00Z";
  expect(words("api_key.expiring", { data: { days: 7, expires_at } })).toBe(
    "Nightly sync ends soon, on Mar 2, 2020",
  );
  expect(words("api_key.expiring", { data: { expires_at, not_renewed_because: "unused" } })).toMatch(
    /, and will not be renewed$/,
  );
  expect(words("api_key.dead_key_used", { data: { code: "key_revoked" }, ip: "10.0.0.7" })).toBe(
    "Nightly sync is still called from 10.0.0.7, although it was revoked",
  );
  expect(words("api_key.authentication_failed", { data: { refusals: 10, minutes: 10 } })).toBe(
    "Nightly sync was refused 10 times within 10 minutes",
  );
});

it("changes that have a name of their own are called by it", () => {
  const change = (old: unknown, current: unknown) => ({ old, new: current });
  expect(words("api_key.updated", { changes: { disabled_at: change(null, "2026-01-01T00:00:00Z") } })).toBe(
    "Ada disabled the API key Nightly sync",
  );
  expect(words("member.updated", { changes: { is_active: change(true, false) } })).toContain("suspended");
  expect(words("member.updated", { changes: { role: change("member", "viewer") } })).toContain("changed");
  expect(words("member.removed", { actor_user_id: "user_1", subject_id: "user_1" })).toBe(
    "Nightly sync left",
  );
  expect(words("member.invited", { data: { email: null } })).toBe("Ada made a link that invites people");
});

it("a task that follows the stock reads as its own doing, not as that of whoever changed the stock", () => {
  const data = { because: "stock_changed" };
  const missing = (old: number, current: number) => ({ missing: { old, new: current } });
  expect(words("task.completed", { data: { because: "restocked" } })).toBe(
    "Nightly sync is done, as the stock is back",
  );
  expect(words("task.updated", { data, changes: missing(3, 5) })).toBe(
    "Nightly sync has more missing, as the stock changed",
  );
  expect(words("task.updated", { data, changes: missing(5, 3) })).toContain("has less missing");
  expect(words("task.updated", { data, changes: missing(5, 0) })).toContain("nothing missing any more");
  expect(words("task.completed")).toBe("Ada completed the task Nightly sync");
  expect(words("task.updated", { changes: missing(3, 5) })).toBe("Ada changed the task Nightly sync");
});

it("what a project reserves and uses is called by its name, several things by their number", () => {
  const glue = { item_id: "item_1", item_name: "Wood glue", quantity: 2 };
  expect(words("project.reserved", { data: glue })).toBe("Ada reserved Wood glue for Nightly sync");
  expect(words("project.released", { data: {} })).toBe("Ada took stock off the project Nightly sync");
  expect(words("project.consumed", { data: { items: [glue] } })).toBe("Ada used Wood glue for Nightly sync");
  expect(words("project.consumed", { data: { items: [glue, glue] } })).toBe(
    "Ada used 2 things for Nightly sync",
  );
  expect(words("project.consumed", { data: { items: [{ ...glue, quantity: -2 }] } })).toBe(
    "Ada put back Wood glue for Nightly sync",
  );
});

it("what an undo makes anew was brought back", () => {
  expect(words("task.created", { data: { undoes: 7 } })).toBe("Ada brought back the task Nightly sync");
});

it("a type that a newer server added still reads as a sentence", () => {
  expect(words("item.polished" as FeedEvent["type"])).toBe("Ada did “item polished” to Nightly sync"); // not ours yet
});

it("of a changed object only what differs inside it is told, and a setting never chosen had its default", () => {
  const changes = {
    settings: { old: { trash_days: 30 }, new: { trash_days: 30, api_key_makers: "admins" } },
  };
  expect(changedFields(changes)).toEqual([["api_key_makers", { old: "default", new: "admins" }]]);
  expect(changedFields({ custom_fields: { old: { a: 1 }, new: { a: 2, b: 3 } } })).toEqual([
    ["a", { old: 1, new: 2 }],
    ["b", { old: undefined, new: 3 }],
  ]);
});
