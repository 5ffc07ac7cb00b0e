import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { DueMark, PriorityMark } from "../../components/tasks/task-marks.tsx";
import { TaskTick } from "../../components/tasks/task-tick.tsx";
import { TO_DO } from "../../components/tasks/task-words.ts";
import { QueryProblem } from "../../components/ui/query-problem.tsx";
import { formatNumber } from "../../lib/format.ts";
import { trpc } from "../../lib/trpc.ts";
import { HomeCard, HomeCardNote, HomeCardSkeleton } from "./home-card.tsx";

const ROWS = 6;

/** What is to be done, the most urgent date first. */
export function OpenTasksCard() {
  const tasks = useQuery(
    trpc.tasks.list.queryOptions({ status: TO_DO, sort: "due_on", limit: ROWS, include_total: true }),
  );
  const total = tasks.data?.total ?? 0;
  return (
    <HomeCard
      title="Open tasks"
      isRefetching={tasks.isFetching && !tasks.isPending}
      more={
        <Link to="/tasks" className="text-ui text-accent-ink hover:underline">
          {total > 0 ? `All ${formatNumber(total)}` : "Tasks"}
        </Link>
      }
    >
      {tasks.isPending ? <HomeCardSkeleton label="Loading tasks" /> : null}
      {tasks.isError && !tasks.data ? (
        <QueryProblem error={tasks.error} onRetry={() => void tasks.refetch()} className="py-8 sm:py-8" />
      ) : null}
      {tasks.data?.data.length === 0 ? (
        <HomeCardNote>Nothing is left to do. Tasks about items, bins and locations appear here.</HomeCardNote>
      ) : null}
      <ul className="divide-y divide-line">
        {tasks.data?.data.map((task) => (
          <li key={task.id} className="flex min-h-10 items-center gap-2 px-3 py-1 coarse:min-h-12">
            <TaskTick task={task} />
            <Link
              to="/tasks"
              search={{ task: task.id }}
              data-row
              className="min-w-0 grow truncate rounded-sm text-ui font-medium hover:underline"
            >
              {task.title}
            </Link>
            <PriorityMark task={task} />
            <span className="shrink-0 text-xs whitespace-nowrap">
              <DueMark task={task} />
            </span>
          </li>
        ))}
      </ul>
    </HomeCard>
  );
}
