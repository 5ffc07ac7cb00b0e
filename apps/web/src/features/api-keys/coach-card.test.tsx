import type { Scope } from "@stowage/contract/scopes";
import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Toaster } from "../../components/ui/toaster.tsx";
import { queryClient } from "../../lib/trpc.ts";
import { answerTrpc } from "../../testing/answer-trpc.ts";
import { buildApiKey, buildApiKeyWithUsage } from "../../testing/build-api-key.ts";
import { CoachCard } from "./coach-card.tsx";

const scopes: Scope[] = ["bins:read", "bins:write", "items:read"];
const handlers = { onDisable: vi.fn(), onRotate: vi.fn(), onRevoke: vi.fn() };
let calls: ReturnType<typeof answerTrpc>;

function open(changes: Parameters<typeof buildApiKeyWithUsage>[0]) {
  render(
    <QueryClientProvider client={queryClient}>
      <CoachCard apiKey={buildApiKeyWithUsage(changes)} isSwitching={false} {...handlers} />
      <Toaster />
    </QueryClientProvider>,
  );
}

const press = (name: string) => userEvent.click(screen.getByRole("button", { name }));
const { advice } = buildApiKeyWithUsage();

beforeEach(() => {
  for (const handler of Object.values(handlers)) handler.mockReset();
  calls = answerTrpc({ "apiKeys.update": () => buildApiKey() });
});

afterEach(() => {
  cleanup();
  queryClient.clear();
  vi.unstubAllGlobals();
});

it("K37: one press trims a key to what it used, and Undo gives all of it back", async () => {
  open({
    scopes,
    advice: { ...advice, used_scopes: ["bins:read"], unused_scopes: ["bins:write", "items:read"] },
  });
  await press("Trim to what it used");
  await waitFor(() =>
    expect(calls).toEqual([{ path: "apiKeys.update", input: { id: "key_1", scopes: ["bins:read"] } }]),
  );
  await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
  await waitFor(() =>
    expect(calls.at(-1)).toEqual({ path: "apiKeys.update", input: { id: "key_1", scopes } }),
  );
});

it("K37: a key that lies unused is disabled or revoked from there", async () => {
  open({ advice: { ...advice, is_unused: true, unused_for_days: 100 } });
  await press("Disable it");
  expect(handlers.onDisable).toHaveBeenCalled();
  await press("Revoke it");
  expect(handlers.onRevoke).toHaveBeenCalled();
});

it("says nothing when there is nothing to say", () => {
  open({ created_at: new Date().toISOString() });
  expect(screen.queryByText("Worth a look")).toBeNull();
});
