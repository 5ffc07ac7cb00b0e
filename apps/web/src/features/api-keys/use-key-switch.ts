import type { ApiKey } from "@stowage/contract/api-keys";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { showProblem, showToast } from "../../lib/toasts.ts";
import { trpc } from "../../lib/trpc.ts";

/** K33: turns a key off, which can be taken back, and on again. */
export function useKeySwitch({ id, name }: Pick<ApiKey, "id" | "name">) {
  const queryClient = useQueryClient();
  const update = useMutation(
    trpc.apiKeys.update.mutationOptions({
      onSuccess: ({ status }) => {
        if (status === "disabled")
          showToast({
            title: `${name} is disabled.`,
            text: "It is refused until you enable it again.",
            action: { label: "Undo", run: () => update.mutate({ id, active: true }) },
          });
        else showToast({ title: `${name} is enabled.`, text: "It works again, with the same secret." });
        return queryClient.invalidateQueries(trpc.apiKeys.pathFilter());
      },
      onError: (error) => showProblem(`${name} was not changed.`, error),
    }),
  );
  return {
    isSwitching: update.isPending,
    setActive: (active: boolean) => update.mutate({ id, active }),
  };
}
