import {
  NOTIFICATION_PREFERENCES_DEFAULT,
  type NotificationPreferences,
  type UpdateNotificationPreferences,
} from "@stowage/contract/notification-preferences";
import { cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { queryClient } from "../../lib/trpc.ts";
import { answerTrpc, Refusal } from "../../testing/answer-trpc.ts";
import { renderInApp } from "../../testing/render-in-app.tsx";
import { changedPreferences } from "./changed-preferences.ts";
import { PreferencesScreen } from "./preferences-screen.tsx";

let kept: NotificationPreferences;

beforeEach(() => {
  kept = { ...NOTIFICATION_PREFERENCES_DEFAULT, mail_available: true };
});
afterEach(() => {
  cleanup();
  queryClient.clear();
  vi.unstubAllGlobals();
});

/** The server's part: it keeps what it is told. */
const server = () => ({
  "auth.session": () => ({ user: null, organization: null, organizations: [], environment: "live" }),
  "account.get": () => ({ timezone: "Europe/Berlin" }),
  "notifications.preferences": () => kept,
  "notifications.updatePreferences": (input: unknown) => {
    kept = changedPreferences(kept, input as UpdateNotificationPreferences);
    return kept;
  },
});
const switchOf = (name: string) => screen.findByRole("switch", { name });
const isOn = async (name: string) => (await switchOf(name)).getAttribute("aria-checked") === "true";

it("each kind has a switch for the bell and one for mail, and a press sends that one alone", async () => {
  const calls = answerTrpc(server());
  renderInApp(<PreferencesScreen />);
  expect([await isOn("Low stock under the bell"), await isOn("Low stock by mail")]).toEqual([true, false]);
  expect([await isOn("API keys under the bell"), await isOn("API keys by mail")]).toEqual([true, true]);
  await userEvent.click(await switchOf("Low stock by mail"));
  await userEvent.click(await switchOf("Tasks under the bell"));
  await waitFor(() => expect(calls.filter(({ path }) => path.endsWith("updatePreferences"))).toHaveLength(2));
  expect(calls.flatMap(({ path, input }) => (path.endsWith("updatePreferences") ? [input] : []))).toEqual([
    { kinds: { low_stock: { mail: true } } },
    { kinds: { tasks: { app: false } } },
  ]);
  expect([await isOn("Low stock by mail"), await isOn("Tasks under the bell")]).toEqual([true, false]);
});

it("the digest has an hour in the reader's time zone once it is on", async () => {
  answerTrpc(server());
  renderInApp(<PreferencesScreen />);
  const digest = await screen.findByRole("switch", { name: /One mail a day/ });
  expect(screen.queryByRole("combobox")).toBeNull();
  await userEvent.click(digest);
  await userEvent.selectOptions(await screen.findByRole("combobox", { name: "At" }), "18:00");
  expect(await screen.findByText(/Europe\/Berlin/)).toBeTruthy();
  await waitFor(() => expect([kept.digest, kept.digest_hour]).toEqual(["daily", 18]));
});

it("where the server sends no mail it says so, and mail cannot be chosen", async () => {
  kept = { ...kept, mail_available: false };
  answerTrpc(server());
  renderInApp(<PreferencesScreen />);
  expect(await screen.findByText(/This server sends no mail/)).toBeTruthy();
  expect((await switchOf("Low stock by mail")).getAttribute("aria-disabled")).toBe("true");
  expect((await switchOf("Low stock under the bell")).getAttribute("aria-disabled")).not.toBe("true");
});

it("what the server would not change stands as it was", async () => {
  answerTrpc({
    ...server(),
    "notifications.updatePreferences": () => {
      throw new Refusal({ code: "unavailable", status: 503, detail: "The database does not answer." });
    },
  });
  renderInApp(<PreferencesScreen />);
  await userEvent.click(await switchOf("Low stock by mail"));
  await waitFor(async () => expect(await isOn("Low stock by mail")).toBe(false));
});
