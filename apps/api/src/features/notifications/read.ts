import { NotificationsRead, ReadNotifications } from "@stowage/contract/notifications";
import { notifications } from "@stowage/db/schema/notices";
import { and, inArray, isNull } from "drizzle-orm";
import { instantNow } from "../../deps.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { countUnread, ownNotifications } from "./store.ts";

/** Marks notifications as read; those that are read or not theirs stay as they are. */
export const read = scoped("events:read")
  .meta(rest("POST /notifications/read", "Mark notifications as read"))
  .input(ReadNotifications)
  .output(NotificationsRead)
  .mutation(({ ctx, input }) => markRead(ctx, input));

async function markRead(ctx: ScopedContext, { ids }: ReadNotifications): Promise<NotificationsRead> {
  await ctx.db
    .update(notifications)
    .set({ read_at: instantNow(ctx.deps) })
    .where(
      and(
        ownNotifications(ctx),
        isNull(notifications.read_at),
        ids === undefined ? undefined : inArray(notifications.id, ids),
      ),
    );
  return { unread: await countUnread(ctx) };
}
