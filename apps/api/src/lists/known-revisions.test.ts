import { expect, test } from "vitest";
import { KnownRevisions } from "./known-revisions.ts";

test("a revision is taken for the current one for a second, and not once it was changed here", () => {
  let nowMs = 1_000_000;
  const known = new KnownRevisions(() => nowMs);
  expect(known.recent("ws_1")).toBeNull();
  known.learn("ws_1", 7);
  nowMs += 999;
  expect([known.recent("ws_1"), known.recent("ws_2")]).toEqual([7, null]);
  nowMs += 1;
  expect(known.recent("ws_1")).toBeNull();
  known.learn("ws_1", 7);
  known.forget("ws_1");
  expect(known.recent("ws_1")).toBeNull();
});
