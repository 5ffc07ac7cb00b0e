import { expect, it } from "vitest";
import type { FeedEvent } from "../../components/events/feed-event.ts";
import { readActivitySearch } from "./activity-search.ts";
import { groupByDay } from "./group-by-day.ts";

it("the feed is cut where the reader's day changes, in the order it came", () => {
  const at = (day: number, hour: number) =>
    ({ created_at: new Date(2026, 2, day, hour).toISOString() }) as FeedEvent; // only the time matters here
  const days = groupByDay([at(10, 9), at(10, 1), at(9, 23), at(7, 12)]);
  expect(days.map(({ key, events }) => [key, events.length])).toEqual([
    ["2026-03-10", 2],
    ["2026-03-09", 1],
    ["2026-03-07", 1],
  ]);
});

it("filters that the URL got wrong are dropped, not sent", () => {
  const search = { type: "item.*", key: "key_1", person: "user_1" };
  expect(readActivitySearch(search)).toEqual(search);
  expect(readActivitySearch({ type: "all" })).toEqual({});
  expect(readActivitySearch({ type: "item.exploded", key: "" })).toEqual({});
});
