import { API_KEY_ALERTS } from "@stowage/contract/api-keys";
import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { queryClient } from "../../lib/trpc.ts";
import { answerTrpc } from "../../testing/answer-trpc.ts";
import { buildApiKey } from "../../testing/build-api-key.ts";
import { AlertsCard } from "./alerts-card.tsx";

afterEach(() => {
  cleanup();
  queryClient.clear();
  vi.unstubAllGlobals();
});

it("K52: each alert has a switch, off where it is muted; turning one leaves the others as they are", async () => {
  const calls = answerTrpc({ "apiKeys.update": () => buildApiKey() });
  render(
    <QueryClientProvider client={queryClient}>
      <AlertsCard apiKey={buildApiKey({ muted_alerts: ["new_network"] })} isReadOnly={false} />
    </QueryClientProvider>,
  );
  const isOn = screen.getAllByRole("switch").map((one) => one.getAttribute("aria-checked"));
  expect(isOn).toEqual(["true", "false", "true", "true", "true"]);
  await userEvent.click(screen.getByText(API_KEY_ALERTS.quota_reached));
  await waitFor(() =>
    expect(calls).toEqual([
      { path: "apiKeys.update", input: { id: "key_1", muted_alerts: ["new_network", "quota_reached"] } },
    ]),
  );
});
