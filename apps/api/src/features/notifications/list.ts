import { ListNotifications, NotificationPage } from "@stowage/contract/notifications";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { listNotifications } from "./store.ts";

/**
 * What the person (for a key: its subject) should know of, in this organization, newest first. A session sees both
 * environments; a key sees its own.
 */
export const list = scoped("events:read")
  .meta(rest("GET /notifications", "List notifications"))
  .input(ListNotifications)
  .output(NotificationPage)
  .query(({ ctx, input }) => listNotifications(ctx, input));
