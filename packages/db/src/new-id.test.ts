import { expect, test } from "vitest";
import { newId, newIds } from "./new-id.ts";

test("many ids at once are as one by one: of the kind, all different, in their order", () => {
  const ids = newIds("request", 70_000);
  expect(new Set(ids).size).toBe(70_000);
  expect([...ids].sort()).toEqual(ids);
  for (const id of ids.slice(0, 100)) expect(id).toMatch(/^req_[0-7][0-9a-hjkmnp-tv-z]{25}$/);
  const [before, after] = [newId("request"), newIds("request", 2)];
  expect((after[0] ?? "") > before.slice(0, 10)).toBe(true);
  expect(newIds("request", 0)).toEqual([]);
});
