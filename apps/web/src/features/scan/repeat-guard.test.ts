import { expect, test } from "vitest";
import { RepeatGuard } from "./repeat-guard.ts";

test("a code in sight counts once, and again only after it was gone for two seconds", () => {
  const guard = new RepeatGuard();
  expect(guard.isNew("A", 0)).toBe(true);
  // In sight for five seconds.
  for (let at = 100; at <= 5_000; at += 100) expect(guard.isNew("A", at)).toBe(false);
  expect(guard.isNew("A", 6_900)).toBe(false);
  expect(guard.isNew("A", 8_900)).toBe(true);
});

test("other codes are counted meanwhile", () => {
  const guard = new RepeatGuard();
  expect(guard.isNew("A", 0)).toBe(true);
  expect(guard.isNew("B", 100)).toBe(true);
  expect(guard.isNew("A", 200)).toBe(false);
});
