import { expect, test } from "vitest";
import { buildItem } from "../../testing/build-item.ts";
import { mayHaveWorked, type ScanEntry, sentenceOf } from "./scan-entry.ts";

const item = buildItem({ name: "M3 screws", quantity: 12 });
const entry = (more: Partial<ScanEntry>): ScanEntry => ({
  id: 1,
  code: "4006381333931",
  action: "add",
  quantity: 2,
  to: null,
  name: null,
  state: "done",
  answer: {
    code: "4006381333931",
    action: "add",
    target: { type: "item", id: item.id, name: item.name },
    item,
    quantity: 12,
    event_seq: 7,
  },
  problem: null,
  idempotencyKey: "k",
  ...more,
});

test("a scan is told in a sentence: what, how many, and what is there", () => {
  expect(sentenceOf(entry({}))).toBe("M3 screws: +2, now 12 pcs");
  expect(sentenceOf(entry({ state: "undone" }))).toBe("Taken back: M3 screws");
  expect(sentenceOf(entry({ state: "failed", answer: null }))).toContain("cannot be reached");
});

test("what no answer came to is sent again as the same try, what was refused as a new one", () => {
  expect(mayHaveWorked(entry({ problem: null }))).toBe(true);
  const problem = { status: 409, code: "insufficient_stock", detail: "" } as ScanEntry["problem"]; // as much as is looked at
  expect(mayHaveWorked(entry({ problem }))).toBe(false);
});
