import { QueryClientProvider, useMutation } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { queryClient, trpc } from "../../lib/trpc.ts";
import { answerTrpc, Refusal } from "../../testing/answer-trpc.ts";
import { useConfirmed } from "./use-confirmed.tsx";

const PASSWORD = "a few words in a row";
let calls: ReturnType<typeof answerTrpc>;
let isRecent: boolean;
let hasSecondFactor: boolean;

const refusal = (code: string, status: number, detail: string) => new Refusal({ code, status, detail });

function EndOthers() {
  const { confirmed, confirmDialog } = useConfirmed();
  const end = useMutation(trpc.sessions.endOthers.mutationOptions());
  const [result, setResult] = useState("");
  return (
    <>
      <button
        type="button"
        onClick={() =>
          void confirmed(() => end.mutateAsync()).then(
            (answer) => setResult(answer ? `ended ${answer.ended}` : "left as it is"),
            (error: Error) => setResult(error.message),
          )
        }
      >
        End the others
      </button>
      <p>{result}</p>
      {confirmDialog}
    </>
  );
}

const press = (name: string) => userEvent.click(screen.getByRole("button", { name }));
const attempts = () => calls.filter(({ path }) => path === "sessions.endOthers").length;
const confirms = () => calls.filter(({ path }) => path === "auth.confirm").map(({ input }) => input);

beforeEach(() => {
  isRecent = false;
  hasSecondFactor = false;
  calls = answerTrpc({
    "auth.session": () => ({ user: null, recent_until: null }),
    "auth.confirm": (input) => {
      const { password, code } = input as { password: string; code?: string };
      if (password !== PASSWORD) throw refusal("sign_in_failed", 401, "Wrong password.");
      if (hasSecondFactor && code === undefined)
        throw refusal("two_factor_required", 401, "Send the code too.");
      isRecent = true;
      return { recent_until: "2026-01-02T03:19:05Z" };
    },
    "sessions.endOthers": () => {
      if (!isRecent) throw refusal("recent_sign_in_required", 403, "Confirm first.");
      return { ended: 2 };
    },
  });
  render(
    <QueryClientProvider client={queryClient}>
      <EndOthers />
    </QueryClientProvider>,
  );
});

afterEach(() => {
  cleanup();
  queryClient.clear();
  vi.unstubAllGlobals();
});

it("K62: asks for the password only when the server does, then goes on by itself", async () => {
  await press("End the others");
  await userEvent.type(await screen.findByLabelText("Password"), PASSWORD);
  await press("Confirm");
  expect(await screen.findByText("ended 2")).toBeTruthy();
  expect(attempts()).toBe(2);
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

it("K62: right after a confirmation nothing is asked", async () => {
  isRecent = true;
  await press("End the others");
  expect(await screen.findByText("ended 2")).toBeTruthy();
  expect(confirms()).toEqual([]);
});

it("K62: a wrong password is said in the dialog, and nothing is tried again before a right one", async () => {
  await press("End the others");
  await userEvent.type(await screen.findByLabelText("Password"), "something else");
  await press("Confirm");
  expect(await screen.findByText("Wrong password.")).toBeTruthy();
  expect(attempts()).toBe(1);
});

it("K62: an account with a second factor is asked for its code beside the password", async () => {
  hasSecondFactor = true;
  await press("End the others");
  await userEvent.type(await screen.findByLabelText("Password"), PASSWORD);
  expect(screen.queryByLabelText("Code")).toBeNull();
  await press("Confirm");
  await userEvent.type(await screen.findByLabelText("Code"), "123456");
  await press("Confirm");
  expect(await screen.findByText("ended 2")).toBeTruthy();
  expect(confirms()).toEqual([{ password: PASSWORD }, { password: PASSWORD, code: "123456" }]);
});

it("K62: not confirming leaves everything as it is, without an error", async () => {
  await press("End the others");
  await screen.findByLabelText("Password");
  await press("Cancel");
  expect(await screen.findByText("left as it is")).toBeTruthy();
  expect(attempts()).toBe(1);
});

it("K62: the password stays in no cache", async () => {
  await press("End the others");
  await userEvent.type(await screen.findByLabelText("Password"), PASSWORD);
  await press("Confirm");
  await screen.findByText("ended 2");
  const kept = queryClient
    .getMutationCache()
    .getAll()
    .map((mutation) => mutation.state);
  expect(JSON.stringify(kept)).not.toContain(PASSWORD);
});
