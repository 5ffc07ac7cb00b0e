import { expect, it } from "vitest";
import { chainCount, FIRST_PAGE, withPage } from "./page-chain.ts";

const page = (rows: number, next_cursor: string | null) => ({ data: Array(rows).fill(0), next_cursor });

it("each page that comes says where the next one begins, until the last", () => {
  const one = withPage(FIRST_PAGE, 0, page(3, "b"));
  expect(one.map(({ cursor }) => cursor)).toEqual([undefined, "b"]);
  const two = withPage(one, 1, page(2, null));
  expect(two).toHaveLength(2);
  expect(chainCount(two, 3, 99)).toBe(5);
});

it("the same answer again leaves the very same chain", () => {
  const one = withPage(FIRST_PAGE, 0, page(3, "b"));
  expect(withPage(one, 0, page(3, "b"))).toBe(one);
});

it("a page that ends elsewhere moves the beginning of the next one alone", () => {
  const chain = withPage(withPage(FIRST_PAGE, 0, page(3, "b")), 1, page(3, "c"));
  const moved = withPage(chain, 0, page(3, "b2"));
  expect(moved.map(({ cursor }) => cursor)).toEqual([undefined, "b2", "c"]);
  expect(moved[1]?.size).toBe(3);
});

it("what followed is forgotten when a page turns out to be the last", () => {
  const chain = withPage(withPage(FIRST_PAGE, 0, page(3, "b")), 1, page(3, "c"));
  expect(withPage(chain, 0, page(1, null))).toHaveLength(1);
});

it("a page on its way counts for what is left of the total, and never for less than is there", () => {
  const one = withPage(FIRST_PAGE, 0, page(3, "b"));
  expect(chainCount(one, 3, 5)).toBe(5);
  expect(chainCount(one, 3, 500)).toBe(6);
  expect(chainCount(one, 3, undefined)).toBe(6);
  expect(chainCount(one, 3, 2)).toBe(3);
});

it("a page that nobody knows of changes nothing", () => {
  expect(withPage(FIRST_PAGE, 7, page(3, "x"))).toBe(FIRST_PAGE);
});
