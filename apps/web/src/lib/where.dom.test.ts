import type { SessionState } from "@stowage/contract/accounts";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { answerTrpc, Refusal } from "../testing/answer-trpc.ts";
import { checkPlace, enterEnvironment, enterOrganization, followSession } from "./change-where.ts";
import { placeLostHandler, queryClient, sessionOptions, trpc } from "./trpc.ts";
import { beforeLeaving, currentWhere, forgetWhere, sessionHere, settleWhere, whereHeaders } from "./where.ts";

const HOME = { id: "org_home", name: "Home", role: "owner" } as const;
const CLUB = { id: "org_club", name: "Club", role: "viewer" } as const;

/** Ada, who belongs to two organizations and last worked in the first. */
function session(changes: Partial<SessionState> = {}): SessionState {
  return {
    user: { id: "user_ada", email: "ada@example.org", name: "Ada", is_instance_admin: false },
    organization: HOME,
    organizations: [HOME, CLUB],
    environment: "live",
    expires_at: "2030-01-01T00:00:00Z",
    recent_until: null,
    can_sign_up: false,
    is_first_run: false,
    ...changes,
  };
}
const ben = { id: "user_ben", email: "ben@example.org", name: "Ben", is_instance_admin: false };

beforeEach(() => {
  forgetWhere();
  settleWhere(session());
});
afterEach(() => {
  queryClient.clear();
  placeLostHandler.run = () => {};
  vi.unstubAllGlobals();
});

it("a new tab starts in the session's organization, in live data", () => {
  expect(whereHeaders()).toEqual({ "x-organization-id": "org_home" });
});

it("a tab stays where it is when another tab goes elsewhere", async () => {
  await enterEnvironment("test");
  expect(settleWhere(session({ organization: CLUB }))).toBe(false);
  expect(whereHeaders()).toEqual({ "x-organization-id": "org_home", "x-environment": "test" });
  expect(sessionHere(session({ organization: CLUB }))).toMatchObject({
    organization: HOME,
    environment: "test",
  });
});

it("the place outlives a reload of the tab, and no other tab gets it", async () => {
  await enterEnvironment("test");
  vi.resetModules();
  const reloaded = await import("./where.ts");
  expect(reloaded.currentWhere()).toEqual(currentWhere());
  expect(reloaded.currentWhere()).toMatchObject({ organizationId: "org_home", environment: "test" });
  expect(localStorage.length).toBe(0);
});

it("another person who signs in in this tab starts in their own place, with live data", async () => {
  await enterEnvironment("test");
  expect(settleWhere(session({ user: ben, organization: CLUB, organizations: [CLUB] }))).toBe(false);
  expect(whereHeaders()).toEqual({ "x-organization-id": "org_club" });
});

it("whose session ended comes back to where they were, and signing out forgets it", async () => {
  await enterEnvironment("test");
  settleWhere(session({ user: null, organization: null, organizations: [] }));
  expect(settleWhere(session())).toBe(false);
  expect(currentWhere()).toMatchObject({ organizationId: "org_home", environment: "test" });
  forgetWhere();
  expect(whereHeaders()).toEqual({});
});

it("an organization that is no longer the reader's gives way to the session's", () => {
  enterOrganization(session({ organization: CLUB }));
  followSession(session({ organizations: [HOME] }));
  expect(currentWhere().organizationId).toBe("org_home");
});

it("a 404 for the organization asks the session anew; any other 404 changes nothing", async () => {
  enterOrganization(session({ organization: CLUB }));
  let checked: Promise<void> | undefined;
  placeLostHandler.run = () => {
    checked = checkPlace();
  };
  const calls = answerTrpc({
    "auth.session": () => session({ organizations: [HOME] }),
    "items.get": () => {
      throw new Refusal({ code: "not_found", status: 404, detail: "There is no item item_1 here." });
    },
    "bins.list": () => {
      throw new Refusal({
        code: "not_found",
        status: 404,
        detail: "There is no organization org_club here.",
      });
    },
  });
  await queryClient.prefetchQuery(trpc.items.get.queryOptions({ id: "item_1" }));
  expect(checked).toBeUndefined();
  await queryClient.prefetchQuery(trpc.bins.list.queryOptions({}));
  await checked;
  expect(calls.map(({ path }) => path)).toEqual(["items.get", "bins.list", "auth.session"]);
  expect(currentWhere().organizationId).toBe("org_home");
});

it("going elsewhere forgets all that was read, but for the session", async () => {
  queryClient.setQueryData(sessionOptions.queryKey, session());
  queryClient.setQueryData(trpc.bins.list.queryKey({}), { data: [], next_cursor: null });
  await enterEnvironment("test");
  expect(queryClient.getQueryData(trpc.bins.list.queryKey({}))).toBeUndefined();
  expect(queryClient.getQueryData(sessionOptions.queryKey)).toEqual(session());
});

/** Stands in for the server and notes the place that each request names. */
function noteOrganizations(): (string | undefined)[] {
  const named: (string | undefined)[] = [];
  answerTrpc({ "bins.list": () => ({ data: [], next_cursor: null }) });
  const answer = globalThis.fetch;
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
    const headers = new Headers(init.headers);
    named.push(`${headers.get("x-organization-id")} ${headers.get("x-environment") ?? "live"}`);
    return answer(url, init);
  });
  return named;
}
const listBins = (q: string) => queryClient.fetchQuery(trpc.bins.list.queryOptions({ q }));

it("no batch mixes two places: each request goes where the reader was when it was asked", async () => {
  const named = noteOrganizations();
  const before = listBins("a");
  enterOrganization(session({ organization: CLUB }));
  await Promise.allSettled([before, listBins("b"), listBins("c")]);
  expect(named).toEqual(["org_home live", "org_club live"]);
});

it("what waits to be sent is sent from the place it was made in", async () => {
  const named = noteOrganizations();
  const stop = beforeLeaving(() => void Promise.allSettled([listBins("a")]));
  await enterEnvironment("test");
  await listBins("b");
  stop();
  expect(named).toEqual(["org_home live", "org_home test"]);
});
