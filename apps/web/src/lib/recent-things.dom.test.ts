import { beforeEach, expect, it } from "vitest";
import { noteRecentThing, recentThings } from "./recent-things.ts";
import { setWhere } from "./where.ts";

const here = { userId: "user_1", organizationId: "org_1", environment: "live" } as const;
const ids = () => recentThings().map(({ id }) => id);

beforeEach(() => {
  localStorage.clear();
  setWhere(here);
});

it("things are remembered once each, the latest first, and no more than eight", () => {
  for (const id of ["a", "b", "c", "d", "e", "f", "g", "h", "i", "b"]) noteRecentThing(`/items/item_${id}`);
  expect(ids()).toEqual(["b", "i", "h", "g", "f", "e", "d", "c"].map((id) => `item_${id}`));
});

it("only pages of things are things", () => {
  for (const path of ["/", "/items", "/settings/api-keys/key_1", "/items/item_1/edit"]) noteRecentThing(path);
  expect(ids()).toEqual([]);
});

it("each organization and environment has its own", () => {
  noteRecentThing("/bins/bin_1");
  setWhere({ ...here, environment: "test" });
  expect(ids()).toEqual([]);
  noteRecentThing("/locations/loc_1");
  setWhere(here);
  expect(recentThings()).toEqual([{ type: "bin", id: "bin_1" }]);
});

it("what cannot be read counts as nothing", () => {
  localStorage.setItem("stowage.recent-things", '{"org_1 live":[{"type":"x","id":"<b>"},7,null]}');
  expect(ids()).toEqual([]);
  localStorage.setItem("stowage.recent-things", "{");
  expect(ids()).toEqual([]);
});
