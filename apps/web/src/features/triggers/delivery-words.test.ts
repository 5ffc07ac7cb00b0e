import { DeliveryError } from "@stowage/contract/deliveries";
import { expect, it } from "vitest";
import { outcomeWords, readable, reasonOf, statusMark } from "./delivery-words.ts";
import { lookUpsFor, withLookUp } from "./look-ups.ts";

const DELIVERY = {
  status: "succeeded",
  type: "webhook",
  attempts: 1,
  task_id: null,
  response_status: 204,
  response_ms: 31,
  error: null,
} as const;

it("every reason says what went wrong and what to do", () => {
  for (const error of DeliveryError.options) {
    expect(reasonOf(error).what, error).toMatch(/^[A-Z].*[^.]$/);
    expect(reasonOf(error).remedy, error).toMatch(/\.$/);
  }
  expect(reasonOf("struck_by_lightning" as DeliveryError).what).toContain("struck_by_lightning"); // of a newer server
  expect(reasonOf("address_refused").remedy).toContain("WEBHOOK_ALLOW_LOOPBACK");
});

it("how a delivery went is said in a few words", () => {
  expect(outcomeWords(DELIVERY)).toBe("answered 204 in 31 ms");
  expect(outcomeWords({ ...DELIVERY, status: "pending", attempts: 0 })).toBe("waits for its first attempt");
  expect(
    outcomeWords({ ...DELIVERY, status: "pending", attempts: 3, error: "http_status", response_status: 503 }),
  ).toBe("refused with 503, 3 attempts so far");
  expect(
    outcomeWords({ ...DELIVERY, status: "failed", attempts: 8, error: "timeout", response_status: null }),
  ).toBe("no answer came within five seconds");
  expect(outcomeWords({ ...DELIVERY, status: "cancelled" })).toMatch(/^called off/);
});

it("a task that nobody needed any more is not said to be there", () => {
  const made = { ...DELIVERY, type: "create_task", response_status: null, response_ms: null } as const;
  expect(outcomeWords({ ...made, task_id: "task_1" })).toBe("the task is there");
  expect(outcomeWords(made)).toBe("resolved before anybody had to be asked");
  expect(outcomeWords({ ...made, status: "failed", attempts: 0, error: "task_failed" })).toBe(
    "the server could not make the task",
  );
});

it("what failed and is not given up says so", () => {
  expect(statusMark({ status: "pending", attempts: 2 }).label).toBe("Will be tried again");
  expect(statusMark({ status: "pending", attempts: 0 }).label).toBe("On its way");
});

it("JSON is laid out, and what is none is left as it came", () => {
  expect(readable('{"a":1}')).toBe('{\n  "a": 1\n}');
  expect(readable("<html>")).toBe("<html>");
});

it("a look-up goes where the cursor is, in place of what is selected", () => {
  expect(withLookUp("Buy it now", "subject.name", 4, 6)).toEqual({
    text: "Buy {{subject.name}} now",
    cursor: 20,
  });
});

it("look-ups are offered that what happens can answer", () => {
  expect(lookUpsFor(["item.low_stock"], ["item"])).toEqual(
    expect.arrayContaining(["subject.name", "data.missing"]),
  );
  expect(lookUpsFor(["api_key.revoked"], ["api_key"])).not.toContain("subject.name");
});
