import type { ApiKey } from "@stowage/contract/api-keys";
import { ROLE_SCOPES } from "@stowage/contract/roles";
import type { Scope } from "@stowage/contract/scopes";
import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { queryClient } from "../../lib/trpc.ts";
import { answerTrpc, Refusal } from "../../testing/answer-trpc.ts";
import { buildApiKey, buildOrganization, buildWhoAmI } from "../../testing/build-api-key.ts";
import { EditKeyDialog } from "./edit-key-dialog.tsx";

const onClose = vi.fn();
let calls: ReturnType<typeof answerTrpc>;

interface Opened {
  key?: Partial<ApiKey>;
  asked?: Scope[];
  mine?: readonly Scope[];
}

function open({ key = {}, asked = [], mine = ROLE_SCOPES.owner }: Opened = {}) {
  render(
    <QueryClientProvider client={queryClient}>
      <EditKeyDialog isOpen apiKey={buildApiKey(key)} mine={mine} asked={asked} onClose={onClose} />
    </QueryClientProvider>,
  );
}

const bins = () => within(screen.getByRole("radiogroup", { name: "Bins" }));
const changes = () =>
  within(screen.getByRole("list", { name: "Changes of access" }))
    .getAllByRole("listitem")
    .map((line) => [line.querySelector("[aria-label]")?.getAttribute("aria-label"), line.textContent]);
const save = () => userEvent.click(screen.getByRole("button", { name: "Save" }));
const updates = () => calls.filter(({ path }) => path === "apiKeys.update").map(({ input }) => input);

beforeEach(() => {
  onClose.mockReset();
  calls = answerTrpc({
    "apiKeys.update": () => buildApiKey(),
    "whoami.get": () => buildWhoAmI(),
    "organizations.get": () => buildOrganization(),
    "locations.list": () => ({ data: [], next_cursor: null }),
  });
});

afterEach(() => {
  cleanup();
  queryClient.clear();
  vi.unstubAllGlobals();
});

it("K23: what the script asked for is ticked and said, and granted only once it is saved", async () => {
  open({ asked: ["bins:write"] });
  expect(screen.getByText(/^The script asked for: Write bins\./)).toBeTruthy();
  expect(bins().getByRole("radio", { name: "Read and write" }).getAttribute("aria-checked")).toBe("true");
  expect(changes()).toEqual([["Adds", "Write bins"]]);
  expect(screen.getByText("Can read and write bins in live data. Never ends.")).toBeTruthy();
  expect(updates()).toEqual([]);
  await save();
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(updates()).toEqual([{ id: "key_1", scopes: ["bins:read", "bins:write"] }]);
});

it("K23: what the reader may not grant is not ticked, and the note says who may", () => {
  open({ asked: ["users:write"], mine: ROLE_SCOPES.member });
  expect(screen.getByText(/Your role does not include Manage members: an admin can grant it\./)).toBeTruthy();
  expect(screen.queryByRole("list", { name: "Changes of access" })).toBeNull();
});

it("K23: asked for write alone, it adds no read beside it", () => {
  open({ key: { scopes: ["items:read"] }, asked: ["bins:write"] });
  expect(changes()).toEqual([["Adds", "Write bins"]]);
  expect(screen.getByText(/^Only write\./)).toBeTruthy();
  for (const radio of bins().getAllByRole("radio")) expect(radio.getAttribute("aria-checked")).toBe("false");
});

it("K32: only what was changed is sent", async () => {
  open();
  await userEvent.type(screen.getByLabelText("Name"), " 2");
  await userEvent.click(screen.getByRole("radio", { name: "90 days" }));
  await save();
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  const [input] = updates() as { expires_at: string }[];
  expect(Object.keys(input ?? {}).sort()).toEqual(["expires_at", "id", "name"]);
  expect((Date.parse(input?.expires_at ?? "") - Date.now()) / 86_400_000).toBeCloseTo(90, 1);
});

it("an end that is kept stays the very same, and nothing changed sends nothing", async () => {
  open({ key: { expires_at: "2099-01-02T03:04:05Z" } });
  expect(screen.getByText(/Ends 2 January 2099\.$/)).toBeTruthy();
  await save();
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(updates()).toEqual([]);
});

it("K32: bounds are shown as they are, and only the changed ones are sent; an emptied one is lifted", async () => {
  open({
    key: {
      allowed_cidrs: ["10.0.0.0/8"],
      rate_limit: { per_minute: 60 },
      expires_at: "2099-01-02T03:04:05Z",
    },
  });
  expect(screen.getByLabelText<HTMLTextAreaElement>("Networks").value).toBe("10.0.0.0/8");
  await userEvent.clear(screen.getByLabelText("Networks"));
  await userEvent.click(screen.getByRole("checkbox", { name: /Renew it by itself/ }));
  await save();
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(updates()).toEqual([{ id: "key_1", allowed_cidrs: null, auto_renew: true }]);
});

it("tells what is taken away before it is", async () => {
  open({ key: { scopes: ["bins:read", "bins:write", "events:read"] } });
  await userEvent.click(bins().getByRole("radio", { name: "Read" }));
  await userEvent.click(screen.getByRole("checkbox", { name: "Read activity" }));
  expect(changes()).toEqual([
    ["Removes", "Write bins"],
    ["Removes", "Read activity"],
  ]);
});

it("a key is not left without any access", async () => {
  open();
  await userEvent.click(bins().getByRole("radio", { name: "None" }));
  await save();
  expect(await screen.findByText("Choose at least one thing that the key may do.")).toBeTruthy();
  expect(updates()).toEqual([]);
});

it("shows the server's refusal in the dialog and keeps what was chosen", async () => {
  answerTrpc({
    "apiKeys.update": () => {
      throw new Refusal({ code: "conflict", status: 409, detail: "Shelf display is revoked." });
    },
  });
  open({ asked: ["bins:write"] });
  await save();
  expect(await screen.findByText("Shelf display is revoked.")).toBeTruthy();
  expect(changes()).toEqual([["Adds", "Write bins"]]);
  expect(onClose).not.toHaveBeenCalled();
});
