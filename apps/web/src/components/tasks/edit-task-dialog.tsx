import type { Task } from "@stowage/contract/tasks";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type RefObject, useRef } from "react";
import { showToast } from "../../lib/toasts.ts";
import { trpc } from "../../lib/trpc.ts";
import { useLastValue } from "../../lib/use-last-value.ts";
import { useVersionedEdit } from "../../lib/use-versioned-edit.ts";
import { Dialog } from "../ui/dialog.tsx";
import { refreshTasks } from "./task-cache.ts";
import { TaskForm } from "./task-form.tsx";
import { TaskOrigin } from "./task-origin.tsx";
import { type TaskValues, taskChangesOf, taskValuesOf } from "./task-values.ts";

interface EditTaskDialogProps {
  /** The task to edit; null closes the dialog. */
  task: Task | null;
  onClose: () => void;
}

export function EditTaskDialog({ task: asked, onClose }: EditTaskDialogProps) {
  const task = useLastValue(asked);
  const titleRef = useRef<HTMLInputElement>(null);
  if (!task) return null;
  return (
    <Dialog
      isOpen={asked !== null}
      onClose={onClose}
      title="Edit task"
      initialFocus={titleRef}
      closesOnOutsidePress={false}
    >
      <EditedTask key={task.id} listed={task} titleRef={titleRef} onClose={onClose} />
    </Dialog>
  );
}

/** What is edited has a name; a task's is its title. */
const named = (task: Task) => ({ ...task, name: task.title });

interface EditedTaskProps {
  listed: Task;
  titleRef: RefObject<HTMLInputElement | null>;
  onClose: () => void;
}

function EditedTask({ listed, titleRef, onClose }: EditedTaskProps) {
  const queryClient = useQueryClient();
  const update = useMutation(trpc.tasks.update.mutationOptions());

  async function write(base: Task, values: TaskValues, if_version?: number) {
    const changes = taskChangesOf(base, values);
    if (Object.keys(changes).length > 0) {
      const after = await update.mutateAsync({ id: base.id, ...changes, if_version });
      showToast({ title: `${after.title} was saved.` });
    }
    onClose();
    await refreshTasks();
  }

  const { base, saveIfUnchanged, conflict } = useVersionedEdit({
    listed: named(listed),
    read: async () =>
      named(await queryClient.fetchQuery(trpc.tasks.get.queryOptions({ id: listed.id }, { staleTime: 0 }))),
    write,
  });

  return (
    <TaskForm
      key={base.version}
      note={<TaskOrigin task={base} />}
      initial={taskValuesOf(base)}
      submitLabel="Save"
      titleRef={titleRef}
      onCancel={onClose}
      onSubmit={saveIfUnchanged}
      conflict={conflict}
    />
  );
}
