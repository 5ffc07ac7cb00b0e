import { beforeEach, expect, test } from "vitest";
import { queryClient, trpc } from "../../lib/trpc.ts";
import { answerTrpc } from "../../testing/answer-trpc.ts";
import { buildItem } from "../../testing/build-item.ts";
import { refreshAmounts } from "./changed-amounts.ts";

const KEY = trpc.items.list.queryKey({ sort: "-updated_at" });
const rows = () => queryClient.getQueryData(KEY)?.data.map(({ id, quantity }) => [id, quantity]);

beforeEach(() => {
  queryClient.clear();
  const data = ["item_1", "item_2", "item_3"].map((id) => buildItem({ id, quantity: 1 }));
  queryClient.setQueryData(KEY, { data, next_cursor: null });
});

test("a new amount shows where the row stands, and only what is in sight is asked for", async () => {
  const calls = answerTrpc({
    "items.get": (input) => buildItem({ id: (input as { id: string }).id, quantity: 7 }), // what the call sends
  });
  await refreshAmounts(["item_3", "item_elsewhere"]);
  expect(rows()).toEqual([
    ["item_1", 1],
    ["item_2", 1],
    ["item_3", 7],
  ]);
  expect(calls.map(({ path }) => path)).toEqual(["items.get"]);
  expect(queryClient.getQueryState(KEY)?.isInvalidated).toBe(false);
});

test("a list of what runs low is asked anew, since others may be in it", async () => {
  answerTrpc({});
  const low = trpc.items.list.queryKey({ low_stock: true });
  queryClient.setQueryData(low, { data: [], next_cursor: null });
  await refreshAmounts([]);
  expect(queryClient.getQueryState(low)?.isInvalidated).toBe(true);
});

test("many at once are read as lists", async () => {
  const ids = Array.from({ length: 11 }, (_, n) => `item_${n}`);
  const data = ids.map((id) => buildItem({ id }));
  queryClient.setQueryData(KEY, { data, next_cursor: null });
  const calls = answerTrpc({});
  await refreshAmounts(ids);
  expect(calls).toEqual([]);
  expect(queryClient.getQueryState(KEY)?.isInvalidated).toBe(true);
});
