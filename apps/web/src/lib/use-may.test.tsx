import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { answerTrpc, Refusal } from "../testing/answer-trpc.ts";
import { buildWhoAmI } from "../testing/build-api-key.ts";
import { queryClient } from "./trpc.ts";
import { useMay } from "./use-may.ts";

function Rights() {
  return <p>{[useMay("items:read"), useMay("items:write"), useMay("items:delete")].join(" ")}</p>;
}

function open(answer: () => unknown) {
  answerTrpc({ "whoami.get": answer });
  render(
    <QueryClientProvider client={queryClient}>
      <Rights />
    </QueryClientProvider>,
  );
}

afterEach(() => {
  cleanup();
  queryClient.clear();
  vi.unstubAllGlobals();
});

it("a viewer may look and not change", async () => {
  open(() => buildWhoAmI("viewer"));
  expect(await screen.findByText("true false false")).toBeTruthy();
});

it("admin:* stands for every scope", async () => {
  open(() => ({ ...buildWhoAmI(), scopes: ["admin:*"] }));
  await waitFor(() => expect(queryClient.isFetching()).toBe(0));
  expect(screen.getByText("true true true")).toBeTruthy();
});

it("while it is not known, nothing is taken away: the server decides", async () => {
  open(() => {
    throw new Refusal({ code: "rate_limited", status: 429, detail: "Too many requests." });
  });
  await waitFor(() => expect(queryClient.isFetching()).toBe(0));
  expect(screen.getByText("true true true")).toBeTruthy();
});
