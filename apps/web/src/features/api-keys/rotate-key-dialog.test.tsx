import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { queryClient } from "../../lib/trpc.ts";
import { answerTrpc, Refusal } from "../../testing/answer-trpc.ts";
import { buildApiKey, buildApiKeyWithUsage } from "../../testing/build-api-key.ts";
import { RotateKeyDialog } from "./rotate-key-dialog.tsx";

const secret = ["sk", "stowage", "live", "Y".repeat(32)].join("_");
const onClose = vi.fn();
let calls: ReturnType<typeof answerTrpc>;

function open() {
  const key = buildApiKey({ last_used_at: new Date().toISOString(), last_used_ip: "10.0.0.7" });
  render(
    <QueryClientProvider client={queryClient}>
      <RotateKeyDialog apiKey={key} onClose={onClose} />
    </QueryClientProvider>,
  );
}

const rotations = () => calls.filter(({ path }) => path === "apiKeys.rotate").map(({ input }) => input);
const choose = (name: string | RegExp) => userEvent.click(screen.getByRole("radio", { name }));
const rotate = () => userEvent.click(screen.getByRole("button", { name: "Rotate key" }));

beforeEach(() => {
  onClose.mockReset();
  calls = answerTrpc({
    "apiKeys.rotate": () => ({ ...buildApiKey({ status: "rotating" }), key: secret }),
    "apiKeys.get": () => buildApiKeyWithUsage(),
  });
});

afterEach(() => {
  cleanup();
  queryClient.clear();
  vi.unstubAllGlobals();
});

it("K42: the old secret stops at once unless something else is chosen, and the dialog says who that hits", async () => {
  open();
  expect(
    screen.getByText(/refused from that moment\. It was last used just now from 10\.0\.0\.7\./),
  ).toBeTruthy();
  await rotate();
  expect(await screen.findByText(secret)).toBeTruthy();
  expect(rotations()).toEqual([{ id: "key_1", grace_seconds: 0, activate: "now" }]);
});

it("K42: with a grace both work for a while, of a length that one chooses", async () => {
  open();
  await choose(/After a while/);
  expect(screen.getByText(/^Both secrets work until .*Then the old one is refused\.$/)).toBeTruthy();
  await choose("7 days");
  await rotate();
  await screen.findByText(secret);
  expect(rotations()).toEqual([{ id: "key_1", grace_seconds: 604_800, activate: "now" }]);
});

it("K42: a grace of one's own is in whole hours, up to 7 days", async () => {
  open();
  await choose(/After a while/);
  await choose("Other");
  await userEvent.type(screen.getByLabelText("Hours"), "169");
  await rotate();
  expect(await screen.findByText("Enter whole hours, from 1 to 168 (7 days).")).toBeTruthy();
  expect(rotations()).toEqual([]);
  await userEvent.clear(screen.getByLabelText("Hours"));
  await userEvent.type(screen.getByLabelText("Hours"), "3");
  await rotate();
  await screen.findByText(secret);
  expect(rotations()).toEqual([{ id: "key_1", grace_seconds: 10_800, activate: "now" }]);
});

it("K42: the old secret can wait until the new one has been used", async () => {
  open();
  await choose(/Once the new one is used/);
  expect(
    screen.getByText(/until the first call with the new one arrives, and is refused from then on/),
  ).toBeTruthy();
  await rotate();
  await screen.findByText(secret);
  expect(rotations()).toEqual([{ id: "key_1", grace_seconds: 0, activate: "first_use" }]);
});

it("K13: the new secret is shown once: closing asks until it is stored, and no cache keeps it", async () => {
  open();
  await rotate();
  await screen.findByText(secret);
  await userEvent.keyboard("{Escape}");
  expect(await screen.findByText("Close without storing the key?")).toBeTruthy();
  expect(onClose).not.toHaveBeenCalled();
  const caches = [...queryClient.getQueryCache().getAll(), ...queryClient.getMutationCache().getAll()];
  expect(JSON.stringify(caches.map(({ state }) => state))).not.toContain(secret);
});

it("K42: a rotation that goes on already is said in the dialog", async () => {
  answerTrpc({
    "apiKeys.rotate": () => {
      throw new Refusal({ code: "rotation_in_progress", status: 409, detail: "Finish or cancel it first." });
    },
  });
  open();
  await rotate();
  expect(await screen.findByText("Finish or cancel it first.")).toBeTruthy();
});
