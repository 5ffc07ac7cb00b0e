import type { NotificationPage } from "@stowage/contract/notifications";
import { expect, it } from "vitest";
import { buildNotification } from "../../testing/build-notification.ts";
import { markRead, unreadLabel } from "./mark-read.ts";
import { arrivalWords } from "./new-arrivals.ts";

const NOW = "2026-02-01T00:00:00Z";
const page = {
  data: [
    buildNotification({ id: "ntf_3" }),
    buildNotification({ id: "ntf_2", read_at: "2026-01-03T00:00:00Z" }),
    buildNotification({ id: "ntf_1" }),
  ],
  next_cursor: "more",
  unread: 5,
};
const readTimes = (changed: NotificationPage) => changed.data.map(({ read_at }) => read_at);

it("reading one counts it off and leaves the others", () => {
  const changed = markRead(page, { ids: ["ntf_3"] }, NOW);
  expect(readTimes(changed)).toEqual([NOW, "2026-01-03T00:00:00Z", null]);
  expect(changed).toMatchObject({ unread: 4, next_cursor: "more" });
});

it("one that is on another page counts too", () => {
  const changed = markRead(page, { ids: ["ntf_elsewhere"] }, NOW);
  expect([changed.data, changed.unread]).toEqual([page.data, 4]);
});

it("reading all leaves none unread, and keeps when the others were read", () => {
  const changed = markRead(page, { all: true }, NOW);
  expect(readTimes(changed)).toEqual([NOW, "2026-01-03T00:00:00Z", NOW]);
  expect(changed.unread).toBe(0);
});

it("the number is exact up to 99", () => {
  expect([1, 99, 100, 4_000].map(unreadLabel)).toEqual(["1", "99", "99+", "99+"]);
});

it("only what is unread and was not there before is news", () => {
  const title = "Nightly sync ends in 7 days";
  expect(arrivalWords(new Set(["ntf_1", "ntf_3"]), page.data)).toBeNull();
  expect(arrivalWords(new Set(["ntf_1"]), page.data)).toBe(`New notification: ${title}`);
  expect(arrivalWords(new Set(), page.data)).toBe(`2 new notifications. The newest: ${title}`);
});
