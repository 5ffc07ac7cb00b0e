import { act, cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { queryClient } from "../../lib/trpc.ts";
import { answerTrpc, Refusal } from "../../testing/answer-trpc.ts";
import { buildNotification } from "../../testing/build-notification.ts";
import { renderInApp } from "../../testing/render-in-app.tsx";
import { newestNotifications } from "./notification-queries.ts";
import { NotificationsBell } from "./notifications-bell.tsx";
import { NotificationsWatch } from "./notifications-watch.tsx";

const OLD = buildNotification({ id: "ntf_1", title: "Backup has ended" });
const NEW = buildNotification({ id: "ntf_2" });
let shown = [NEW, OLD];

beforeEach(() => {
  shown = [NEW, OLD];
});
afterEach(() => {
  cleanup();
  queryClient.clear();
  vi.unstubAllGlobals();
});

const list = () => ({
  data: shown,
  next_cursor: null,
  unread: shown.filter(({ read_at }) => read_at === null).length,
});
/** The server's part: what is named is read from then on. */
const read = (input: unknown) => {
  const { ids, all } = input as { ids?: string[]; all?: true };
  shown = shown.map((each) =>
    all || ids?.includes(each.id) ? { ...each, read_at: "2026-01-03T00:00:00Z" } : each,
  );
  return { unread: list().unread };
};

it("the bell tells how many are unread; reading one takes it off at once, reading all silences it", async () => {
  const calls = answerTrpc({ "notifications.list": list, "notifications.read": read });
  renderInApp(<NotificationsBell />);
  await userEvent.click(await screen.findByRole("button", { name: "Notifications, 2 unread" }));
  const popover = within(await screen.findByRole("dialog", { name: "Notifications" }));
  await userEvent.click(popover.getByRole("button", { name: /Mark “Nightly sync.* as read/ }));
  expect(await screen.findByRole("button", { name: "Notifications, 1 unread" })).toBeTruthy();
  await userEvent.click(popover.getByRole("button", { name: "Mark all as read" }));
  expect(await screen.findByRole("button", { name: "Notifications" })).toBeTruthy();
  const inputs = calls.filter(({ path }) => path === "notifications.read").map(({ input }) => input);
  expect(inputs).toEqual([{ ids: ["ntf_2"] }, { all: true }]);
  await waitFor(() => expect(queryClient.isFetching()).toBe(0));
  expect(popover.getByRole("link", { name: "Nightly sync ends in 7 days" })).toBeTruthy();
});

it("what the server would not mark is unread again", async () => {
  answerTrpc({
    "notifications.list": list,
    "notifications.read": () => {
      throw new Refusal({ code: "unavailable", status: 503, detail: "The database does not answer." });
    },
  });
  renderInApp(<NotificationsBell />);
  await userEvent.click(await screen.findByRole("button", { name: "Notifications, 2 unread" }));
  await userEvent.click(await screen.findByRole("button", { name: "Mark all as read" }));
  expect(await screen.findByRole("button", { name: "Notifications, 2 unread" })).toBeTruthy();
});

it("a line leads to what it is about, and is read by going there", async () => {
  const calls = answerTrpc({ "notifications.list": list, "notifications.read": read });
  renderInApp(<NotificationsBell />);
  await userEvent.click(await screen.findByRole("button", { name: "Notifications, 2 unread" }));
  const line = await screen.findByRole("link", { name: /Nightly sync ends in 7 days/ });
  expect(line.getAttribute("href")).toBe("/settings/api-keys/key_1");
  await userEvent.click(line);
  expect(calls.map(({ path }) => path)).toContain("notifications.read");
  expect(await screen.findByRole("button", { name: "Notifications, 1 unread" })).toBeTruthy();
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

it("with nothing to tell, the bell says what it is for", async () => {
  shown = [];
  answerTrpc({ "notifications.list": list });
  renderInApp(<NotificationsBell />);
  await userEvent.click(await screen.findByRole("button", { name: "Notifications" }));
  expect(await screen.findByText(/Nothing so far/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Mark all as read" })).toBeNull();
});

it("a screen reader hears of what comes, not of what was there", async () => {
  shown = [OLD];
  answerTrpc({ "notifications.list": list });
  renderInApp(<NotificationsWatch />);
  await waitFor(() => expect(queryClient.getQueryData(newestNotifications.queryKey)).toBeTruthy());
  expect(screen.getByRole("status").textContent).toBe("");
  shown = [NEW, OLD];
  await act(() => queryClient.invalidateQueries());
  await waitFor(() =>
    expect(screen.getByRole("status").textContent).toBe("New notification: Nightly sync ends in 7 days"),
  );
});

it.each([
  ["an item", { type: "item.low_stock", subject_type: "item", subject_id: "item_1" }, "/items/item_1"],
  ["a task", { type: "task.created", subject_type: "task", subject_id: "task_1" }, "/tasks?task=task_1"],
  [
    "a trigger",
    { type: "trigger.disabled", subject_type: "trigger", subject_id: "trig_1" },
    "/triggers/trig_1",
  ],
  [
    "what is low",
    { type: "item.low_stock", subject_type: "items", subject_id: "ws_1" },
    "/items?low_stock=true",
  ],
  [
    "what expires",
    { type: "item.expiring", subject_type: "items", subject_id: "ws_1" },
    "/items?expiring_before=2026-01-10&sort=expires_on",
  ],
  ["several tasks", { type: "task.created", subject_type: "tasks", subject_id: "ws_1" }, "/tasks?mine=true"],
] as const)("a notification of %s leads there", async (_of, changes, address) => {
  shown = [buildNotification(changes)];
  answerTrpc({ "notifications.list": list, "notifications.read": read });
  renderInApp(<NotificationsBell />);
  await userEvent.click(await screen.findByRole("button", { name: "Notifications, 1 unread" }));
  const line = await screen.findByRole("link", { name: /Nightly sync/ });
  expect(line.getAttribute("href")).toBe(address);
});
