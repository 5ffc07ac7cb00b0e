import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { queryClient } from "../../lib/trpc.ts";
import { answerTrpc, Refusal } from "../../testing/answer-trpc.ts";
import { buildItem } from "../../testing/build-item.ts";
import { QuickAddLine } from "./quick-add-line.tsx";

const line = () => screen.getByLabelText<HTMLInputElement>("Quick add");

function open() {
  render(
    <QueryClientProvider client={queryClient}>
      <QuickAddLine binId="bin_1" />
    </QueryClientProvider>,
  );
}

afterEach(() => {
  cleanup();
  queryClient.clear();
  vi.unstubAllGlobals();
});

it("a line and Enter put things into the bin, and the next line can be typed at once", async () => {
  const calls = answerTrpc({ "items.create": () => buildItem({ quantity: 10 }) });
  open();
  await userEvent.type(line(), "10 x M3 screws{Enter}");
  await waitFor(() => expect(calls).toHaveLength(1));
  expect(calls[0]?.input).toEqual({ name: "M3 screws", quantity: 10, bin_id: "bin_1" });
  expect(line().value).toBe("");
  expect(document.activeElement).toBe(line());
  expect(await screen.findAllByText("Added 10 × M3 screws.")).not.toHaveLength(0);
});

it("what was refused stays in the line, with the reason", async () => {
  answerTrpc({
    "items.create": () => {
      throw new Refusal({
        code: "limit_reached",
        status: 422,
        detail: "A workspace holds at most 100,000 items.",
      });
    },
  });
  open();
  await userEvent.type(line(), "M3 screws{Enter}");
  expect(await screen.findByText("A workspace holds at most 100,000 items.")).toBeTruthy();
  expect(line().value).toBe("M3 screws");
});
