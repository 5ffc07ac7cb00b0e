import type { ApiKeyWithUsage } from "@stowage/contract/api-keys";
import type { Scope } from "@stowage/contract/scopes";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { formatCount } from "../../lib/format.ts";
import { showProblem, showToast } from "../../lib/toasts.ts";
import { trpc } from "../../lib/trpc.ts";
import { useConfirmed } from "../account/use-confirmed.tsx";

type TrimmedKey = Pick<ApiKeyWithUsage, "id" | "name" | "scopes" | "advice">;

/** K37: leaves a key the scopes that it used, in one press that can be taken back. */
export function useTrim({ id, name, scopes, advice }: TrimmedKey) {
  const queryClient = useQueryClient();
  const { confirmed, confirmDialog } = useConfirmed();
  const update = useMutation(
    trpc.apiKeys.update.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.apiKeys.pathFilter()),
    }),
  );

  async function set(next: Scope[], done: string, undo?: () => void) {
    try {
      // Giving `admin:*` back takes a recent sign-in.
      if ((await confirmed(() => update.mutateAsync({ id, scopes: next }))) === null) return;
      showToast({
        title: done,
        text: "It counts from the next request on.",
        ...(undo && { action: { label: "Undo", run: undo } }),
      });
    } catch (error) {
      showProblem(`${name} was not changed.`, error);
    }
  }

  const undo = () => void set(scopes, `${name} has its scopes back.`);
  const { used_scopes } = advice;
  const done = `${name} was trimmed to ${formatCount(used_scopes.length, "scope")}.`;
  return { isTrimming: update.isPending, trim: () => void set(used_scopes, done, undo), confirmDialog };
}
