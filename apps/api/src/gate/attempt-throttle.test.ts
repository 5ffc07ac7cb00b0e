import { expect, test } from "vitest";
import { AttemptThrottle } from "./attempt-throttle.ts";

const holder = "network 192.0.2.7";

test("failures are counted until their window ends, and being right is free", () => {
  let nowMs = 0;
  const throttle = new AttemptThrottle({ now: () => nowMs, failuresMax: 2 });
  const fail = () => throttle.begin(holder);
  fail();
  fail();
  expect(fail).toThrow("Wait 900 s");
  nowMs += 15 * 60_000 - 1;
  expect(fail).toThrow("Wait 1 s");
  nowMs += 1;
  for (let at = 0; at < 10; at++) {
    fail();
    throttle.succeeded(holder);
  }
  fail();
  fail();
  expect(fail).toThrow();
});

test("a flood of networks takes a bounded room", () => {
  const throttle = new AttemptThrottle({ now: () => 0, failuresMax: 1 });
  throttle.begin(holder);
  expect(() => throttle.begin(holder)).toThrow();
  for (let network = 0; network < 50_000; network++) throttle.begin(`network ${network}`);
  expect(() => throttle.begin(holder)).not.toThrow();
});
