import type { Trigger, WebhookBody } from "@stowage/contract/triggers";
import { cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { queryClient } from "../../lib/trpc.ts";
import { answerTrpc, Refusal } from "../../testing/answer-trpc.ts";
import { buildWhoAmI } from "../../testing/build-api-key.ts";
import { buildTrigger } from "../../testing/build-trigger.ts";
import { renderInApp } from "../../testing/render-in-app.tsx";
import { NewTriggerScreen } from "./new-trigger-screen.tsx";

const secret = ["whsec", "Q".repeat(44)].join("_");
const event = { type: "item.low_stock", timestamp: "2026-01-02T03:04:05Z" } as WebhookBody; // what is shown of it
const preview = { sample: event, is_made_up: true, matches: true, tasks: [], recent: [] };

function open(create: () => Trigger, role: "owner" | "member" = "owner") {
  const calls = answerTrpc({
    "whoami.get": () => buildWhoAmI(role),
    "triggers.preview": () => preview,
    "triggers.create": create,
  });
  const { address } = renderInApp(<NewTriggerScreen search={{ from: "home-assistant" }} />, "/triggers/new");
  return { calls, address };
}

const url = () => screen.getByRole<HTMLInputElement>("textbox", { name: "Address" });
const kept = () => [
  ...queryClient
    .getQueryCache()
    .getAll()
    .map(({ state }) => state.data),
  ...queryClient
    .getMutationCache()
    .getAll()
    .map(({ state }) => state.data),
];
const save = () => userEvent.click(screen.getByRole("button", { name: "Add trigger" }));

afterEach(() => {
  cleanup();
  queryClient.clear();
  vi.unstubAllGlobals();
});

it("what the server refuses is said at the part that it names, and what is missing before it is asked", async () => {
  const refusal = new Refusal({
    code: "validation_failed",
    status: 422,
    detail: "No.",
    errors: [{ location: "body", pointer: "/actions/0/url", code: "custom", message: "Not that host." }],
  });
  const { calls } = open(() => {
    throw refusal;
  });
  expect(url().placeholder).toMatch(/\/api\/webhook\//);
  await save();
  expect(await screen.findByText("Say where it posts to.")).toBeTruthy();
  expect(calls.some(({ path }) => path === "triggers.create")).toBe(false);
  await userEvent.click(url());
  await userEvent.paste("http://10.0.0.9/");
  expect(screen.queryByText("Say where it posts to.")).toBeNull();
  await save();
  expect(await screen.findByText("Not that host.")).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(url()));
});

it("a signing secret is shown once: closing asks, and no cache keeps it", async () => {
  const webhook = buildTrigger().actions[0];
  const made = buildTrigger({ actions: webhook?.type === "webhook" ? [{ ...webhook, secret }] : [] });
  const { address } = open(() => made);
  await userEvent.click(url());
  await userEvent.paste("http://10.0.0.9/");
  await save();
  const dialog = within(await screen.findByRole("dialog", { name: "Store the signing secret now" }));
  expect(dialog.getByText(secret)).toBeTruthy();
  expect(JSON.stringify(kept())).not.toContain(secret);
  await userEvent.keyboard("{Escape}");
  const asked = within(await screen.findByRole("alertdialog", { name: "Close without storing it?" }));
  await userEvent.click(asked.getByRole("button", { name: "Cancel" }));
  await userEvent.click(dialog.getByRole("checkbox", { name: "I have stored it" }));
  await userEvent.click(dialog.getByRole("button", { name: "Done" }));
  await waitFor(() => expect(address()).toBe("/triggers/trg_1"));
});

it("a member may look at triggers, and is not offered to build one", async () => {
  open(() => buildTrigger(), "member");
  expect(await screen.findByText("Your role may look at triggers, not change them")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Add trigger" })).toBeNull();
});
