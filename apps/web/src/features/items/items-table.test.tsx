import type { Role } from "@stowage/contract/roles";
import { QueryClientProvider } from "@tanstack/react-query";
import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterContextProvider,
} from "@tanstack/react-router";
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { currentActions } from "../../lib/actions.ts";
import { meOptions, queryClient } from "../../lib/trpc.ts";
import { answerTrpc } from "../../testing/answer-trpc.ts";
import { buildWhoAmI } from "../../testing/build-api-key.ts";
import { buildItem } from "../../testing/build-item.ts";
import { ItemsList } from "./items-list.tsx";

async function open(role: Role) {
  answerTrpc({
    "items.list": () => ({
      data: [{ ...buildItem(), location_path: [], bin: null }],
      next_cursor: null,
      total: 1,
    }),
  });
  queryClient.setQueryData(meOptions.queryKey, buildWhoAmI(role));
  const router = createRouter({ routeTree: createRootRoute(), history: createMemoryHistory() });
  render(
    // The real router's type is registered for the whole app; links only need one to ask for addresses.
    <RouterContextProvider router={router as never}>
      <QueryClientProvider client={queryClient}>
        <ItemsList filters={{}} sort="name" onSortChange={() => {}} columns={["place"]} empty={null} />
      </QueryClientProvider>
    </RouterContextProvider>,
  );
  await screen.findByText("M3 screws");
}

afterEach(() => {
  cleanup();
  queryClient.clear();
  vi.unstubAllGlobals();
});

it("a member counts, edits and deletes from the row, by key too", async () => {
  await open("member");
  expect(screen.getByRole("button", { name: "Take one M3 screws" })).toBeTruthy();
  expect(screen.getByRole("button", { name: "Actions for M3 screws" })).toBeTruthy();
  expect(currentActions().map(({ keys }) => keys)).toEqual(["x", "e", "m", "+", "-", "j", "k", "Escape"]);
});

it("a viewer reads the quantity and is offered nothing that would be refused", async () => {
  await open("viewer");
  expect(screen.getByText("10")).toBeTruthy();
  expect(screen.queryByRole("button", { name: /Take one|Add one|Actions/ })).toBeNull();
  expect(currentActions().map(({ keys }) => keys)).toEqual(["x", "j", "k", "Escape"]);
});
