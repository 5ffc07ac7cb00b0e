import type { UpdateItem } from "@stowage/contract/items";
import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { queryClient } from "../../lib/trpc.ts";
import { answerTrpc, Refusal } from "../../testing/answer-trpc.ts";
import { buildItem } from "../../testing/build-item.ts";
import { EditItemDialog } from "./edit-item-dialog.tsx";

const onClose = vi.fn();
const empty = () => ({ data: [], next_cursor: null });
const theirs = buildItem({ version: 4, name: "M3 bolts", notes: "Checked." });
let calls: ReturnType<typeof answerTrpc>;

beforeEach(() => {
  onClose.mockReset();
  calls = answerTrpc({
    "bins.list": empty,
    "locations.list": empty,
    "items.get": () => theirs,
    "items.update": (input) => {
      // What the server does with the version that a form started from.
      const { if_version } = input as UpdateItem;
      if (if_version === 3)
        throw new Refusal({
          code: "version_mismatch",
          status: 412,
          detail: "It is at version 4.",
          current_version: 4,
        });
      return { ...theirs, name: "M3 screws, steel", version: 5 };
    },
  });
  render(
    <QueryClientProvider client={queryClient}>
      <EditItemDialog item={buildItem({ version: 3 })} onClose={onClose} />
    </QueryClientProvider>,
  );
});

afterEach(() => {
  cleanup();
  queryClient.clear();
  vi.unstubAllGlobals();
});

const updates = () => calls.filter(({ path }) => path === "items.update").map(({ input }) => input);
const nameBox = () => screen.getByLabelText<HTMLInputElement>("Name");

async function saveOverTheirs() {
  await userEvent.type(nameBox(), ", steel");
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByText("Somebody changed it meanwhile.");
}

it("an edit names the version that it started from", async () => {
  await saveOverTheirs();
  expect(updates()).toEqual([{ id: "item_1", name: "M3 screws, steel", if_version: 3 }]);
  expect(onClose).not.toHaveBeenCalled();
});

it("after somebody else's change, saving mine replaces only what I changed", async () => {
  await saveOverTheirs();
  await userEvent.click(screen.getByRole("button", { name: "Save mine" }));
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(updates().at(-1)).toEqual({ id: "item_1", name: "M3 screws, steel" });
});

it("after somebody else's change, their version can be loaded and edited further", async () => {
  await saveOverTheirs();
  await userEvent.click(screen.getByRole("button", { name: "Load their version" }));
  await waitFor(() => expect(nameBox().value).toBe("M3 bolts"));
  expect(screen.queryByText("Somebody changed it meanwhile.")).toBeNull();
  await userEvent.type(nameBox(), "!");
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(updates().at(-1)).toEqual({ id: "item_1", name: "M3 bolts!", if_version: 4 });
});
