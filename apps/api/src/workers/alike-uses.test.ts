import { expect, test } from "vitest";
import { keyUse } from "../testing/key-use.ts";
import { type AlikeUses, type KeyUse, WaitingUses } from "./alike-uses.ts";

const AT = Date.parse("2026-03-31T23:00:00.000Z");

const use = keyUse({ at: AT });

const sizes = (bundles: readonly AlikeUses[]) => bundles.map(({ times }) => times.length);

function waiting(...uses: Partial<KeyUse>[]): WaitingUses {
  const all = new WaitingUses();
  for (const over of uses) all.add({ ...use, ...over });
  return all;
}

test("uses alike share a bundle, with their own ids and times", () => {
  const [bundle] = waiting({}, { request_id: "two", at: AT + 5, scopes: ["bins:read"] }).take(10);
  expect(bundle).toMatchObject({
    request_ids: ["request-1", "two"],
    times: [AT, AT + 5],
    first_at: AT,
    last_at: AT + 5,
  });
});

test("a clock that goes back is told the truth about", () => {
  const [bundle] = waiting({ at: AT + 9 }, { at: AT + 2 }).take(10);
  expect(bundle).toMatchObject({ first_at: AT + 2, last_at: AT + 9 });
});

test.each<Partial<KeyUse>>([
  { workspace_id: "another" },
  { api_key_id: "another" },
  { secret_id: "another" },
  { acts_as: "another" },
  { method: "POST" },
  { endpoint: "GET /items" },
  { status: 403 },
  { code: "rate_limited" },
  { scopes: [] },
  { scopes: ["bins:write"] },
  { ip: "10.0.0.8" },
  { user_agent: null },
  { at: AT + 1_000 },
])("what differs in more has one of its own: %o", (over) => {
  expect(sizes(waiting({}, over, {}).take(10))).toEqual([2, 1]);
});

test("a batch is about as large as asked for, and nothing is lost or taken twice", () => {
  const all = waiting(...Array.from({ length: 150 }, (_, n) => ({ request_id: String(n) })));
  expect(all.count).toBe(150);
  const first = all.take(100);
  expect([sizes(first), all.count]).toEqual([[60, 60], 30]);
  all.add(use);
  all.putBack(first);
  expect(all.count).toBe(151);
  expect(sizes(all.take(5_000))).toEqual([60, 60, 30, 1]);
  expect([all.count, all.take(10)]).toEqual([0, []]);
});

test("what was taken grows no more", () => {
  const all = waiting({});
  const taken = all.take(10);
  all.add(use);
  expect([sizes(taken), sizes(all.take(10))]).toEqual([[1], [1]]);
});

test("whoever sends something else each time costs memory alone", () => {
  const all = new WaitingUses();
  for (let n = 0; n < 20; n++) all.add({ ...use, user_agent: `agent ${n}` });
  all.add({ ...use, user_agent: "agent 0" }); // too far back to be looked for
  all.add({ ...use, user_agent: "agent 19" });
  expect(sizes(all.take(100))).toEqual([...Array(19).fill(1), 2, 1]);
});
