import { trpc } from "../../lib/trpc.ts";

/** As many as the bell shows; the page has the rest. */
const NEWEST = 10;

/** The newest ones and the number of unread ones, which the bell and Home show. */
export const newestNotifications = trpc.notifications.list.queryOptions({ limit: NEWEST });
