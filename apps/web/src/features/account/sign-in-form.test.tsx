import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { queryClient } from "../../lib/trpc.ts";
import { answerTrpc, Refusal } from "../../testing/answer-trpc.ts";
import { SignInForm } from "./sign-in-form.tsx";

const PASSWORD = "a few words in a row";
const CODE = "123456";
const RECOVERY_CODE = "abcd-efgh-ijkl-2345";
const onSignedIn = vi.fn(async () => {});
let calls: ReturnType<typeof answerTrpc>;
let hasSecondFactor: boolean;

const refusal = (code: string, detail: string) => new Refusal({ code, status: 401, detail });

function answer(input: unknown) {
  const { password, code } = input as { password: string; code?: string };
  if (password !== PASSWORD) throw refusal("sign_in_failed", "The e-mail address or the password is wrong.");
  if (hasSecondFactor && code === undefined) throw refusal("two_factor_required", "Send the code too.");
  if (hasSecondFactor && code !== CODE && code !== RECOVERY_CODE)
    throw refusal("sign_in_failed", "The code is wrong.");
  return { user: { id: "user_1" } };
}

const press = (name: string) => userEvent.click(screen.getByRole("button", { name }));

async function typeCredentials(password = PASSWORD) {
  await userEvent.type(screen.getByLabelText("E-mail"), "ada@example.org");
  await userEvent.type(screen.getByLabelText("Password"), password);
  await press("Sign in");
}

beforeEach(() => {
  hasSecondFactor = true;
  calls = answerTrpc({ "auth.signIn": answer });
  render(
    <QueryClientProvider client={queryClient}>
      <SignInForm submitLabel="Sign in" onSignedIn={onSignedIn} />
    </QueryClientProvider>,
  );
});

afterEach(() => {
  cleanup();
  queryClient.clear();
  onSignedIn.mockClear();
  vi.unstubAllGlobals();
});

it("an account without a second factor is in after the password", async () => {
  hasSecondFactor = false;
  await typeCredentials();
  expect(onSignedIn).toHaveBeenCalledOnce();
  expect(screen.queryByLabelText("Code")).toBeNull();
});

it("K62: asks for the code only once the password was right, and sends both", async () => {
  await typeCredentials();
  const code = await screen.findByLabelText("Code");
  expect(code.getAttribute("autocomplete")).toBe("one-time-code");
  expect(onSignedIn).not.toHaveBeenCalled();
  await userEvent.type(code, CODE);
  await press("Sign in");
  expect(onSignedIn).toHaveBeenCalledOnce();
  expect(calls.at(-1)?.input).toEqual({ email: "ada@example.org", password: PASSWORD, code: CODE });
});

it("K61: a wrong password is said at the first step, which does not tell whether there is a second", async () => {
  await typeCredentials("something else");
  expect(await screen.findByText("The e-mail address or the password is wrong.")).toBeTruthy();
  expect(screen.queryByLabelText("Code")).toBeNull();
});

it("K62: a wrong code is said beside it, and the password need not be typed again", async () => {
  await typeCredentials();
  await userEvent.type(await screen.findByLabelText("Code"), "000000");
  await press("Sign in");
  expect(await screen.findByText("The code is wrong.")).toBeTruthy();
  expect(onSignedIn).not.toHaveBeenCalled();
});

it("K62: a recovery code stands in for the phone", async () => {
  await typeCredentials();
  await screen.findByLabelText("Code");
  await press("Use a recovery code");
  await userEvent.type(await screen.findByLabelText("Recovery code"), RECOVERY_CODE);
  await press("Sign in");
  expect(onSignedIn).toHaveBeenCalledOnce();
});

it("the password stays in no cache", async () => {
  await typeCredentials();
  await userEvent.type(await screen.findByLabelText("Code"), CODE);
  await press("Sign in");
  await waitFor(() => expect(keptText()).not.toContain(PASSWORD));
});

/** All that the caches hold. */
function keptText(): string {
  const kept = [...queryClient.getMutationCache().getAll(), ...queryClient.getQueryCache().getAll()];
  return JSON.stringify(kept.map(({ state }) => state));
}
