import { expect, test } from "vitest";
import { RememberedMacs } from "./remembered-macs.ts";

test("a text is remembered by a name that tells nothing of it, and that no other process gives it", () => {
  const [here, there] = [new RememberedMacs(), new RememberedMacs()];
  const name = here.nameOf("a presented text");
  here.remember(name, "its mac");
  expect(here.macOf(here.nameOf("a presented text"))).toBe("its mac");
  expect(here.macOf(here.nameOf("a presented text "))).toBeUndefined();
  expect(there.nameOf("a presented text")).not.toBe(name);
  expect(name).toMatch(/^[\w-]{43}$/);
});
