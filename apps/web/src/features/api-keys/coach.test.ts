import { describe, expect, it } from "vitest";
import { buildApiKeyWithUsage } from "../../testing/build-api-key.ts";
import { coachLines } from "./coach.ts";

const now = new Date("2026-03-01T00:00:00Z");
const quiet = buildApiKeyWithUsage();
const kindsOf = (changes: Partial<typeof quiet>) =>
  coachLines({ ...quiet, ...changes }, now).map(({ kind }) => kind);

it("K37: a young key that used nothing yet is left alone", () => {
  expect(kindsOf({})).toEqual([]);
});

describe("K37: unused for 90 days", () => {
  const unused = { ...quiet.advice, is_unused: true, unused_for_days: 120 };

  it("is said with the days", () => {
    const [line] = coachLines({ ...quiet, advice: unused }, now);
    expect(line).toMatchObject({ kind: "unused", title: "Not used for 120 days" });
    expect(line?.text).toContain("never been used since it was made");
  });

  it("is not said of a key that has ended", () => {
    expect(kindsOf({ advice: unused, status: "revoked" })).toEqual([]);
  });
});

describe("K37: more scopes than it uses", () => {
  const wide = {
    ...quiet.advice,
    used_scopes: ["bins:read" as const],
    unused_scopes: ["items:read" as const, "items:write" as const],
  };
  const scopes = ["bins:read" as const, "items:read" as const, "items:write" as const];

  it("are counted and named", () => {
    const [line] = coachLines({ ...quiet, scopes, advice: wide }, now);
    expect(line?.title).toBe("Uses 1 of its 3 scopes");
    expect(line?.text).toContain("used read bins, but never read items and write items");
  });

  it("come with a caution while it was not watched for long", () => {
    const young = { ...wide, observed_since: "2026-02-25T00:00:00Z" };
    const [line] = coachLines({ ...quiet, scopes, advice: young }, now);
    expect(line?.text).toContain("a monthly job may need more");
  });

  it("are called everything where it holds everything", () => {
    const advice = { ...wide, unused_scopes: ["admin:*" as const] };
    const [line] = coachLines({ ...quiet, scopes: ["admin:*"], advice }, now);
    expect(line?.title).toBe("Holds everything, and uses 1 scope");
  });
});

it.each([
  ["live", 89, []],
  ["live", 90, ["old_secret"]],
  ["test", 179, []],
  ["test", 180, ["old_secret"]],
] as const)("K15: a secret for %s data that is %i days old", (environment, days, kinds) => {
  const created_at = new Date(now.getTime() - days * 86_400_000).toISOString();
  expect(kindsOf({ environment, created_at })).toEqual(kinds);
});

it("K15: a secret that was rotated in time is young, whatever the key's age", () => {
  expect(kindsOf({ created_at: "2020-01-01T00:00:00Z", rotated_at: "2026-02-01T00:00:00Z" })).toEqual([]);
});

it("K35: a renewal that will not happen is said with its reason", () => {
  const advice = { ...quiet.advice, not_renewed_because: "subject_disabled" as const };
  const [line] = coachLines(
    { ...quiet, auto_renew: true, expires_at: "2026-03-20T00:00:00Z", acts_as_name: "Grace", advice },
    now,
  );
  expect(line).toMatchObject({ kind: "not_renewed" });
  expect(line?.text).toContain("Grace, whom it acts as, may not come in");
});
