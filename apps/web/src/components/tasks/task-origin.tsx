import type { Task } from "@stowage/contract/tasks";
import { TriggerName } from "../events/trigger-name.tsx";

/** Which trigger made a task, and that it closes by itself; nothing for what a person added. */
export function TaskOrigin({ task: { trigger_id, close_when_resolved } }: { task: Task }) {
  if (trigger_id === null) return null;
  return (
    <p className="text-ui text-muted">
      Made by the trigger <TriggerName id={trigger_id} />.
      {close_when_resolved ? " It follows how many are missing, and is done once the stock is back." : null}
    </p>
  );
}
