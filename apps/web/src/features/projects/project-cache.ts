import { queryClient, trpc } from "../../lib/trpc.ts";

/** After a change to a project: it, the stock that it holds, its tasks, and what tells of them, are asked anew. */
export async function refreshProjects(): Promise<void> {
  await Promise.all(
    [trpc.projects, trpc.items, trpc.tasks, trpc.events].map((asked) =>
      queryClient.invalidateQueries({ queryKey: asked.pathKey() }),
    ),
  );
}
