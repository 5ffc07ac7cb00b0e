import type { Delivery } from "@stowage/contract/deliveries";
import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { queryClient, trpc } from "../../lib/trpc.ts";
import { answerTrpc } from "../../testing/answer-trpc.ts";
import { buildWhoAmI } from "../../testing/build-api-key.ts";
import { buildTrigger } from "../../testing/build-trigger.ts";
import { renderInApp } from "../../testing/render-in-app.tsx";
import { TriggerPage } from "./trigger-page.tsx";

const REFUSED: Delivery = {
  id: "dlv_1",
  trigger_id: "trg_1",
  action_id: "act_1",
  type: "webhook",
  event_seq: 1,
  event_type: "item.low_stock",
  subject_type: "item",
  subject_id: "item_1",
  subject_name: "Coffee filters",
  status: "failed",
  attempts: 1,
  url: "https://example.org/stock",
  task_id: null,
  response_status: null,
  response_excerpt: null,
  response_ms: null,
  error: "not_allowed_in_test",
  is_test: false,
  next_attempt_at: null,
  last_attempt_at: "2026-01-02T03:04:05Z",
  created_at: "2026-01-02T03:04:05Z",
};

function open(role: "owner" | "member" = "owner", previous_secret_until: string | null = null) {
  const state: { trigger: ReturnType<typeof buildTrigger>; deliveries: Delivery[] } = {
    trigger: buildTrigger(),
    deliveries: [],
  };
  state.trigger.actions = state.trigger.actions.map((action) =>
    action.type === "webhook" ? { ...action, previous_secret_until } : action,
  );
  answerTrpc({
    "whoami.get": () => buildWhoAmI(role),
    "triggers.get": () => state.trigger,
    "triggers.preview": () => ({ sample: {}, is_made_up: true, matches: true, tasks: [], recent: [] }),
    "triggers.deliveries": () => ({ data: state.deliveries, next_cursor: null }),
    "deliveries.get": () => ({
      ...REFUSED,
      request_headers: {},
      request_body: null,
      attempt_log: [],
    }),
    "events.list": () => ({ data: [], next_cursor: null }),
  });
  renderInApp(<TriggerPage triggerId="trg_1" search={{}} onSearchChange={vi.fn()} />, "/triggers/trg_1");
  return state;
}

const readLog = () => queryClient.invalidateQueries({ queryKey: trpc.triggers.deliveries.pathKey() });

afterEach(() => {
  cleanup();
  queryClient.clear();
  vi.unstubAllGlobals();
});

it("how often a trigger fired, and whether it fails, follows its log", async () => {
  const state = open();
  expect(await screen.findByText("Never")).toBeTruthy();
  expect(await screen.findByText(/^Nothing yet/)).toBeTruthy();
  state.deliveries = [REFUSED];
  state.trigger = buildTrigger({ fired_count: 1, failures_in_a_row: 1 });
  await readLog();
  expect(await screen.findByText("1 time")).toBeTruthy();
  expect(await screen.findByText(/^1 delivery in a row failed/)).toBeTruthy();
});

it("a host that is not allowed is chosen by an admin, and only an admin is led there", async () => {
  for (const role of ["owner", "member"] as const) {
    const state = open(role);
    state.deliveries = [REFUSED];
    await userEvent.click(await screen.findByRole("button", { name: /Coffee filters/ }));
    if (role === "owner") expect(await screen.findByRole("link", { name: "Choose the hosts" })).toBeTruthy();
    else {
      expect(await screen.findByText(/An admin of the organization can choose the hosts/)).toBeTruthy();
      expect(screen.queryByRole("link", { name: "Choose the hosts" })).toBeNull();
    }
    cleanup();
    queryClient.clear();
  }
});

it("who rotates a secret while the former one still signs is told that the older one ends", async () => {
  open("owner", "2026-01-03T03:04:05Z");
  await userEvent.click(await screen.findByRole("button", { name: "Rotate the secret" }));
  expect(await screen.findByText(/It ends now: only the latest one/)).toBeTruthy();
});
