import { expect, test } from "vitest";
import { FAILURES_PER_ACCOUNT, FAILURES_PER_NETWORK, SignInThrottle } from "./sign-in-throttle.ts";

const OWNER = "owner@example.org";

test("a network that has to wait cannot lock an account for everybody else", async () => {
  const throttle = new SignInThrottle();
  for (let guess = 0; guess < FAILURES_PER_NETWORK; guess++)
    await throttle.begin(`somebody-${guess}@example.org`, "10.0.0.1");
  for (let guess = 0; guess <= FAILURES_PER_ACCOUNT; guess++)
    await expect(throttle.begin(OWNER, "10.0.0.1")).rejects.toMatchObject({ problem: "auth_throttled" });
  await throttle.begin(OWNER, "10.0.0.2");
});
