import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { queryClient } from "../../lib/trpc.ts";
import { answerTrpc, Refusal } from "../../testing/answer-trpc.ts";
import { buildApiKeyRow } from "../../testing/build-api-key.ts";
import { RevokeKeyDialog } from "./revoke-key-dialog.tsx";

const onClose = vi.fn();
const key = buildApiKeyRow({ name: "Kitchen scanner" });

function open(apiKey = key) {
  render(
    <QueryClientProvider client={queryClient}>
      <RevokeKeyDialog apiKey={apiKey} onClose={onClose} />
    </QueryClientProvider>,
  );
}

afterEach(() => {
  cleanup();
  onClose.mockReset();
  vi.unstubAllGlobals();
});

it("names the key and what stops, and revokes only after the button was pressed", async () => {
  const calls = answerTrpc({ "apiKeys.revoke": () => ({ id: key.id, revoked_at: "2026-01-02T03:04:05Z" }) });
  open();
  expect(screen.getByText("Revoke Kitchen scanner?")).toBeTruthy();
  expect(screen.getByText(/stops working at once/)).toBeTruthy();
  expect(calls).toEqual([]);
  await userEvent.click(screen.getByRole("button", { name: "Revoke key" }));
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(calls).toEqual([{ path: "apiKeys.revoke", input: { id: key.id } }]);
});

it("stays open and says why when it did not work", async () => {
  answerTrpc({
    "apiKeys.revoke": () => {
      throw new Refusal({
        code: "unavailable",
        status: 503,
        detail: "The database does not answer. Try again soon.",
      });
    },
  });
  open();
  await userEvent.click(screen.getByRole("button", { name: "Revoke key" }));
  expect(await screen.findByText("The database does not answer. Try again soon.")).toBeTruthy();
  expect(onClose).not.toHaveBeenCalled();
});

it("K40: a key in use says what it did lately, and asks for its name first", async () => {
  const calls = answerTrpc({ "apiKeys.revoke": () => ({ id: key.id, revoked_at: "2026-01-02T03:04:05Z" }) });
  const inUse = {
    ...key,
    last_used_at: new Date().toISOString(),
    last_used_ip: "10.0.0.7",
    daily_requests: Array.from({ length: 30 }, () => 2),
  };
  open(inUse);
  expect(screen.getByText(/from 10\.0\.0\.7; 60 calls in the last 30 days/)).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Revoke key" }));
  expect(calls).toEqual([]);
  await userEvent.type(screen.getByRole("textbox"), "Kitchen scanner");
  await userEvent.click(screen.getByRole("button", { name: "Revoke key" }));
  await waitFor(() => expect(onClose).toHaveBeenCalled());
});
