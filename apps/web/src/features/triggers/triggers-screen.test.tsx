import type { Trigger } from "@stowage/contract/triggers";
import { cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { queryClient } from "../../lib/trpc.ts";
import { answerTrpc } from "../../testing/answer-trpc.ts";
import { buildWhoAmI } from "../../testing/build-api-key.ts";
import { buildTrigger } from "../../testing/build-trigger.ts";
import { renderInApp } from "../../testing/render-in-app.tsx";
import { TriggersScreen } from "./triggers-screen.tsx";

function open(triggers: Trigger[], role: "owner" | "viewer" = "owner") {
  const calls = answerTrpc({
    "whoami.get": () => buildWhoAmI(role),
    "triggers.list": () => ({ data: triggers, next_cursor: null, total: triggers.length }),
    "triggers.update": (input) => ({ ...buildTrigger(), ...(input as Partial<Trigger>) }),
  });
  renderInApp(<TriggersScreen search={{}} onSearchChange={vi.fn()} />);
  return calls;
}

afterEach(() => {
  cleanup();
  queryClient.clear();
  vi.unstubAllGlobals();
});

it("a trigger that failed too often says so, and is turned on again where it stands", async () => {
  const calls = open([
    buildTrigger({ enabled: false, disabled_reason: "failures", failures_in_a_row: 20 }),
    buildTrigger({ id: "trg_2", name: "Log", failures_in_a_row: 3 }),
  ]);
  expect(await screen.findAllByText("Turned off after 20 failures")).not.toHaveLength(0);
  expect(screen.getAllByText("3 failures in a row")).not.toHaveLength(0);
  await userEvent.click(screen.getByRole("switch", { name: "Low stock is on" }));
  await waitFor(() =>
    expect(calls).toContainEqual({ path: "triggers.update", input: { id: "trg_1", enabled: true } }),
  );
});

it("without any trigger there are three to begin with", async () => {
  open([]);
  const starts = await screen.findAllByRole("link", { name: /runs low|my log/ });
  expect(starts.map((link) => link.getAttribute("href"))).toEqual([
    "/triggers/new?from=home-assistant",
    "/triggers/new?from=restock",
    "/triggers/new?from=log",
  ]);
});

it("a viewer sees what there is, and nothing to change it with", async () => {
  open([buildTrigger()], "viewer");
  expect(await screen.findByText("View only")).toBeTruthy();
  expect(screen.getByRole("link", { name: "Low stock" })).toBeTruthy();
  expect(
    screen.getByRole("switch").getAttribute("aria-disabled") ??
      screen.getByRole("switch").hasAttribute("disabled"),
  ).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Actions for Low stock" })).toBeNull();
  expect(screen.queryByRole("link", { name: "Add trigger" })).toBeNull();
});
