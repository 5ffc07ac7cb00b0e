import type { SessionState } from "@stowage/contract/accounts";
import { cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { queryClient } from "../../lib/trpc.ts";
import { answerTrpc, Refusal } from "../../testing/answer-trpc.ts";
import { renderInApp } from "../../testing/render-in-app.tsx";
import { JoinScreen } from "./join-screen.tsx";

const token = "abcdefgh".repeat(5);
const organization = { id: "org_2", name: "Makerspace" };
const preview = {
  organization,
  role: "member",
  email: null as string | null,
  invited_by: "Grace Hopper",
  expires_at: "2030-01-02T03:04:05Z",
  has_account: null as boolean | null,
};
const ada = { id: "user_1", email: "ada@example.org", name: "Ada", is_instance_admin: false };

function sessionOf(user: typeof ada | null, organizations: SessionState["organizations"] = []): SessionState {
  return {
    user,
    organization: organizations[0] ?? null,
    environment: user && "live",
    expires_at: null,
    can_sign_up: false,
    organizations,
    recent_until: null,
    is_first_run: false,
  };
}

function open(session: SessionState, changes: Partial<typeof preview> = {}) {
  const joined = sessionOf(ada, [{ ...organization, role: "member" }]);
  const calls = answerTrpc({
    "auth.session": () => session,
    "auth.signIn": () => sessionOf(ada),
    "auth.signUp": () => joined,
    "auth.switchOrganization": () => joined,
    "invitations.look": () => ({ ...preview, ...changes }),
    "invitations.accept": () => ({ id: organization.id }),
  });
  renderInApp(<JoinScreen token={token} />);
  return () => calls.map(({ path }) => path).filter((path) => path !== "auth.session");
}

afterEach(() => {
  cleanup();
  queryClient.clear();
  vi.unstubAllGlobals();
});

it("says who invites, to what and as what, and joins only when asked to", async () => {
  const paths = open(sessionOf(ada));
  expect(await screen.findByRole("heading", { name: "Join Makerspace" })).toBeTruthy();
  expect(screen.getByText(/Grace Hopper invites you as/)).toBeTruthy();
  expect(paths()).toEqual(["invitations.look"]);
  await userEvent.click(await screen.findByRole("button", { name: "Join Makerspace" }));
  await waitFor(() =>
    expect(paths()).toEqual(["invitations.look", "invitations.accept", "auth.switchOrganization"]),
  );
});

it("somebody new makes an account that joins by the invitation, for its address alone", async () => {
  open(sessionOf(null), { email: "ada@example.org", has_account: false });
  const email = await screen.findByLabelText<HTMLInputElement>("E-mail");
  expect(email.value).toBe("ada@example.org");
  expect(email.readOnly).toBe(true);
  expect(screen.getByRole("button", { name: "Make account and join" })).toBeTruthy();
});

it("somebody with an account signs in, and is in without a further press", async () => {
  const paths = open(sessionOf(null));
  await userEvent.click(await screen.findByRole("button", { name: "Sign in" }));
  await userEvent.type(screen.getByLabelText("E-mail"), "ada@example.org");
  await userEvent.type(screen.getByLabelText("Password"), "a few words in a row");
  await userEvent.click(screen.getByRole("button", { name: "Sign in and join" }));
  await waitFor(() => expect(paths()).toContain("auth.switchOrganization"));
  expect(paths().filter((path) => path === "invitations.accept")).toHaveLength(1);
});

it("an invitation for another address is not offered to whoever is signed in", async () => {
  open(sessionOf(ada), { email: "linus@example.org", has_account: true });
  expect(await screen.findByText(/It is for linus@example.org/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Join Makerspace" })).toBeNull();
  expect(screen.getByRole("button", { name: "Use another account" })).toBeTruthy();
});

it("a link that is used up, and one that is torn, say what to do", async () => {
  answerTrpc({
    "invitations.look": () => {
      throw new Refusal({ code: "not_found", status: 404, detail: "There is no such invitation." });
    },
  });
  renderInApp(<JoinScreen token={token} />);
  expect(await screen.findByText(/Ask for a new one/)).toBeTruthy();
  cleanup();
  renderInApp(<JoinScreen token={null} />);
  expect(screen.getByText(/not complete/)).toBeTruthy();
});
