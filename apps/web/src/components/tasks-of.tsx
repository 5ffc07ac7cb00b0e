import type { Task, TaskSubject } from "@stowage/contract/tasks";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Pencil, Trash2 } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { cx } from "../lib/class-names.ts";
import { trpc } from "../lib/trpc.ts";
import { useLastValue } from "../lib/use-last-value.ts";
import { useMay } from "../lib/use-may.ts";
import { PersonName } from "./events/person-name.tsx";
import { AddTaskLine } from "./tasks/add-task-line.tsx";
import { ByTrigger } from "./tasks/by-trigger.tsx";
import { deleteTask } from "./tasks/task-cache.ts";
import { DueMark, MissingMark, PriorityMark, StatusMark } from "./tasks/task-marks.tsx";
import { TaskTick } from "./tasks/task-tick.tsx";
import { isToDo, TO_DO } from "./tasks/task-words.ts";
import { IconButton } from "./ui/icon-button.tsx";
import { LoadMore } from "./ui/load-more.tsx";
import { QueryProblem } from "./ui/query-problem.tsx";
import { Segmented } from "./ui/segmented.tsx";
import { Skeleton } from "./ui/skeleton.tsx";

const EditTaskDialog = lazy(async () => ({
  default: (await import("./tasks/edit-task-dialog.tsx")).EditTaskDialog,
}));

const PAGE = 20;

type TasksOfProps = { subjectType: TaskSubject; subjectId: string } | { projectId: string };

/** The tasks about one thing, or of one project, and a line to add more: a section of that thing's page. */
export function TasksOf(props: TasksOfProps) {
  const isOfProject = "projectId" in props;
  const mayWrite = useMay("tasks:write");
  const [isShowingAll, setIsShowingAll] = useState(false);
  const [edited, setEdited] = useState<Task | null>(null);
  const list = useInfiniteQuery(
    trpc.tasks.list.infiniteQueryOptions(
      {
        ...(isOfProject ? { project_id: props.projectId } : { subject_id: props.subjectId }),
        ...(!isShowingAll && { status: TO_DO }),
        sort: "due_on",
        limit: PAGE,
      },
      { getNextPageParam: (page) => page.next_cursor ?? undefined, placeholderData: (previous) => previous },
    ),
  );
  // Once asked for, the dialog stays mounted, so that it can close gently and give the focus back.
  const hasEdited = useLastValue(edited) !== null;
  const tasks = list.data?.pages.flatMap((page) => page.data) ?? [];
  const known = isOfProject
    ? { project_id: props.projectId }
    : { subject: { type: props.subjectType, id: props.subjectId } };
  return (
    <section
      aria-labelledby="tasks-of"
      className="overflow-hidden rounded-lg border border-line bg-surface shadow-raised print:hidden"
    >
      <header className="flex items-center justify-between gap-3 border-b border-line px-4 py-1.5">
        <h2 id="tasks-of" className="py-1 text-ui font-semibold text-ink">
          Tasks
        </h2>
        <Segmented
          label="Which tasks"
          value={isShowingAll ? "all" : "to-do"}
          onValueChange={(value) => setIsShowingAll(value === "all")}
          options={[
            { value: "to-do", label: "To do" },
            { value: "all", label: "All" },
          ]}
        />
      </header>
      {mayWrite ? (
        <div className="border-b border-line px-4 py-2">
          <AddTaskLine known={known} />
        </div>
      ) : null}
      {list.isPending ? (
        <div role="status" aria-label="Loading the tasks" className="flex flex-col gap-4 px-4 py-3">
          <Skeleton className="w-3/5" />
          <Skeleton className="w-2/5" />
        </div>
      ) : null}
      {list.isError && !list.data ? (
        <QueryProblem error={list.error} onRetry={() => void list.refetch()} />
      ) : null}
      {list.data && tasks.length === 0 ? (
        <p className="px-4 py-5 text-ui text-muted">{isShowingAll ? "No task yet." : "Nothing to do."}</p>
      ) : null}
      <ul className="divide-y divide-line">
        {tasks.map((task) => (
          <TaskLine key={task.id} task={task} onEdit={setEdited} />
        ))}
      </ul>
      <LoadMore
        noun="tasks"
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        onLoad={() => void list.fetchNextPage()}
      />
      <Suspense>
        {hasEdited ? <EditTaskDialog task={edited} onClose={() => setEdited(null)} /> : null}
      </Suspense>
    </section>
  );
}

interface TaskLineProps {
  task: Task;
  onEdit: (task: Task) => void;
}

function TaskLine({ task, onEdit }: TaskLineProps) {
  const mayWrite = useMay("tasks:write");
  const mayDelete = useMay("tasks:delete");
  return (
    <li className="flex min-h-10 items-center gap-2 px-3 py-1">
      <TaskTick task={task} />
      <span className="flex min-w-0 grow flex-wrap items-center gap-x-2 gap-y-0.5 text-ui">
        <Link
          to="/tasks"
          search={{ task: task.id }}
          className={cx(
            "min-w-0 rounded-sm break-words hover:underline",
            isToDo(task) ? "text-ink" : "text-muted line-through",
          )}
        >
          {task.title}
        </Link>
        <PriorityMark task={task} />
        <StatusMark task={task} />
        <MissingMark task={task} />
        <ByTrigger task={task} />
      </span>
      {task.assignee_id ? (
        <span className="max-w-32 truncate text-xs text-muted max-sm:hidden">
          <PersonName id={task.assignee_id} />
        </span>
      ) : null}
      <span className="text-xs whitespace-nowrap">
        <DueMark task={task} />
      </span>
      {mayWrite ? (
        <IconButton icon={Pencil} label={`Edit ${task.title}`} onClick={() => onEdit(task)} />
      ) : null}
      {mayDelete ? (
        <IconButton
          icon={Trash2}
          label={`Delete ${task.title}`}
          tone="danger"
          className="max-sm:hidden"
          onClick={() => void deleteTask(task)}
        />
      ) : null}
    </li>
  );
}
