import { NotificationPreferences } from "@stowage/contract/notification-preferences";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { getPreferences } from "./store.ts";

/** How the person (for a key: its subject) is told of things in this organization. */
export const preferences = scoped("events:read")
  .meta(rest("GET /notifications/preferences", "Get notification preferences"))
  .output(NotificationPreferences)
  .query(({ ctx }) => getPreferences(ctx.db, ctx));
