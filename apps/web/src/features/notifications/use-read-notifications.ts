import type { NotificationPage, ReadNotifications } from "@stowage/contract/notifications";
import { type InfiniteData, useMutation } from "@tanstack/react-query";
import { showProblem } from "../../lib/toasts.ts";
import { queryClient, trpc } from "../../lib/trpc.ts";
import { markRead } from "./mark-read.ts";

const LISTS = { queryKey: trpc.notifications.list.pathKey() };

/** Marks unread notifications as read: on every screen at once, and taken back where the server refuses. */
export function useReadNotifications(): (input: ReadNotifications) => void {
  const read = useMutation(
    trpc.notifications.read.mutationOptions({
      onMutate: async (input) => {
        await queryClient.cancelQueries(LISTS);
        const before = queryClient.getQueriesData(LISTS);
        const at = new Date().toISOString();
        queryClient.setQueriesData<NotificationPage | InfiniteData<NotificationPage>>(LISTS, (data) => {
          if (!data) return data;
          if (!("pages" in data)) return markRead(data, input, at);
          return { ...data, pages: data.pages.map((page) => markRead(page, input, at)) };
        });
        return before;
      },
      onError: (error, _input, before) => {
        for (const [key, data] of before ?? []) queryClient.setQueryData(key, data);
        showProblem("Still marked as unread.", error);
      },
      // Of several at once the last one asks: an answer in between would show the others as unread again.
      onSettled: () => {
        const isLast = queryClient.isMutating({ mutationKey: trpc.notifications.read.mutationKey() }) === 1;
        if (isLast) void queryClient.invalidateQueries(LISTS);
      },
    }),
  );
  return (input) => read.mutate(input);
}
