import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { showToast } from "../../lib/toasts.ts";
import { trpc } from "../../lib/trpc.ts";
import { Dialog } from "../ui/dialog.tsx";
import { refreshTasks } from "./task-cache.ts";
import { TaskForm } from "./task-form.tsx";
import { newTaskValues, type TaskValues, taskInputOf } from "./task-values.ts";

interface CreateTaskDialogProps {
  isOpen: boolean;
  /** What it is about, whose it is, and so on, as far as the screen around it says. */
  known: Partial<TaskValues>;
  onClose: () => void;
}

export function CreateTaskDialog({ isOpen, known, onClose }: CreateTaskDialogProps) {
  const titleRef = useRef<HTMLInputElement>(null);
  const create = useMutation(trpc.tasks.create.mutationOptions());
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title="Add task"
      initialFocus={titleRef}
      closesOnOutsidePress={false}
    >
      <TaskForm
        initial={newTaskValues(known)}
        submitLabel="Add task"
        titleRef={titleRef}
        onCancel={onClose}
        onSubmit={async (values) => {
          const task = await create.mutateAsync(taskInputOf(values));
          showToast({ title: `${task.title} was added.` });
          onClose();
          await refreshTasks();
        }}
      />
    </Dialog>
  );
}
