import type { Member } from "@stowage/contract/members";
import type { Role } from "@stowage/contract/roles";
import { cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { queryClient } from "../../lib/trpc.ts";
import { answerTrpc } from "../../testing/answer-trpc.ts";
import { buildWhoAmI } from "../../testing/build-api-key.ts";
import { renderInApp } from "../../testing/render-in-app.tsx";
import { MembersTable } from "./members-table.tsx";

function buildMember(changes: Partial<Member> = {}): Member {
  return {
    id: "user_2",
    email: "linus@example.org",
    name: "Linus",
    role: "member",
    is_active: true,
    has_two_factor: false,
    joined_at: "2026-01-02T03:04:05Z",
    api_keys: 3,
    ...changes,
  };
}

function open(role: Role, member = buildMember()) {
  const calls = answerTrpc({
    "members.update": (input) => ({ ...member, ...(input as object) }),
    "members.remove": () => ({ id: member.id, removed_at: "2026-01-02T03:04:05Z", revoked_api_keys: 3 }),
  });
  renderInApp(<MembersTable members={[member]} me={buildWhoAmI(role)} isRefetching={false} />);
  return calls;
}

async function choose(item: string) {
  await userEvent.click(screen.getByRole("button", { name: "Actions for Linus" }));
  await userEvent.click(await screen.findByRole("menuitem", { name: item }));
}

afterEach(() => {
  cleanup();
  queryClient.clear();
  vi.unstubAllGlobals();
});

it.each(["member", "viewer"] as const)("a %s reads the list and is offered nothing", (role) => {
  open(role);
  expect(screen.getByText("linus@example.org")).toBeTruthy();
  expect(screen.queryByRole("button")).toBeNull();
});

it("K24: lowering a role says that the keys follow, before it is done", async () => {
  const calls = open("owner");
  await choose("Change role");
  await userEvent.click(await screen.findByRole("radio", { name: /Viewer/ }));
  expect(screen.getByText(/The 3 keys that act as Linus can do no more/)).toBeTruthy();
  expect(calls).toEqual([]);
  await userEvent.click(screen.getByRole("button", { name: "Change role" }));
  await waitFor(() =>
    expect(calls).toEqual([{ path: "members.update", input: { id: "user_2", role: "viewer" } }]),
  );
});

it("an admin is not offered to make owners", async () => {
  open("admin");
  await choose("Change role");
  expect(await screen.findByRole("radio", { name: /Admin/ })).toBeTruthy();
  expect(screen.queryByRole("radio", { name: /Owner/ })).toBeNull();
});

it("K44: removing says that the keys end for good, and asks first", async () => {
  const calls = open("owner");
  await choose("Remove");
  expect(await screen.findByText(/The 3 keys that act as Linus are revoked with it, for good/)).toBeTruthy();
  expect(calls).toEqual([]);
  await userEvent.click(screen.getByRole("button", { name: "Remove member" }));
  await waitFor(() => expect(calls).toEqual([{ path: "members.remove", input: { id: "user_2" } }]));
});

it("K24: a suspended member can be let in again", async () => {
  const calls = open("admin", buildMember({ is_active: false }));
  expect(screen.getByText("Suspended")).toBeTruthy();
  await choose("Let in again");
  await waitFor(() =>
    expect(calls).toEqual([{ path: "members.update", input: { id: "user_2", active: true } }]),
  );
});
