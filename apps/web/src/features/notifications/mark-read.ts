import type { NotificationPage, ReadNotifications } from "@stowage/contract/notifications";

/** A page as it will be once these are read. Those named are taken to be unread until now. */
export function markRead(
  page: NotificationPage,
  { ids, all }: ReadNotifications,
  at: string,
): NotificationPage {
  const isMeant = (id: string) => all === true || (ids?.includes(id) ?? false);
  return {
    ...page,
    unread: all ? 0 : Math.max(0, page.unread - (ids?.length ?? 0)),
    data: page.data.map((each) =>
      each.read_at === null && isMeant(each.id) ? { ...each, read_at: at } : each,
    ),
  };
}

/** "3", or "99+" where more would not fit. */
export function unreadLabel(unread: number): string {
  return unread > 99 ? "99+" : String(unread);
}
