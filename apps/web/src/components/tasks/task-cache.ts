import type { Task } from "@stowage/contract/tasks";
import { mutate } from "../../lib/mutate.ts";
import { showProblem, showToast } from "../../lib/toasts.ts";
import { queryClient, trpc } from "../../lib/trpc.ts";
import { showUndoToast } from "../../lib/undo-toast.ts";

interface Page {
  data: Task[];
}

/** After a change to tasks: they, and what tells of them, are asked anew. */
export async function refreshTasks(): Promise<void> {
  await Promise.all(
    [trpc.tasks, trpc.events, trpc.summary].map((asked) =>
      queryClient.invalidateQueries({ queryKey: asked.pathKey() }),
    ),
  );
}

/** Writes what changed of one task into every list that shows it, where it stays until the lists are asked anew. */
function patchCachedTask(id: string, patch: Partial<Task>): void {
  const patched = (task: Task) => (task.id === id ? { ...task, ...patch } : task);
  queryClient.setQueriesData<Task>({ queryKey: trpc.tasks.get.pathKey() }, (task) => task && patched(task));
  queryClient.setQueriesData<Page | { pages: Page[] }>({ queryKey: trpc.tasks.list.pathKey() }, (list) => {
    if (!list) return list;
    if ("pages" in list)
      return { ...list, pages: list.pages.map((page) => ({ ...page, data: page.data.map(patched) })) };
    return { ...list, data: list.data.map(patched) };
  });
}

const write = ({ id }: Task, status: Task["status"]) =>
  mutate(trpc.tasks.update.mutationOptions(), { id, status });

/** Ticks a task off, or opens it again, at once on the screen; ticking off can be undone for a while. */
export async function tickTask(task: Task, status: Task["status"]): Promise<void> {
  patchCachedTask(task.id, { status });
  try {
    await write(task, status);
    if (status === "done")
      showToast({
        title: `Done: ${task.title}`,
        action: { label: "Undo", run: () => void tickTask({ ...task, status }, task.status) },
      });
  } catch (error) {
    patchCachedTask(task.id, { status: task.status });
    showProblem("The task was not changed.", error);
  }
  await refreshTasks();
}

/** Deletes a task at once, with a way back. */
export async function deleteTask({ id, title }: Task): Promise<void> {
  try {
    const { event_seq } = await mutate(trpc.tasks.remove.mutationOptions(), { id });
    showUndoToast({ title: `${title} was deleted.`, undo: [event_seq] });
  } catch (error) {
    showProblem(`${title} was not deleted.`, error);
  }
  await refreshTasks();
}
