import type { UpdateNotificationPreferences } from "@stowage/contract/notification-preferences";
import { useMutation } from "@tanstack/react-query";
import { showProblem } from "../../lib/toasts.ts";
import { queryClient, trpc } from "../../lib/trpc.ts";
import { changedPreferences } from "./changed-preferences.ts";

/** Changes the reader's preferences: on the screen at once, and as the server has them once the last change is answered. */
export function useChangePreferences(): (change: UpdateNotificationPreferences) => void {
  const key = trpc.notifications.preferences.queryKey();
  const update = useMutation(
    trpc.notifications.updatePreferences.mutationOptions({
      onMutate: async (change) => {
        await queryClient.cancelQueries({ queryKey: key });
        queryClient.setQueryData(key, (before) => before && changedPreferences(before, change));
      },
      onError: (error) => showProblem("The preference was not changed.", error),
      // Of several at once the last one asks: an answer in between would show the others as they were.
      onSettled: () => {
        const mutationKey = trpc.notifications.updatePreferences.mutationKey();
        if (queryClient.isMutating({ mutationKey }) === 1)
          void queryClient.invalidateQueries({ queryKey: key });
      },
    }),
  );
  return (change) => update.mutate(change);
}
