import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { queryClient } from "../../lib/trpc.ts";
import { answerTrpc, Refusal } from "../../testing/answer-trpc.ts";
import { TwoFactorSection } from "./two-factor-section.tsx";

const SECRET = "ABCDEFGH".repeat(4);
const CODES = ["aaaabbbbccccdddd", "eeeeffffgggghhhh"];
let state: { is_enabled: boolean; recovery_codes_left: number };

const press = (name: string) => userEvent.click(screen.getByRole("button", { name }));

beforeEach(() => {
  state = { is_enabled: false, recovery_codes_left: 0 };
  answerTrpc({
    "auth.session": () => ({ user: null }),
    "twoFactor.get": () => state,
    "twoFactor.start": () => ({ secret: SECRET, otpauth_uri: `otpauth://totp/Stowage?secret=${SECRET}` }),
    "twoFactor.enable": (input) => {
      if ((input as { code: string }).code !== "123456")
        throw new Refusal({
          code: "validation_failed",
          status: 422,
          detail: "Not valid.",
          errors: [
            { location: "body", pointer: "/code", code: "wrong_code", message: "This is not the code." },
          ],
        });
      state = { is_enabled: true, recovery_codes_left: CODES.length };
      return { recovery_codes: CODES };
    },
  });
  render(
    <QueryClientProvider client={queryClient}>
      <TwoFactorSection />
    </QueryClientProvider>,
  );
});

afterEach(() => {
  cleanup();
  queryClient.clear();
  vi.unstubAllGlobals();
});

async function beginSetUp() {
  await userEvent.click(await screen.findByRole("button", { name: "Set up" }));
  return screen.findByLabelText("Code");
}

it("K62: shows the secret to scan and to type, and takes a first code before it counts", async () => {
  await beginSetUp();
  expect(await screen.findByRole("img", { name: /scan/ })).toBeTruthy();
  expect(screen.getByText("ABCD EFGH ABCD EFGH ABCD EFGH ABCD EFGH")).toBeTruthy();
  expect(state.is_enabled).toBe(false);
});

it("K62: a wrong first code is said at its box, and nothing is turned on", async () => {
  await userEvent.type(await beginSetUp(), "000000");
  await press("Turn on");
  expect(await screen.findByText("This is not the code.")).toBeTruthy();
  expect(state.is_enabled).toBe(false);
});

it("K62: the recovery codes are not closed unread, and are gone once they are stored", async () => {
  await userEvent.type(await beginSetUp(), "123456");
  await press("Turn on");
  expect(await screen.findByText("aaaa-bbbb-cccc-dddd")).toBeTruthy();
  await press("Close");
  expect(await screen.findByText("Close without storing the codes?")).toBeTruthy();
  await press("Cancel");
  const done = screen.getByRole<HTMLButtonElement>("button", { name: "Done" });
  expect(done.disabled).toBe(true);
  await userEvent.click(screen.getByRole("checkbox", { name: "I have stored them" }));
  await press("Done");
  await waitFor(() => expect(screen.queryByText("aaaa-bbbb-cccc-dddd")).toBeNull());
  expect(await screen.findByText("On")).toBeTruthy();
  expect(screen.getByText(/Only 2 left/)).toBeTruthy();
});

it("K62: secret and recovery codes stay in no cache", async () => {
  await userEvent.type(await beginSetUp(), "123456");
  await press("Turn on");
  await screen.findByText("aaaa-bbbb-cccc-dddd");
  await waitFor(() => expect(keptText()).not.toContain(SECRET));
  expect(keptText()).not.toContain(CODES[0]);
});

/** All that the caches hold. */
function keptText(): string {
  const kept = [...queryClient.getMutationCache().getAll(), ...queryClient.getQueryCache().getAll()];
  return JSON.stringify(kept.map(({ state }) => state));
}
