import { expect, test } from "vitest";
import { groupsOf } from "./groups.mjs";
import { planOf } from "./options.mjs";

test("what cannot be asked for is refused with a sentence that says what can", () => {
  expect(() => planOf(["--only", "list,lits"])).toThrow(
    /--only does not know "lits"\. It takes list, get, .*webhooks\./,
  );
  expect(() => planOf(["--contenders", "express"])).toThrow(/--contenders does not know "express"/);
  expect(() => planOf(["--rounds", "0"])).toThrow("--rounds takes a whole number from 1 to 1000.");
  expect(() => planOf(["--connections", "1,x"])).toThrow(
    "--connections takes a whole number from 1 to 1000.",
  );
  expect(() => planOf(["--fast"])).toThrow(/--fast/);
});

test("each peer is measured beside Stowage alone, for the database has no room for all", () => {
  const groups = groupsOf(planOf([]));
  expect(groups.map(({ rivals }) => rivals)).toEqual([
    ["ceiling", "floor"],
    ["typical_trpc"],
    ["better_auth"],
    ["better_auth_memory"],
    ["better_auth_database"],
    ["orpc"],
  ]);
  expect(groups[0]?.works).toContain("search");
});

test("of what is asked for, nothing else is measured", () => {
  const plan = planOf(["--only", "get", "--contenders", "stowage,orpc", "--connections", "8"]);
  expect(groupsOf(plan)).toEqual([{ rivals: ["orpc"], works: ["get"], isPeer: true }]);
  expect(plan).toMatchObject({ peerConnections: [8], figures: [] });
});

test("the short form compares with everybody too, in one form each", () => {
  const { works, peerWorks, contenders } = planOf(["--short"]);
  expect([...contenders, "better_auth_memory", "better_auth_database"].sort()).toEqual(
    planOf([]).contenders.sort(),
  );
  expect(works).toEqual(planOf([]).works);
  expect(peerWorks).toEqual(["list"]);
});
