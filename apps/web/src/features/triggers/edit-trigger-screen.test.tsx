import { cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { queryClient } from "../../lib/trpc.ts";
import { answerTrpc, Refusal } from "../../testing/answer-trpc.ts";
import { buildWhoAmI } from "../../testing/build-api-key.ts";
import { buildTrigger } from "../../testing/build-trigger.ts";
import { renderInApp } from "../../testing/render-in-app.tsx";
import { EditTriggerScreen } from "./edit-trigger-screen.tsx";

const [webhook] = buildTrigger().actions;
if (webhook?.type !== "webhook") throw new Error("it posts to an address");
const trigger = buildTrigger({ actions: [{ ...webhook, headers: { Authorization: null } }] });

async function open(update: () => unknown = () => trigger) {
  const calls = answerTrpc({
    "whoami.get": () => buildWhoAmI("owner"),
    "triggers.get": () => trigger,
    "triggers.preview": () => {
      throw new Refusal({ code: "not_found", status: 404, detail: "No such event." });
    },
    "triggers.update": update,
  });
  renderInApp(<EditTriggerScreen triggerId={trigger.id} />, "/triggers/trg_1/edit");
  await screen.findByText("Kept, and never shown");
  return () => calls.filter(({ path }) => path === "triggers.update").map(({ input }) => input);
}

const value = () => screen.getByLabelText("Value of Authorization");
const save = () => userEvent.click(screen.getByRole("button", { name: "Save" }));
const press = (name: string) => userEvent.click(screen.getByRole("button", { name }));
const headers = (sent: string | null) => ({ actions: [{ headers: { Authorization: sent } }] });

afterEach(() => {
  cleanup();
  queryClient.clear();
  vi.unstubAllGlobals();
});

it("a kept header is replaced by a value and never by nothing, and can be kept after all", async () => {
  const updates = await open();
  await press("Replace");
  expect(document.activeElement).toBe(value());
  await save();
  expect(await screen.findByText("Enter its value, or remove the header.")).toBeTruthy();
  expect(document.activeElement).toBe(value());
  expect(updates()).toEqual([]);
  await press("Keep the old one");
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Replace" }));
  await save();
  await waitFor(() => expect(updates()).toMatchObject([headers(null)]));
});

it("for another address a kept header is entered again, and back at the former one it is kept", async () => {
  await open();
  const url = screen.getByRole("textbox", { name: "Address" });
  await userEvent.clear(url);
  await userEvent.paste("https://other.example/stock");
  expect(screen.getByText(/^Enter it again/)).toBeTruthy();
  expect(value()).toBeTruthy();
  expect(document.activeElement).toBe(url);
  await userEvent.clear(url);
  await userEvent.paste("https://example.org/elsewhere");
  expect(screen.getByText("Kept, and never shown")).toBeTruthy();
});

it("what the server has no value of is asked for where it is entered", async () => {
  const updates = await open(() => {
    throw new Refusal({
      code: "validation_failed",
      status: 422,
      detail: "No.",
      errors: [
        {
          location: "body",
          pointer: "/actions/0/headers/Authorization",
          code: "no_value_kept",
          message: "Send one.",
        },
      ],
    });
  });
  await save();
  expect(await screen.findByText("Send one.")).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(value()));
  await userEvent.type(value(), "entered");
  await save();
  await waitFor(() => expect(updates()).toMatchObject([headers(null), headers("entered")]));
});
