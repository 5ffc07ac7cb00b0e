import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { toastManager } from "../../lib/toasts.ts";
import { queryClient } from "../../lib/trpc.ts";
import { answerTrpc, Refusal } from "../../testing/answer-trpc.ts";
import { PasswordSection } from "./password-section.tsx";

const OLD = "a few words in a row";
const NEW = "some other words here";
let calls: ReturnType<typeof answerTrpc>;
let isRecent: boolean;
let hasSecondFactor: boolean;

const refusal = (code: string, status: number) => new Refusal({ code, status, detail: `${code}.` });
const paths = () => calls.map(({ path }) => path).filter((path) => path !== "auth.session");

beforeEach(async () => {
  isRecent = true;
  hasSecondFactor = false;
  calls = answerTrpc({
    "auth.session": () => ({ user: null }),
    "auth.confirm": (input) => {
      if (hasSecondFactor && !(input as { code?: string }).code) throw refusal("two_factor_required", 401);
      isRecent = true;
      return { recent_until: "2026-01-02T03:19:05Z" };
    },
    "auth.changePassword": () => {
      if (!isRecent) throw refusal("recent_sign_in_required", 403);
      return { ended_sessions: 2 };
    },
  });
  vi.spyOn(toastManager, "add");
  render(
    <QueryClientProvider client={queryClient}>
      <PasswordSection />
    </QueryClientProvider>,
  );
  await userEvent.type(screen.getByLabelText("Current password"), OLD);
  await userEvent.type(screen.getByLabelText("New password"), NEW);
});

afterEach(() => {
  cleanup();
  queryClient.clear();
  vi.mocked(toastManager.add).mockRestore();
  vi.unstubAllGlobals();
});

const change = () => userEvent.click(screen.getByRole("button", { name: "Change password" }));
const said = () => vi.mocked(toastManager.add).mock.calls.map(([toast]) => toast.description);

it("K60: says how many other browsers were signed out, and empties its boxes", async () => {
  await change();
  await waitFor(() => expect(said()).toEqual(["2 other browsers were signed out."]));
  expect(screen.getByLabelText<HTMLInputElement>("Current password").value).toBe("");
  expect(paths()).toEqual(["auth.changePassword"]);
});

it("K62: the password that was just typed confirms the person, without being asked for twice", async () => {
  isRecent = false;
  await change();
  await waitFor(() =>
    expect(paths()).toEqual(["auth.changePassword", "auth.confirm", "auth.changePassword"]),
  );
  expect(screen.queryByRole("dialog")).toBeNull();
  await waitFor(() => expect(said()).toHaveLength(1));
});

it("K62: with a second factor its code is asked for, since a password alone confirms nothing", async () => {
  isRecent = false;
  hasSecondFactor = true;
  await change();
  expect(await screen.findByRole("dialog")).toBeTruthy();
  expect(said()).toEqual([]);
});

it("neither password stays in a cache", async () => {
  await change();
  await waitFor(() => expect(keptText()).not.toMatch(/words/));
});

/** All that the caches hold. */
function keptText(): string {
  const kept = [...queryClient.getMutationCache().getAll(), ...queryClient.getQueryCache().getAll()];
  return JSON.stringify(kept.map(({ state }) => state));
}
