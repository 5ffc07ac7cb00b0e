import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { Toaster } from "../components/ui/toaster.tsx";
import { answerTrpc, Refusal } from "../testing/answer-trpc.ts";
import { mutate } from "./mutate.ts";
import { queryClient, trpc } from "./trpc.ts";
import { showUndoToast } from "./undo-toast.ts";

afterEach(() => {
  cleanup();
  queryClient.clear();
  vi.unstubAllGlobals();
});

type Undo = Parameters<typeof showUndoToast>[0]["undo"];

/** Shows the toast, and presses its Undo. */
async function undo(what: Undo): Promise<void> {
  render(<Toaster />);
  showUndoToast({ title: "Moved.", undo: what });
  fireEvent.click(await screen.findByRole("button", { name: "Undo" }));
}

const seqsOf = ({ input }: { input: unknown }) => (input as { event_seqs: number[] }).event_seqs;

it("more events than one call takes are undone newest first, a thousand at a time", async () => {
  const calls = answerTrpc({ "events.undo": () => ({ undone: [{}], skipped: [], dry_run: false }) });
  await undo(Array.from({ length: 1_200 }, (_, index) => index + 1));
  await screen.findByText("Undone.");
  expect(calls.map((call) => seqsOf(call).length)).toEqual([1_000, 200]);
  expect(calls.map((call) => seqsOf(call)[0])).toEqual([1_200, 200]);
});

it("what stayed is counted, and the first says why", async () => {
  const detail = "quantity of Glue was changed since by Ann (event 9).";
  answerTrpc({ "events.undo": () => ({ undone: [{}, {}], skipped: [{ detail }], dry_run: false }) });
  await undo([1, 2, 3]);
  await screen.findAllByText("2 changes undone, 1 change stayed.");
  await screen.findAllByText(detail);
});

it("a way back that is refused is told with the server's words", async () => {
  answerTrpc({
    "bins.update": () => {
      throw new Refusal({ code: "conflict", status: 409, detail: "Somebody was faster." });
    },
  });
  await undo(() => mutate(trpc.bins.update.mutationOptions(), { id: "bin_1", if_version: 2 }));
  await screen.findAllByText("It was not undone.");
  await screen.findAllByText("Somebody was faster.");
});

it("what made no event offers no way back", async () => {
  render(<Toaster />);
  showUndoToast({ title: "Nothing new.", undo: [] });
  await screen.findByText("Nothing new.");
  expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
});
