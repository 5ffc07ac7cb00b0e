import { PRESETS } from "@stowage/contract/presets";
import { describe, expect, it } from "vitest";
import { accessSentence, accessSummary, joinWords } from "./access-words.ts";

const live = { environment: "live", expiresAt: null } as const;

describe("the sentence about a key's access", () => {
  it("joins resources that share their verbs, and names environment and end", () => {
    expect(
      accessSentence({
        scopes: ["bins:read", "bins:write", "items:read", "items:write"],
        environment: "live",
        expiresAt: "2027-02-19T12:00:00Z",
      }),
    ).toBe("Can read and write items and bins in live data. Ends 19 February 2027.");
  });

  it("tells the more powerful access first", () => {
    expect(accessSentence({ ...live, scopes: PRESETS.scanner.scopes })).toBe(
      "Can read and write items, and read bins and locations in live data. Never ends.",
    );
  });

  it("says that reading is all, when it is", () => {
    expect(accessSentence({ ...live, environment: "test", scopes: PRESETS.read_only.scopes })).toBe(
      "Can read everything in test data. Never ends.",
    );
  });

  it("names the right to manage keys", () => {
    expect(accessSentence({ ...live, scopes: PRESETS.full_access.scopes })).toContain("manage API keys");
  });

  it("does not play down admin:*", () => {
    expect(accessSentence({ ...live, scopes: ["admin:*"] })).toContain("do everything");
  });

  it("never claims that write or delete includes read", () => {
    expect(accessSentence({ ...live, scopes: ["bins:write"] })).toBe(
      "Can write bins in live data. Never ends.",
    );
  });

  it("K10: names whose rights it has, where, from where, how often, and that it waits to be enabled", () => {
    expect(
      accessSentence({
        scopes: ["items:read"],
        environment: "live",
        expiresAt: "2027-02-19T12:00:00Z",
        isRenewed: true,
        actsAs: "Grace",
        places: ["Garage", "Cellar", "Shed", "Attic"],
        networks: ["10.0.0.0/8"],
        rateLimit: { per_minute: 60, per_hour: 1_000 },
        isDisabled: true,
      }),
    ).toBe(
      "Can read items in live data, with the rights of Grace, only in Garage, Cellar and 2 more places, only from 10.0.0.0/8. At most 60 requests a minute and 1,000 an hour. Renews itself before 19 February 2027. Disabled until you enable it.",
    );
  });

  it("asks for a choice while there is none", () => {
    expect(accessSentence({ ...live, scopes: [] })).toBe("Can do nothing yet: choose what it may access.");
  });
});

describe("the summary in a row", () => {
  it("is the preset's name when the scopes equal one, in whatever order", () => {
    expect(accessSummary([...PRESETS.backup.scopes].reverse())).toBe("Backup");
  });

  it("spells a custom set out", () => {
    expect(accessSummary(["items:read", "items:write", "bins:read"])).toBe("Read and write items; read bins");
  });

  it("calls admin:* what it is", () => {
    expect(accessSummary(["admin:*"])).toBe("Everything");
  });
});

it("words are joined as people do", () => {
  expect([joinWords([]), joinWords(["a"]), joinWords(["a", "b"]), joinWords(["a", "b", "c"])]).toEqual([
    "",
    "a",
    "a and b",
    "a, b and c",
  ]);
});
