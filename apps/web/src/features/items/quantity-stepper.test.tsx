import { QueryClientProvider, useQuery } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { toastManager } from "../../lib/toasts.ts";
import { queryClient, trpc } from "../../lib/trpc.ts";
import { answerTrpc, Refusal } from "../../testing/answer-trpc.ts";
import { buildItem } from "../../testing/build-item.ts";
import { QuantityStepper } from "./quantity-stepper.tsx";

function Shelf() {
  const { data } = useQuery(trpc.items.get.queryOptions({ id: "item_1" }));
  return data ? <QuantityStepper item={data} /> : null;
}

async function open(quantity: number) {
  queryClient.setQueryData(trpc.items.get.queryKey({ id: "item_1" }), buildItem({ quantity }));
  render(
    <QueryClientProvider client={queryClient}>
      <Shelf />
    </QueryClientProvider>,
  );
  return {
    add: await screen.findByRole("button", { name: "Add one M3 screws" }),
    take: screen.getByRole<HTMLButtonElement>("button", { name: "Take one M3 screws" }),
  };
}

const shown = (quantity: number) => screen.getByText(`${quantity} pcs`);

afterEach(() => {
  cleanup();
  queryClient.clear();
  vi.unstubAllGlobals();
});

it("the quantity changes at once, and three quick taps are one request", async () => {
  const calls = answerTrpc({ "items.adjust": () => ({ ...buildItem({ quantity: 13 }), event_seq: 7 }) });
  const { add } = await open(10);
  for (let tap = 0; tap < 3; tap++) await userEvent.click(add);
  expect(shown(13)).toBeTruthy();
  expect(calls).toEqual([]);
  await waitFor(() => expect(calls).toHaveLength(1));
  expect(calls[0]).toEqual({ path: "items.adjust", input: { id: "item_1", delta: 3 } });
  await waitFor(() => expect(shown(13)).toBeTruthy());
});

it("nothing can be taken where nothing is", async () => {
  answerTrpc({});
  const { take } = await open(0);
  expect(take.disabled).toBe(true);
});

it("when there is not that much, what is left is shown and said", async () => {
  const toast = vi.spyOn(toastManager, "add");
  answerTrpc({
    "items.adjust": () => {
      throw new Refusal({
        code: "insufficient_stock",
        status: 409,
        detail: "Only 1 is left.",
        current_quantity: 1,
      });
    },
    "items.get": () => buildItem({ quantity: 1 }),
  });
  const { take } = await open(10);
  await userEvent.click(take);
  await userEvent.click(take);
  expect(shown(8)).toBeTruthy();
  await waitFor(() => expect(shown(1)).toBeTruthy());
  expect(toast).toHaveBeenCalledWith(expect.objectContaining({ title: "Only 1 pcs of M3 screws left." }));
});
