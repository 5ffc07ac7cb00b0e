import type { Organization } from "@stowage/contract/organizations";
import { expect, it } from "vitest";
import { hostsProblem, organizationChangesOf, organizationValuesOf } from "./organization-values.ts";

const before: Organization = {
  id: "org_1",
  name: "Makerspace",
  slug: "makerspace",
  role: "owner",
  plan: "professional",
  rate_limit: { per_minute: 500, per_hour: 10_000 },
  settings: {
    api_key_makers: "members",
    api_key_days_max: 90,
    event_retention_days: 365,
    request_retention_days: 30,
    test_webhook_hosts: [],
    trash_days: 30,
  },
  created_at: "2026-01-02T03:04:05Z",
  version: 3,
};
const values = organizationValuesOf(before);

it("what was not touched is not sent", () => {
  expect(organizationChangesOf(before, values)).toEqual({});
  expect(organizationChangesOf(before, { ...values, name: "Hackspace" })).toEqual({ name: "Hackspace" });
});

it("of the settings, only the changed ones are sent, and an emptied limit of keys is taken away", () => {
  expect(organizationChangesOf(before, { ...values, trash_days: 7, api_key_days_max: null })).toEqual({
    settings: { trash_days: 7, api_key_days_max: null },
  });
});

it("hosts are sent one for each line that holds something, and a line that is no host is named", () => {
  const test_webhook_hosts = " hooks.example.org \n\n192.168.1.10:8123\n";
  expect(organizationChangesOf(before, { ...values, test_webhook_hosts })).toEqual({
    settings: { test_webhook_hosts: ["hooks.example.org", "192.168.1.10:8123"] },
  });
  expect(hostsProblem(test_webhook_hosts)).toBeUndefined();
  expect(hostsProblem("hooks.example.org\nhttps://example.org/hook")).toContain("https://example.org/hook");
  expect(hostsProblem(Array.from({ length: 21 }, (_, n) => `h${n}.example.org`).join("\n"))).toContain("21");
});
