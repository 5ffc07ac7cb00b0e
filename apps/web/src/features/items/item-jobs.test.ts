import { expect, it } from "vitest";
import { changedTags } from "../../components/things/tag-changes.ts";
import { deleteJob, tagsJob } from "../../components/things/thing-jobs.ts";
import { buildItem } from "../../testing/build-item.ts";
import { adjustJob, type ItemJob, minimumJob, moveJob } from "./item-jobs.ts";

const inBin = buildItem({ id: "item_1", bin_id: "bin_1", tags: ["steel"], min_quantity: 5, version: 3 });

const operations = (job: ItemJob) => job.things.map((thing) => job.operation(thing));

it("what is moved goes to a bin, a location, or the inbox", () => {
  for (const [place, data] of [
    ["bin_9", { to_bin_id: "bin_9" }],
    ["loc_9", { to_location_id: "loc_9" }],
    [null, { to_bin_id: null }],
  ] as const)
    expect(operations(moveJob([inBin], place))).toEqual([{ op: "move", id: "item_1", data }]);
});

it("tags are written only where they change, over the version that was read", () => {
  const job = tagsJob([inBin, buildItem({ tags: ["new"] })], { add: ["new"], remove: ["steel"] }, "item");
  expect(operations(job)).toEqual([{ op: "update", id: "item_1", data: { tags: ["new"], if_version: 3 } }]);
});

it.each([
  [["a", "b"], { add: ["c"], remove: ["a"] }, ["b", "c"]],
  [["a"], { add: ["a"], remove: [] }, null],
  [["a"], { add: [], remove: ["z"] }, null],
  [["a"], { add: ["b", "b"], remove: [] }, ["a", "b"]],
])("tags %j after %j are %j", (before, change, after) => {
  expect(changedTags(before, change)).toEqual(after);
});

it("a minimum, a count and a deletion are one operation each", () => {
  expect(operations(minimumJob([inBin], 9))).toEqual([
    { op: "update", id: "item_1", data: { min_quantity: 9 } },
  ]);
  expect(operations(adjustJob([inBin], -2, "used"))).toEqual([
    { op: "adjust", id: "item_1", data: { delta: -2, reason: "used" } },
  ]);
  expect(operations(adjustJob([inBin], 2, ""))).toEqual([{ op: "adjust", id: "item_1", data: { delta: 2 } }]);
  expect(operations(deleteJob([inBin], "item"))).toEqual([{ op: "delete", id: "item_1" }]);
});
