import { expect, test } from "vitest";
import { StowageError } from "./errors.ts";
import { clientAnswered, json, problem } from "./testing/answering.ts";

const PAGES = [
  json({ data: [{ id: "a" }, { id: "b" }], next_cursor: "one" }),
  json({ data: [], next_cursor: "two" }),
  json({ data: [{ id: "c" }], next_cursor: null }),
];
const queries = (asked: { url: string }[]) => asked.map(({ url }) => new URL(url).search);

test("awaited, a list is its first page", async () => {
  const { stowage, asked } = clientAnswered(PAGES);
  expect(await stowage.bins.list({ limit: 2 })).toEqual({
    data: [{ id: "a" }, { id: "b" }],
    next_cursor: "one",
  });
  expect(queries(asked)).toEqual(["?limit=2"]);
});

test("walked, it is every row of every page, each asked for once and with the same filters", async () => {
  const { stowage, asked } = clientAnswered(PAGES);
  const ids: string[] = [];
  for await (const { id } of stowage.bins.list({ limit: 2 })) ids.push(id);
  expect(ids).toEqual(["a", "b", "c"]);
  expect(queries(asked)).toEqual(["?limit=2", "?limit=2&cursor=one", "?limit=2&cursor=two"]);
});

test("who stops walking asks for no more", async () => {
  const { stowage, asked } = clientAnswered(PAGES);
  for await (const { id } of stowage.bins.list()) if (id === "b") break;
  expect(asked).toHaveLength(1);
});

test("it is walked by pages, too, and its first page is not asked for twice", async () => {
  const { stowage, asked } = clientAnswered(PAGES);
  const list = stowage.bins.list();
  await list;
  const sizes: number[] = [];
  for await (const { data } of list.pages()) sizes.push(data.length);
  expect(sizes).toEqual([2, 0, 1]);
  expect(asked).toHaveLength(3);
});

test("it is a promise like any other", async () => {
  const { stowage } = clientAnswered([PAGES[0] ?? json({}), problem(403, "insufficient_scope")]);
  const seen: string[] = [];
  const [bins] = await Promise.all([stowage.bins.list().finally(() => void seen.push("settled"))]);
  expect(bins.data).toHaveLength(2);
  const code = await stowage.bins
    .list()
    .catch((error) => (error instanceof StowageError ? error.code : error));
  expect([seen, code]).toEqual([["settled"], "insufficient_scope"]);
});

test("a list that nobody awaits or walks asks nothing", async () => {
  const { stowage, asked } = clientAnswered(PAGES);
  stowage.bins.list();
  await Promise.resolve();
  expect(asked).toHaveLength(0);
});
