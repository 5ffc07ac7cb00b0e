import { act, cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { enterEnvironment } from "../../lib/change-where.ts";
import { useDocumentTitle } from "../../lib/document-title.ts";
import { meOptions, queryClient } from "../../lib/trpc.ts";
import { currentWhere, forgetWhere, useEnvironment } from "../../lib/where.ts";
import { answerTrpc } from "../../testing/answer-trpc.ts";
import { buildWhoAmI } from "../../testing/build-api-key.ts";
import { renderInApp } from "../../testing/render-in-app.tsx";
import { EnvironmentSwitch } from "./environment-switch.tsx";
import { RefillDialog } from "./refill-dialog.tsx";
import { TestBar } from "./test-bar.tsx";

function Screen() {
  useDocumentTitle("Items");
  return (
    <>
      {useEnvironment() === "test" ? <TestBar /> : null}
      <EnvironmentSwitch />
    </>
  );
}

beforeEach(() => {
  answerTrpc({ "whoami.get": () => buildWhoAmI() });
  queryClient.setQueryData(meOptions.queryKey, buildWhoAmI());
});
afterEach(() => {
  cleanup();
  queryClient.clear();
  forgetWhere();
  vi.unstubAllGlobals();
});

it("K25: test mode says so in a bar and in the browser's tab, until it is left", async () => {
  renderInApp(<Screen />);
  const toggle = screen.getByRole("switch", { name: "Test mode" });
  expect(toggle.getAttribute("aria-checked")).toBe("false");
  expect(screen.queryByRole("region", { name: "Test mode" })).toBeNull();
  await userEvent.click(toggle);
  const bar = within(await screen.findByRole("region", { name: "Test mode" }));
  expect(bar.getByText(/Nothing here is real/)).toBeTruthy();
  expect(document.title).toBe("Test · Items · Stowage");
  expect(toggle.getAttribute("aria-checked")).toBe("true");
  await userEvent.click(bar.getByRole("button", { name: /Leave test mode/ }));
  await waitFor(() => expect(screen.queryByRole("region", { name: "Test mode" })).toBeNull());
  expect(document.title).toBe("Items · Stowage");
  expect(currentWhere().environment).toBe("live");
});

it("from an item's page, which the other environment does not have, it leads to the list", async () => {
  const { address } = renderInApp(<Screen />, "/items/item_1?tag=a");
  await userEvent.click(screen.getByRole("switch", { name: "Test mode" }));
  await screen.findByRole("region", { name: "Test mode" });
  expect(address()).toBe("/items");
});

it("on a page that both environments share, the bar does not call it test data", async () => {
  await act(() => enterEnvironment("test"));
  renderInApp(<TestBar />, "/settings/members");
  expect(screen.getByText(/This page is real/)).toBeTruthy();
  expect(screen.queryByText(/Nothing here is real/)).toBeNull();
});

it("a role that could not refill is not offered to", async () => {
  answerTrpc({ "whoami.get": () => buildWhoAmI("viewer") });
  await act(() => enterEnvironment("test"));
  renderInApp(<TestBar />);
  await waitFor(() => expect(screen.queryByRole("button", { name: /Refill/ })).toBeNull());
  expect(screen.getByRole("button", { name: /Leave/ })).toBeTruthy();
});

it("refilling is asked about first, and everything on the screen is read again", async () => {
  const calls = answerTrpc({
    "sandbox.reset": () => ({ reset_at: "2026-01-02T03:04:05Z", locations: 4, bins: 6, items: 24 }),
  });
  const closed = vi.fn();
  renderInApp(<RefillDialog isOpen onClose={closed} />);
  const dialog = within(await screen.findByRole("alertdialog", { name: "Refill with sample data?" }));
  expect(calls).toEqual([]);
  await userEvent.click(dialog.getByRole("button", { name: "Refill" }));
  await waitFor(() => expect(closed).toHaveBeenCalled());
  expect(calls.map(({ path }) => path)).toEqual(["sandbox.reset"]);
  expect(queryClient.getQueryState(meOptions.queryKey)?.isInvalidated).toBe(true);
});
