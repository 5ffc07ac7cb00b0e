import { cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { queryClient } from "../../lib/trpc.ts";
import { answerTrpc } from "../../testing/answer-trpc.ts";
import { buildApiKeyRow, buildApiKeyWithUsage, buildWhoAmI } from "../../testing/build-api-key.ts";
import { renderInApp } from "../../testing/render-in-app.tsx";
import { ApiKeyPage } from "./api-key-page.tsx";
import { ApiKeysScreen } from "./api-keys-screen.tsx";

const key = { name: "Shelf display", created_by: "user_2", created_by_name: "Linus" };
const advice = { ...buildApiKeyWithUsage().advice, is_unused: true, unused_for_days: 100 };
const ended = buildApiKeyRow({
  ...key,
  name: "Old display",
  id: "key_2",
  status: "revoked",
  revoked_at: "2026-01-03T00:00:00Z",
});

/** Stands in for a server that a viewer asks, who sees these keys. */
function answer(rows: ReturnType<typeof buildApiKeyRow>[]) {
  const pageOf = (data: typeof rows) => ({ data, next_cursor: null, total: data.length });
  const isEnded = ({ status }: { status: string }) => status === "revoked";
  return answerTrpc({
    "whoami.get": () => buildWhoAmI("viewer"),
    "apiKeys.list": (input) => {
      const { status } = input as { status: string }; // sent by the screen
      if (status === "all") return pageOf(rows);
      return pageOf(rows.filter((row) => isEnded(row) === (status === "ended")));
    },
    "apiKeys.get": () =>
      buildApiKeyWithUsage({
        ...key,
        scopes: ["bins:read", "bins:write"],
        created_at: "2025-01-01T00:00:00Z",
        advice,
      }),
    "apiKeys.revoke": () => ({ id: "key_1", revoked_at: "2026-01-02T03:04:05Z" }),
  });
}

const openList = () => renderInApp(<ApiKeysScreen search={{ new: true }} onSearchChange={vi.fn()} />);

afterEach(() => {
  cleanup();
  queryClient.clear();
  vi.unstubAllGlobals();
});

it("K24: a viewer sees the keys that act as them, and is offered to look and to revoke alone", async () => {
  const calls = answer([buildApiKeyRow(key), ended]);
  openList();
  expect(await screen.findByRole("link", { name: "Shelf display" })).toBeTruthy();
  expect(await screen.findByText(/Your role may see and revoke them, not change them\./)).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Create key" })).toBeNull();
  expect(screen.queryByRole("dialog")).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Actions for Shelf display" }));
  const menu = within(await screen.findByRole("menu"));
  expect(menu.getAllByRole("menuitem").map(({ textContent }) => textContent)).toEqual(["Open", "Revoke…"]);
  await userEvent.click(menu.getByRole("menuitem", { name: "Revoke…" }));
  await userEvent.click(await screen.findByRole("button", { name: "Revoke key" }));
  await waitFor(() => expect(calls).toContainEqual({ path: "apiKeys.revoke", input: { id: "key_1" } }));
});

it("K24: a viewer whose keys have ended sees those", async () => {
  answer([ended]);
  openList();
  expect(await screen.findByRole("table", { name: "Ended keys" })).toBeTruthy();
  expect(screen.queryByText("Your role has no API keys")).toBeNull();
});

it("K24: a viewer as whom no key ever acted is told what it would take", async () => {
  answer([]);
  openList();
  expect(await screen.findByText("Your role has no API keys")).toBeTruthy();
  expect(screen.queryByRole("searchbox")).toBeNull();
});

it("K24: on the page of a key that acts as them, a viewer may only revoke it, whatever the address asks for", async () => {
  answer([]);
  renderInApp(<ApiKeyPage keyId="key_1" search={{ add: "items:read" }} onSearchChange={vi.fn()} />);
  expect(await screen.findByText("Your role may see and revoke this key, not change it.")).toBeTruthy();
  expect(screen.getByRole("button", { name: "Revoke" })).toBeTruthy();
  for (const name of ["Edit key", "Rotate", "Disable", "Disable it", "Rotate it"])
    expect(screen.queryByRole("button", { name })).toBeNull();
  expect(screen.queryByText("Worth a look")).toBeNull();
  expect(screen.queryByRole("dialog")).toBeNull();
  const switches = screen.getAllByRole("switch");
  expect(switches.every((one) => one.hasAttribute("data-disabled"))).toBe(true);
});
