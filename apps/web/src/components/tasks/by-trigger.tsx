import type { Task } from "@stowage/contract/tasks";
import { Zap } from "lucide-react";
import { TriggerName } from "../events/trigger-name.tsx";

/** Where a task came from, in its row; nothing for what a person added. */
export function ByTrigger({ task: { trigger_id } }: { task: Pick<Task, "trigger_id"> }) {
  if (trigger_id === null) return null;
  return (
    <span className="inline-flex min-w-0 items-center gap-1 text-xs text-muted [&_a]:font-normal [&_a]:text-muted">
      <Zap role="img" aria-label="Made by the trigger" className="size-3 shrink-0" />
      <TriggerName id={trigger_id} />
    </span>
  );
}
