import type { Trigger } from "@stowage/contract/triggers";
import { mutate } from "../../lib/mutate.ts";
import { showProblem, showToast } from "../../lib/toasts.ts";
import { queryClient, trpc } from "../../lib/trpc.ts";

/** After a change to triggers: they, and what tells of them, are asked anew. */
export async function refreshTriggers(): Promise<void> {
  await Promise.all(
    [trpc.triggers, trpc.events].map((asked) => queryClient.invalidateQueries({ queryKey: asked.pathKey() })),
  );
}

interface Page {
  data: Trigger[];
}

/** Writes the switch of one trigger into whatever shows it, until that is asked anew. */
function patchSwitch(id: string, enabled: boolean): void {
  const patched = (trigger: Trigger): Trigger =>
    trigger.id === id ? { ...trigger, enabled, disabled_reason: enabled ? null : "person" } : trigger;
  queryClient.setQueriesData<Trigger>(
    { queryKey: trpc.triggers.get.pathKey() },
    (trigger) => trigger && patched(trigger),
  );
  queryClient.setQueriesData<{ pages: Page[] }>(
    { queryKey: trpc.triggers.list.pathKey() },
    (list) =>
      list && { ...list, pages: list.pages.map((page) => ({ ...page, data: page.data.map(patched) })) },
  );
}

/** Turns a trigger on or off, at once on the screen. */
export async function switchTrigger(
  { id, name }: Pick<Trigger, "id" | "name">,
  enabled: boolean,
): Promise<void> {
  patchSwitch(id, enabled);
  try {
    await mutate(trpc.triggers.update.mutationOptions(), { id, enabled });
    showToast({
      title: `${name} is ${enabled ? "on" : "off"}.`,
      action: { label: "Undo", run: () => void switchTrigger({ id, name }, !enabled) },
    });
  } catch (error) {
    patchSwitch(id, !enabled);
    showProblem(`${name} was not turned ${enabled ? "on" : "off"}.`, error);
  }
  await refreshTriggers();
}
