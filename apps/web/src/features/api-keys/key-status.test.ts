import { expect, it } from "vitest";
import { endedReason, expiresSoon } from "./key-status.ts";

const now = new Date("2026-11-21T10:00:00Z");
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString();

it("an expiry within two weeks is soon; none, a later one, and that of an ended key are not", () => {
  expect(expiresSoon({ status: "active", expires_at: inDays(13) }, now)).toBe(true);
  expect(expiresSoon({ status: "active", expires_at: inDays(15) }, now)).toBe(false);
  expect(expiresSoon({ status: "active", expires_at: null }, now)).toBe(false);
  expect(expiresSoon({ status: "revoked", expires_at: inDays(1) }, now)).toBe(false);
});

it("an ended key says why and when", () => {
  const key = { expires_at: "2020-03-02T00:00:00Z", revoked_at: null, revocation_reason: null };
  expect(endedReason({ ...key, status: "expired" })).toMatch(/^Expired .*2020$/);
  expect(
    endedReason({
      ...key,
      status: "revoked",
      revoked_at: "2020-03-05T12:00:00Z",
      revocation_reason: "laptop stolen",
    }),
  ).toMatch(/^Revoked .*2020: laptop stolen$/);
  expect(endedReason({ ...key, status: "active" })).toBe("");
});
