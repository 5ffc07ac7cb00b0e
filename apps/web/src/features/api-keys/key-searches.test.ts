import { describe, expect, it } from "vitest";
import { logInput, readApiKeySearch, withoutLogFilters } from "./api-key-search.ts";
import { isFiltered, listInput, readApiKeysSearch, shownStatuses } from "./api-keys-search.ts";

describe("K30: the filters of the list", () => {
  it("stand in the URL, and what they do not know falls away", () => {
    const search = readApiKeysSearch({
      q: " scan ",
      status: "disabled",
      environment: "test",
      unused: "true",
      expiring: true,
      acts_as: "user_2",
      page: 3,
    });
    expect(search).toEqual({
      q: "scan",
      status: "disabled",
      environment: "test",
      unused: true,
      expiring: true,
      acts_as: "user_2",
    });
    expect(readApiKeysSearch({ status: "asleep", environment: "prod", unused: "no" })).toEqual({});
  });

  it("become the server's own", () => {
    expect(listInput({ q: "scan", unused: true, expiring: true, acts_as: "user_2" })).toEqual({
      q: "scan",
      environment: undefined,
      acts_as: "user_2",
      unused_for: "90",
      expires_within: "30",
    });
  });

  it("an open dialog filters nothing", () => {
    expect(isFiltered({ new: true })).toBe(false);
    expect(isFiltered({ new: true, unused: true })).toBe(true);
  });

  it("dead keys stand under their own heading, unless the filter cannot mean them", () => {
    expect(shownStatuses({})).toEqual({ current: "current", ended: true });
    expect(shownStatuses({ status: "active" })).toEqual({ current: "active", ended: false });
    expect(shownStatuses({ status: "ended" })).toEqual({ current: null, ended: true });
    expect(shownStatuses({ unused: true })).toEqual({ current: "current", ended: false });
  });
});

describe("K51: the filters of a key's log", () => {
  it("stand in the URL, and what they do not know falls away", () => {
    expect(
      readApiKeySearch({
        tab: "log",
        days: "90",
        kind: "request",
        outcome: "refused",
        endpoint: "GET /bins",
        ip: "10.0.0.7",
        from: "2026-03-01",
        to: "2026-13-01",
      }),
    ).toEqual({
      tab: "log",
      days: 90,
      kind: "request",
      outcome: "refused",
      endpoint: "GET /bins",
      ip: "10.0.0.7",
      from: "2026-03-01",
    });
    expect(readApiKeySearch({ tab: "other", days: 12 })).toEqual({});
  });

  it("a day lasts from its first to its last moment where the reader is", () => {
    const { since, until } = logInput({ from: "2026-03-01", to: "2026-03-01" });
    expect(Date.parse(until ?? "") - Date.parse(since ?? "")).toBe(86_400_000 - 1);
  });

  it("are cleared without leaving the tab or the range of the charts", () => {
    expect(withoutLogFilters({ tab: "log", days: 7, ip: "10.0.0.7" })).toEqual({ tab: "log", days: 7 });
  });
});
