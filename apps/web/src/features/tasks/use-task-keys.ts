import type { Task } from "@stowage/contract/tasks";
import { tickTask } from "../../components/tasks/task-cache.ts";
import { type Action, useRegisterActions } from "../../lib/actions.ts";

/** Keys that work on the focused row: `x` ticks it off or opens it again, `e` edits. None where `onEdit` is null. */
export function useTaskKeys(tasks: readonly Task[], onEdit: ((task: Task) => void) | null): void {
  const onFocused = (run: (task: Task) => void) => () => {
    const id = document.activeElement?.closest<HTMLElement>("[data-task-id]")?.dataset.taskId;
    const task = tasks.find((candidate) => candidate.id === id);
    if (task) run(task);
  };
  const common = { section: "This page", isPaletteHidden: true } as const;
  const actions: Action[] = onEdit
    ? [
        { ...common, id: "task.edit", label: "Edit the task of the row", keys: "e", run: onFocused(onEdit) },
        {
          ...common,
          id: "task.tick",
          label: "Tick off the task of the row",
          keys: "x",
          run: onFocused((task) => void tickTask(task, task.status === "done" ? "open" : "done")),
        },
      ]
    : [];
  useRegisterActions(actions);
}
